import { DockerfileParser, type Instruction, type Dockerfile as Parsed } from 'dockerfile-ast';
import type { Command } from '../procfile/procfile';
import { Secret } from '../secret';
import { LineIndex, type Range } from '../text';
import { readDockerCommand } from './docker-command';
import { reading } from './reading';

/** A `CMD`, `ENTRYPOINT` or `RUN`. */
export interface DockerCommand {
  readonly keyword: 'CMD' | 'ENTRYPOINT' | 'RUN';
  /** Counted from 0; -1 before the first `FROM`. */
  readonly stage: number;
  readonly command: Command;
  /** Exec form: a JSON array that no shell reads. */
  readonly exec: boolean;
  /** The whole instruction. */
  readonly range: Range;
}

/** One variable of an `ENV`. */
export interface DockerVariable {
  readonly name: string;
  readonly nameRange: Range;
  readonly value: Secret;
  /** The value as written; empty after the name where none is. */
  readonly valueRange: Range;
  readonly stage: number;
}

/** One port of an `EXPOSE`, as written: `3000`, `8080/tcp`, `$PORT`. */
export interface DockerPort {
  readonly port: string;
  readonly range: Range;
  readonly stage: number;
}

export interface Dockerfile {
  readonly stages: number;
  readonly commands: readonly DockerCommand[];
  readonly env: readonly DockerVariable[];
  readonly ports: readonly DockerPort[];
  /** What the final stage runs; each undefined where neither it nor a stage it builds on says so. */
  readonly entrypoint: DockerCommand | undefined;
  readonly cmd: DockerCommand | undefined;
  readonly problem: string | undefined;
}

type Place = (instruction: Instruction) => { readonly range: Range; readonly stage: number };

const COMMANDS = ['CMD', 'ENTRYPOINT', 'RUN'] as const;

/** Reads a Dockerfile. Never throws: of a text that cannot be read there is only a `problem`. */
export function readDockerfile(text: string): Dockerfile {
  const source = text.charCodeAt(0) === 0xfeff ? ` ${text.slice(1)}` : text;
  // Without a line break at its end a text of `#` alone takes the parser quadratic time.
  const result = reading(() => read(source, DockerfileParser.parse(`${source}\n`)));
  if ('value' in result) return result.value;
  const { problem } = result;
  return { stages: 0, commands: [], env: [], ports: [], entrypoint: undefined, cmd: undefined, problem };
}

function read(text: string, parsed: Parsed): Dockerfile {
  const lines = new LineIndex(text);
  const toRange = (range: ReturnType<Instruction['getRange']>): Range => ({
    start: lines.offsetAt(range.start),
    end: lines.offsetAt(range.end),
  });
  const stages = stagesOf(parsed);
  const place: Place = (instruction) => {
    const range = toRange(instruction.getRange());
    return { range, stage: stages[lines.positionAt(range.start).line] ?? -1 };
  };
  const escapeChar = parsed.getEscapeCharacter();
  const commands = parsed.getInstructions().flatMap((instruction): DockerCommand[] => {
    const keyword = COMMANDS.find((each) => each === instruction.getKeyword());
    const args = instruction.getArgumentsRange();
    if (!keyword || !args) return [];
    return [{ keyword, ...place(instruction), ...readDockerCommand(text, toRange(args), escapeChar) }];
  });
  const bases = baseStages(parsed);
  return {
    stages: bases.length,
    commands,
    env: variablesOf(parsed, text, toRange, place),
    ports: portsOf(parsed, toRange, place),
    entrypoint: finalCommand(commands, bases, 'ENTRYPOINT'),
    cmd: finalCommand(commands, bases, 'CMD'),
    problem: undefined,
  };
}

/** The stage of each line on which an instruction starts. */
function stagesOf(parsed: Parsed): number[] {
  const stages: number[] = [];
  let stage = -1;
  for (const instruction of parsed.getInstructions()) {
    if (instruction.getKeyword() === 'FROM') stage++;
    stages[instruction.getRange().start.line] = stage;
  }
  return stages;
}

/** For each stage the earlier stage it builds on, or -1. */
function baseStages(parsed: Parsed): number[] {
  const names = new Map<string, number>();
  return parsed.getFROMs().map((from, index) => {
    const base = names.get(from.getImage()?.toLowerCase() ?? '') ?? -1;
    const name = from.getBuildStage();
    if (name) names.set(name.toLowerCase(), index);
    return base;
  });
}

function finalCommand(
  commands: readonly DockerCommand[],
  bases: readonly number[],
  keyword: DockerCommand['keyword'],
): DockerCommand | undefined {
  for (let stage = bases.length - 1; stage >= 0; stage = bases[stage] ?? -1) {
    const found = commands.findLast((each) => each.keyword === keyword && each.stage === stage);
    if (found) return found;
  }
  return undefined;
}

function variablesOf(
  parsed: Parsed,
  text: string,
  toRange: (range: ReturnType<Instruction['getRange']>) => Range,
  place: Place,
): DockerVariable[] {
  return parsed.getENVs().flatMap((instruction) => {
    const { stage } = place(instruction);
    return instruction.getProperties().map((property) => {
      const nameRange = toRange(property.getNameRange());
      const written = property.getValueRange();
      const after = Math.min(nameRange.end + (property.getAssignmentOperator() ? 1 : 0), text.length);
      const valueRange = written ? toRange(written) : { start: after, end: after };
      return {
        name: property.getName(),
        nameRange,
        value: new Secret(property.getValue() ?? ''),
        valueRange,
        stage,
      };
    });
  });
}

function portsOf(
  parsed: Parsed,
  toRange: (range: ReturnType<Instruction['getRange']>) => Range,
  place: Place,
): DockerPort[] {
  const exposes = parsed.getInstructions().filter((instruction) => instruction.getKeyword() === 'EXPOSE');
  return exposes.flatMap((instruction) => {
    const { stage } = place(instruction);
    return instruction.getArguments().map((argument) => ({
      port: argument.getValue(),
      range: toRange(argument.getRange()),
      stage,
    }));
  });
}
