import type { RoleCommand } from '../commands';
import {
  type DockerCommand,
  type Dockerfile,
  type DockerImage,
  type DockerVariable,
  readDockerfile,
} from '../dockerfile';
import { defineSource, type PortUse, type RuntimePin, type SourceEnv } from '../source';
import { runtimeOfImage } from './shared/images';
import { readPort } from './shared/ports';
import { insideShell } from './shared/shell-words';

/** Dockerfiles: each `RUN` at build time, what the final stage runs, its variables, its ports, its base images. */
export default defineSource({
  id: 'dockerfile',
  files: /(?:^|\/)(?:(?:Dockerfile|Containerfile)(?:[.-][\w.-]+)?|[\w.-]+\.Dockerfile)$/i,
  matches: (path) =>
    /(?:^|\/)(?:(?:Dockerfile|Containerfile)(?:[.-][\w.-]+)?|[\w.-]+\.Dockerfile)$/i.test(path) &&
    !/\.(?:md|dockerignore|[jt]sx?|py|rb|go|sh|json|lock|tmpl|ya?ml)$/i.test(path),
  read(path, text) {
    const file = readDockerfile(text);
    return {
      commands: commandsOfDockerfile(path, file).map((one) => insideShell(one, text)),
      env: [
        ...file.env.map((one) => mention(one, file, 'ENV')),
        ...file.args.map((one) => mention(one, file, 'ARG')),
      ],
      runtimes: runtimesOf(file, text, placeOf(path)),
      ports: file.ports.flatMap(({ port, range, stage }): PortUse[] => {
        const read = stage === file.stages - 1 ? readPort(port.split('/')[0] ?? '', range) : undefined;
        return read ? [{ ...read, side: 'inside', name: undefined }] : [];
      }),
      ...(file.problem === undefined ? {} : { problem: file.problem }),
    };
  },
});

function placeOf(path: string): 'local' | 'deploy' {
  return /dev(?:elopment)?\b|local|test|\.devcontainer/i.test(path) ? 'local' : 'deploy';
}

/**
 * Behind an `ENTRYPOINT` the `CMD` is a command of its own unless it starts with an option, as wrappers such as
 * `docker-entrypoint.sh` run it.
 */
export function commandsOfDockerfile(path: string, file: Dockerfile): RoleCommand[] {
  const { commands, entrypoint, cmd } = file;
  const role = placeOf(path) === 'local' ? 'dev' : 'run';
  const run = [entrypoint, entrypoint && isOption(cmd) ? undefined : cmd];
  return [
    ...commands
      .filter(({ keyword }) => keyword === 'RUN')
      .map((each) => roleCommand(path, each, 'build', file)),
    ...run.flatMap((each) =>
      each ? [roleCommand(path, each, role, file, each === (entrypoint ?? cmd))] : [],
    ),
  ];
}

function isOption(cmd: DockerCommand | undefined): boolean {
  return cmd?.command.simple[0]?.words[0]?.text.startsWith('-') === true;
}

function roleCommand(
  path: string,
  { command, exec, keyword, range, stage }: DockerCommand,
  role: RoleCommand['role'],
  file: Dockerfile,
  isFirst = false,
): RoleCommand {
  const shell = shellOf(file, stage, range.start);
  const image = baseOf(stage, file)?.image;
  const place = {
    name: file.images.find((image) => image.stage === stage)?.as,
    form: exec ? 'exec' : 'shell',
    key: keyword,
    range,
    ...(shell === undefined ? {} : { shell }),
    ...(isFirst ? { isFirst } : {}),
    ...(image === undefined ? {} : { image }),
  } as const;
  return { command, role, path, place };
}

/** What the last `SHELL` before an instruction says, in its own stage. */
function shellOf({ instructions }: Dockerfile, stage: number, before: number): string | undefined {
  const found = instructions.findLast(
    (one) => one.keyword === 'SHELL' && one.stage === stage && one.range.start < before,
  );
  return found?.args.map(({ text }) => text.replace(/[[\]",]/g, '')).find((word) => word !== '');
}

function mention(variable: DockerVariable, file: Dockerfile, keyword: 'ENV' | 'ARG'): SourceEnv {
  const { name, nameRange, value, valueRange, stage } = variable;
  const isFinal = isIn(stage, file);
  return {
    name,
    range: nameRange,
    does: keyword === 'ENV' ? 'set' : 'read',
    ...(value.length > 0 ? { value, valueRange } : {}),
    ...(keyword === 'ARG' && value.length > 0 ? { hasDefault: true } : {}),
    scope: file.images.find((image) => image.stage === stage)?.as,
    when: keyword === 'ENV' && isFinal ? 'run' : 'build',
  };
}

/** The image that a stage starts from, through the stages it builds on. */
function baseOf(stage: number, { images }: Dockerfile): DockerImage | undefined {
  const found = images.find((image) => image.stage === stage);
  return found?.base === undefined ? found : (images.find((image) => image.stage === found.base) ?? found);
}

/** Whether a stage is the final one or one that it builds on. */
function isIn(stage: number, { images, stages }: Dockerfile): boolean {
  let at: number | undefined = stages - 1;
  while (at !== undefined && at !== stage) at = images.find((image) => image.stage === at)?.base;
  return at === stage;
}

function runtimesOf(file: Dockerfile, text: string, place: 'local' | 'deploy'): RuntimePin[] {
  return file.images.flatMap((image) => {
    if (image.base !== undefined) return [];
    const purpose = isIn(image.stage, file) ? 'run' : 'build';
    const { reference, range } = resolved(image, file, text);
    const pin = runtimeOfImage(reference, range, place, purpose);
    return pin ? [pin] : [];
  });
}

/** An image whose tag is, or starts with, one `ARG` with a default: that default is where its version stands. */
function resolved(
  { image, range }: DockerImage,
  file: Dockerfile,
  text: string,
): { reference: string; range: { start: number; end: number } } {
  const used = /^([^${}]+:v?)\$(?:\{(\w+)\}|(\w+))/.exec(image);
  const arg = used && file.args.findLast((one) => one.stage < 0 && one.name === (used[2] ?? used[3]));
  if (!used || !arg) return { reference: image, range };
  const value = text.slice(arg.valueRange.start, arg.valueRange.end).replace(/^["']|["']$/g, '');
  const start = text.indexOf(value, arg.valueRange.start);
  const head = used[1] ?? '';
  // The reference is read as though it stood before the default, so that ranges in its tag are those of the default.
  return { reference: head + value, range: { start: start - head.length, end: start + value.length } };
}
