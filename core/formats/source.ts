import type { EnvMention } from '../env/mention';
import type { Range } from '../text';
import type { RoleCommand } from './commands';

/** Where what a file says holds: on a developer's machine, in continuous integration, in a deploy. */
export type SourcePlace = 'local' | 'ci' | 'deploy';

/** A variable that a file around the code names. `valueRange` leaves out the quotes of the value. */
export interface SourceEnv extends EnvMention {
  /** The value comes from a store of secrets or of config outside of the file. */
  readonly external?: boolean;
  /** Read from outside and handed on under its own name. */
  readonly passed?: boolean;
  /** The service, job, stage, unit or container it belongs to; undefined for the whole file. */
  readonly scope: string | undefined;
  /** When it is there; `build` is gone, or fixed, once the build is done. */
  readonly when: 'build' | 'run';
}

/** The backing services whose kind a name of an image or a plan tells. */
export type ServiceKind =
  | 'postgres'
  | 'mysql'
  | 'mariadb'
  | 'mssql'
  | 'oracle'
  | 'sqlite'
  | 'mongodb'
  | 'redis'
  | 'valkey'
  | 'memcached'
  | 'rabbitmq'
  | 'kafka'
  | 'nats'
  | 'elasticsearch'
  | 'opensearch'
  | 'mail'
  | 'storage';

/** A backing service that a file starts or attaches. */
export interface ServiceUse {
  readonly kind: ServiceKind;
  /** The name the file gives it. */
  readonly name: string;
  /** As written, with its tag; for an add-on the plan. */
  readonly image: string;
  /** `15`, `15.2`, `8.0`; undefined where none is written, or a variable stands for it. */
  readonly version: string | undefined;
  /** Where the version stands; the image's where there is none. */
  readonly range: Range;
  readonly place: SourcePlace;
}

export type RuntimeKind =
  | 'node'
  | 'python'
  | 'ruby'
  | 'php'
  | 'java'
  | 'go'
  | 'dotnet'
  | 'rust'
  | 'elixir'
  | 'erlang'
  | 'deno'
  | 'bun';

/** A version of a language's runtime that a file asks for. */
export interface RuntimePin {
  readonly runtime: RuntimeKind;
  /** As written: `20`, `^18 || >=20`, `3.12.1`, `lts/iron`. */
  readonly version: string;
  readonly range: Range;
  readonly place: SourcePlace;
  /** What runs the app, or what only builds it or states what it can live with. */
  readonly for: 'run' | 'build' | 'support';
  /** One of several versions that are all tried out. */
  readonly matrix?: boolean;
}

/** A port that a file names. */
export interface PortUse {
  readonly port: number;
  readonly range: Range;
  /** In the container or process · on the host in front of it · asked by a health check. */
  readonly side: 'inside' | 'host' | 'probe';
  /** The service, stage or container. */
  readonly name: string | undefined;
}

/** What a file around the code says of the app. Ranges are in the file's own text. */
export interface SourceFacts {
  readonly commands: readonly RoleCommand[];
  readonly env: readonly SourceEnv[];
  readonly services: readonly ServiceUse[];
  readonly runtimes: readonly RuntimePin[];
  readonly ports: readonly PortUse[];
  /** One sentence on why nothing, or not all, could be read. */
  readonly problem?: string;
}

/** A file around the code, and what it says. */
export interface Source {
  readonly path: string;
  /** The id of the {@link SourceFormat} that read it. */
  readonly format: string;
  readonly facts: SourceFacts;
}

/**
 * One format of the files around the code: what builds, starts, deploys and checks the app; one file each in
 * `sources/`. Reading never throws, needs no other file, and gives what stands there literally.
 */
export interface SourceFormat {
  readonly id: string;
  /** Matches the paths of its files, relative to the workspace folder. */
  readonly files: RegExp;
  /** Its files are code too, and are judged as such as well. */
  readonly isCode?: true;
  matches(path: string): boolean;
  read(path: string, text: string): SourceFacts;
}

export const noFacts: SourceFacts = Object.freeze({
  commands: [],
  env: [],
  services: [],
  runtimes: [],
  ports: [],
});

/** A format whose reader gives only the facts that there are. */
export function defineSource(
  format: Omit<SourceFormat, 'matches' | 'read'> & {
    read(path: string, text: string): Partial<SourceFacts>;
    /** Where the pattern alone would match too much. */
    matches?(path: string): boolean;
  },
): SourceFormat {
  return Object.freeze({
    matches: (path: string) => format.files.test(path),
    ...format,
    read: (path: string, text: string) => ({ ...noFacts, ...format.read(path, text) }),
  });
}
