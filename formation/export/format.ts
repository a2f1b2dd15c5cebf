import type { ProcessType } from '../../core/procfile/procfile';
import type { ProcessSpec, Readiness, SoftSignal } from '../model';

/** One process type as it is to run elsewhere. */
export interface ExportType {
  readonly name: string;
  /** The line of the Procfile, for a shell. */
  readonly command: string;
  /** The same for a shell that has nothing else to do, so that the process itself gets the signals. */
  readonly shellCommand: string;
  readonly oneShot: boolean;
  readonly serves: boolean;
  /** The PORT of its first instance. */
  readonly port: number;
  readonly stopSignal: SoftSignal;
  /** Seconds. */
  readonly stopGrace: number;
  readonly ready: Readiness | undefined;
  readonly after: readonly string[];
  readonly instances: readonly ExportInstance[];
}

export interface ExportInstance {
  /** `web.1` */
  readonly id: string;
  readonly instance: number;
  readonly port: number;
}

/** All that an export is made from. No value of an env file is among it: config stays where it is. */
export interface ExportInput {
  /** Lower-case letters, digits and `-`. */
  readonly app: string;
  readonly user: string;
  /** Where the app's code is, or is to be. */
  readonly folder: string;
  readonly image: string | undefined;
  /** The names of the env files, later ones winning. */
  readonly envFiles: readonly string[];
  /** The names of the variables in them. */
  readonly variables: readonly string[];
  /** Those that run at least once, and one-shots. */
  readonly types: readonly ExportType[];
}

export interface ExportedFile {
  /** Relative to the folder exported to. */
  readonly path: string;
  readonly text: string;
}

/** One process manager or platform that can run a formation. */
export interface ExportFormat {
  readonly id: string;
  /** What it makes, in a few words. */
  readonly title: string;
  files(input: ExportInput): readonly ExportedFile[];
}

export function defineExport(format: ExportFormat): ExportFormat {
  return format;
}

/** The types of a formation as they are to run elsewhere; one-shots once, where they stand in the Procfile. */
export function exportTypes(
  processes: readonly ProcessType[],
  specs: readonly ProcessSpec[],
): readonly ExportType[] {
  return processes.flatMap((type): ExportType[] => {
    const own = specs.filter((spec) => spec.type === type.name);
    const [first] = own;
    if (!first) return [];
    return [
      {
        name: type.name,
        command: type.command.text,
        shellCommand: shellCommandOf(type),
        oneShot: first.oneShot ?? false,
        serves: first.serves ?? false,
        port: first.port ?? 0,
        stopSignal: first.stopSignal ?? 'SIGTERM',
        stopGrace: Math.ceil(first.graceMs / 1000),
        ready: first.ready,
        after: first.after ?? [],
        instances: own.map(({ id, instance, port }) => ({ id, instance, port: port ?? 0 })),
      },
    ];
  });
}

/** A shell that only starts a program is replaced by it. */
function shellCommandOf({ command }: ProcessType): string {
  const [only, second] = command.simple;
  const plain = only && !second && only.operator === undefined && only.assignments.length === 0;
  const first = plain ? only.words[0]?.text : undefined;
  const isProgram = first !== undefined && !/^(?:exec|cd|\.|source|export|set|eval|[({])/.test(first);
  return isProgram && !/[(){}]/.test(command.text) ? `exec ${command.text}` : command.text;
}

/** The parts of a name that a DNS label takes. */
export function dnsName(text: string): string {
  const name = text
    .toLowerCase()
    .replace(/[^a-z0-9-]/g, '-')
    .replace(/^-{1,99}|-{1,99}$/g, '');
  return name === '' ? 'app' : name.slice(0, 50);
}
