import {
  DockerfileParser,
  type Instruction,
  ModifiableInstruction,
  type Dockerfile as Parsed,
  type PropertyInstruction,
} from 'dockerfile-ast';
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

/** The image of a `FROM`, as written; an earlier stage may stand in its place. */
export interface DockerImage {
  readonly image: string;
  readonly range: Range;
  readonly stage: number;
  /** The stage's own name. */
  readonly as: string | undefined;
  /** The earlier stage that it builds on. */
  readonly base: number | undefined;
}

/** Any instruction, with its arguments one by one. */
export interface DockerInstruction {
  readonly keyword: string;
  readonly range: Range;
  readonly stage: number;
  readonly args: readonly { readonly text: string; readonly range: Range }[];
  /** The names of its flags: `from` of `COPY --from=build`. */
  readonly flags: readonly string[];
}

export interface Dockerfile {
  readonly stages: number;
  readonly images: readonly DockerImage[];
  readonly instructions: readonly DockerInstruction[];
  readonly commands: readonly DockerCommand[];
  readonly env: readonly DockerVariable[];
  /** Each `ARG`; a value is its default. */
  readonly args: readonly DockerVariable[];
  readonly ports: readonly DockerPort[];
  /** What the final stage runs; each undefined where neither it nor a stage it builds on says so. */
  readonly entrypoint: DockerCommand | undefined;
  readonly cmd: DockerCommand | undefined;
  readonly problem: string | undefined;
}

const NOTHING = {
  stages: 0,
  images: [],
  instructions: [],
  commands: [],
  env: [],
  args: [],
  ports: [],
  entrypoint: undefined,
  cmd: undefined,
};

type Place = (instruction: Instruction) => { readonly range: Range; readonly stage: number };

const COMMANDS = ['CMD', 'ENTRYPOINT', 'RUN'] as const;

/** Reads a Dockerfile. Never throws: of a text that cannot be read there is only a `problem`. */
export function readDockerfile(text: string): Dockerfile {
  const source = text.charCodeAt(0) === 0xfeff ? ` ${text.slice(1)}` : text;
  // Without a line break at its end a text of `#` alone takes the parser quadratic time.
  const result = reading(() => read(source, DockerfileParser.parse(`${source}\n`)));
  if ('value' in result) return result.value;
  return { ...NOTHING, problem: result.problem };
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
    images: imagesOf(parsed, bases, toRange),
    instructions: instructionsOf(parsed, toRange, place),
    commands,
    env: variablesOf(parsed.getENVs(), text, toRange, place),
    args: variablesOf(argsOf(parsed), text, toRange, place),
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

type ToRange = (range: ReturnType<Instruction['getRange']>) => Range;

function imagesOf(parsed: Parsed, bases: readonly number[], toRange: ToRange): DockerImage[] {
  return parsed.getFROMs().flatMap((from, stage) => {
    const image = from.getImage();
    const range = from.getImageRange();
    if (image === null || !range) return [];
    const base = bases[stage] ?? -1;
    return [
      {
        image,
        range: toRange(range),
        stage,
        as: from.getBuildStage() ?? undefined,
        base: base < 0 ? undefined : base,
      },
    ];
  });
}

function instructionsOf(parsed: Parsed, toRange: ToRange, place: Place): DockerInstruction[] {
  return parsed.getInstructions().map((instruction) => ({
    keyword: instruction.getKeyword(),
    ...place(instruction),
    args: instruction.getArguments().map((one) => ({ text: one.getValue(), range: toRange(one.getRange()) })),
    flags:
      instruction instanceof ModifiableInstruction
        ? instruction.getFlags().map((flag) => flag.getName())
        : [],
  }));
}

/** Those before the first `FROM` too. */
function argsOf(parsed: Parsed): PropertyInstruction[] {
  return parsed
    .getInstructions()
    .filter((one): one is PropertyInstruction => one.getKeyword() === 'ARG' && 'getProperties' in one);
}

function variablesOf(
  instructions: readonly PropertyInstruction[],
  text: string,
  toRange: ToRange,
  place: Place,
): DockerVariable[] {
  return instructions.flatMap((instruction) => {
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

function portsOf(parsed: Parsed, toRange: ToRange, place: Place): DockerPort[] {
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
