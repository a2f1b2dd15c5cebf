import type { App } from '../app';
import { entryFormatOf } from '../formats/entry-format';
import type { Range, TextEdit } from '../text';
import { loadsEnvFile } from './loader';

/** How one framework has its configuration files filled from the environment. */
interface Form {
  readonly files: RegExp;
  /** The folder they lie under, at any depth. */
  readonly under?: string;
  readonly fills?: (app: App) => boolean;
  /** The value that stands for a variable; `quotes` are those that stand around it now. */
  readonly write: (name: string, quotes: string) => string;
  /** The same with what holds where the variable is not set, for forms that can say so. */
  readonly writeOr?: (name: string, value: string) => string;
  /** The quotes go with the value, as a call takes their place. */
  readonly unquoted?: boolean;
  readonly loads: (app: App) => boolean;
}

/** A value of a configuration file that the environment can stand in for. */
export interface MovableEntry {
  /** What it says, as the environment holds it. */
  readonly value: string;
  /** Something other than a formation reads `.env` for it. */
  readonly isLoaded: boolean;
  /** `keeps` the value for where the variable is not set, if the form can say so. */
  replace(name: string, keeps?: boolean): TextEdit;
}

const inBraces = (name: string): string => `\${${name}}`;
const never = (): boolean => false;
const always = (): boolean => true;

const FORMS: readonly Form[] = [
  {
    files: /\.ya?ml(?:\.erb)?$/,
    under: 'config/',
    fills: (app) => has(app, /^(?:rails|railties|actionpack|mongoid|sidekiq)$/),
    write: (name) => `<%= ENV["${name}"] %>`,
    writeOr: (name, value) => `<%= ENV.fetch("${name}", "${value}") %>`,
    loads: (app) => loadsEnvFile(app, 'ruby'),
  },
  {
    files: /\.ya?ml$/,
    under: 'config/',
    fills: (app) => has(app, /^symfony\/(?:framework-bundle|symfony)$/),
    write: (name, quotes) => (quotes === '' ? `'%env(${name})%'` : `%env(${name})%`),
    loads: (app) => loadsEnvFile(app, 'php'),
  },
  {
    // Spring, Quarkus and Micronaut; the same names elsewhere are other programs’ own.
    files: /(?:^|\/)resources\/(?:config\/)?(?:application|bootstrap)[\w.-]*\.(?:properties|ya?ml)$/,
    write: inBraces,
    writeOr: (name, value) => `\${${name}:${value}}`,
    loads: never,
  },
  { files: /\.prisma$/, write: (name) => `env("${name}")`, unquoted: true, loads: always },
  {
    files: /(?:^|\/)(?:docker-)?compose(?:[.-][\w.-]+)?\.ya?ml$/,
    write: inBraces,
    writeOr: (name, value) => `\${${name}:-${value}}`,
    loads: always,
  },
  { files: /(?:^|\/)serverless\.ya?ml$/, write: (name) => `\${env:${name}}`, loads: never },
  { files: /(?:^|\/)\.npmrc$/, write: inBraces, loads: never },
  { files: /(?:^|\/)(?:\.mvn|\.m2)\/settings\.xml$/, write: (name) => `\${env.${name}}`, loads: never },
  { files: /(?:^|\/)nuget\.config$/i, write: (name) => `%${name}%`, loads: never },
  { files: /(?:^|\/)log4j2?[\w.-]*\.xml$/, write: (name) => `\${env:${name}}`, loads: never },
];

function has({ manifests, manifestsAbove }: App, library: RegExp): boolean {
  const all = [...manifests, ...manifestsAbove].flatMap(({ dependencies }) => dependencies);
  return all.some(({ name }) => library.test(name));
}

function formOf(path: string, app: App): Form | undefined {
  const isUnder = (folder: string | undefined): boolean =>
    folder === undefined || path.startsWith(folder) || path.includes(`/${folder}`);
  return FORMS.find(
    ({ files, under, fills }) => files.test(path) && isUnder(under) && (!fills || fills(app)),
  );
}

/** Whether the framework that reads a configuration file fills it from the environment. */
export function isFilledFromEnv(path: string, app: App): boolean {
  return formOf(path, app) !== undefined;
}

/** The value at a range of a configuration file, whole or in part, where its framework reads the environment. */
export function movableEntryAt(
  path: string,
  text: string,
  { start, end }: Range,
  app: App,
): MovableEntry | undefined {
  const form = formOf(path, app);
  if (!form || start >= end) return undefined;
  const written = text.slice(start, end);
  const entry = entryFormatOf(path)
    ?.entries(text)
    .find(({ kind, range }) => kind === 'value' && range.start === start && range.end === end);
  // A part of a value says what is written, where nothing in it is escaped.
  if (/[\n\0]|<%|\$\{|%env\(/.test(written) || (!entry && /["'\\]/.test(written))) return undefined;
  const before = text[start - 1] ?? '';
  const quotes = /["']/.test(before) && text[end] === before ? before : '';
  if (form.unquoted && quotes === '') return undefined;
  const wide = form.unquoted ? { start: start - 1, end: end + 1 } : { start, end };
  const value = entry?.value ?? written;
  const or = /^[\w.:/@-]+$/.test(value) ? form.writeOr : undefined;
  return {
    value,
    isLoaded: form.loads(app),
    replace: (name, keeps = false) => ({
      range: wide,
      newText: keeps && or ? or(name, value) : form.write(name, entry ? quotes : '"'),
    }),
  };
}
