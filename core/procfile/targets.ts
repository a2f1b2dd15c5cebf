import type { Range } from '../text';
import type { Command, SimpleCommand, Word } from './procfile';

/** What a word of a command may name. Paths are relative to the folder that the command runs in, and use `/`. */
export type Target =
  | { readonly kind: 'file'; readonly path: string; readonly range: Range }
  /** A Python module; the file is the first of these that is there. */
  | { readonly kind: 'module'; readonly paths: readonly string[]; readonly range: Range }
  /** A script of the package.json in `folder`. */
  | { readonly kind: 'script'; readonly folder: string; readonly name: string; readonly range: Range };

const PYTHON = /^python[\d.]*$/;
const PACKAGE_MANAGERS = new Set(['npm', 'yarn', 'pnpm', 'bun']);
/** Commands of `npm` that run the script of their name. */
const SCRIPT_COMMANDS = new Set(['start', 'stop', 'test', 'restart', 'dev', 'build', 'serve']);
const RUN = new Set(['run', 'run-script']);
const PREFIX = new Set(['--prefix', '-C', '--dir', '--cwd']);
/** Servers and runners whose words name modules: `gunicorn shop.wsgi:app`, `dramatiq shop.tasks`. */
const MODULE_SERVERS = new Set(
  'gunicorn uvicorn hypercorn daphne granian waitress-serve fastapi arq dramatiq huey_consumer huey_consumer.py taskiq streamlit'.split(
    ' ',
  ),
);
/** Options that name a module. */
const MODULE_OPTIONS = new Set(['-A', '--app']);
const FOLDER_OPTIONS = new Set(['--chdir', '--app-dir', '--pythonpath']);
const MODULE = /^([A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*)(?::[\w.]+(?:\(.*\))?)?$/;
const JAVASCRIPT = ['', '.js', '.mjs', '.cjs', '.ts', '/index.js', '/index.ts'];

/**
 * What the words of a command may name, in their order: scripts of a package.json, files, Python modules. A name that
 * may stand for several files gives each; which of them are there, the caller knows.
 */
export function targetsOf(command: Command): Target[] {
  const targets: Target[] = [];
  let folder = '';
  for (const simple of command.simple) {
    const words = simple.words.filter(({ literal }) => literal);
    const [first, second] = words;
    if (first?.text === 'cd' && second) folder = joined(folder, second.text) ?? folder;
    else targets.push(...targetsIn(simple, folder));
  }
  return targets;
}

function targetsIn({ words }: SimpleCommand, folder: string): Target[] {
  const script = scriptIn(words, folder);
  if (script) return [script];
  return [...modulesIn(words, folder), ...words.flatMap((word, at) => filesIn(word, words[at - 1], folder))];
}

/** `npm run build`, `yarn start`, `pnpm --dir web start`. */
function scriptIn(words: readonly Word[], folder: string): Target | undefined {
  const at = words.findIndex(({ text }) => PACKAGE_MANAGERS.has(text));
  const manager = words[at];
  if (!manager || words.slice(0, at).some(({ text }) => text.startsWith('-'))) return undefined;
  let base = folder;
  let ran = false;
  for (let next = at + 1; next < words.length; next++) {
    const word = words[next];
    if (!word?.literal) return undefined;
    const [option = '', given] = word.text.split('=', 2);
    if (PREFIX.has(option)) {
      if (given === undefined) next++;
      base = joined(folder, given ?? words[next]?.text ?? '') ?? folder;
    } else if (RUN.has(word.text) && !ran) ran = true;
    else if (!word.text.startsWith('-')) return ranScript(manager.text, word, base, ran);
  }
  return undefined;
}

function ranScript(manager: string, { text, range }: Word, folder: string, ran: boolean): Target | undefined {
  // `npm` takes only a few names without `run`, and `bun` may as well be given a file.
  if (!ran && manager === 'npm' && !SCRIPT_COMMANDS.has(text)) return undefined;
  if (manager === 'bun' && /[./]/.test(text)) return undefined;
  return { kind: 'script', folder, name: text, range };
}

function modulesIn(words: readonly Word[], folder: string): Target[] {
  const python = words.findIndex(({ text }) => PYTHON.test(baseName(text)));
  const dashM = python < 0 ? -1 : words.findIndex(({ text }, at) => at > python && text === '-m');
  const serves = words.some(({ text }) => MODULE_SERVERS.has(baseName(text)));
  const from = joined(folder, optionOf(words, FOLDER_OPTIONS) ?? '') ?? folder;
  return words.flatMap((word, at) => {
    const before = words[at - 1]?.text ?? '';
    const option = /^(--app)=/.exec(word.text);
    const named = option ?? MODULE_OPTIONS.has(before);
    if (!word.literal || !(named || serves || (dashM >= 0 && at === dashM + 1))) return [];
    return moduleOf(word, option ? option[0].length : 0, from);
  });
}

function moduleOf({ text, range }: Word, skip: number, folder: string): Target[] {
  const name = MODULE.exec(text.slice(skip))?.[1];
  if (name === undefined) return [];
  const parts = name.split('.');
  const paths = [parts, parts.slice(0, -1)]
    .filter((some) => some.length > 0)
    .flatMap((some) => ['', 'src/'].map((root) => `${root}${some.join('/')}`))
    .flatMap((path) => [`${path}.py`, `${path}/__main__.py`, `${path}/celery.py`, `${path}/__init__.py`])
    .flatMap((path) => joined(folder, path) ?? []);
  return [{ kind: 'module', paths, range: { start: range.start + skip, end: range.end } }];
}

function filesIn({ text, range, literal }: Word, before: Word | undefined, folder: string): Target[] {
  if (!literal || text === '') return [];
  const option = /^--?[\w-]+=/.exec(text)?.[0].length ?? 0;
  const isWhole = range.end - range.start === text.length;
  if (text.startsWith('-') && (option === 0 || !isWhole)) return [];
  const runsScript = /^(?:node|nodemon|tsx|ts-node|bun|deno)$/.test(baseName(before?.text ?? ''));
  const path = joined(folder, text.slice(option));
  if (path === undefined || path === '') return [];
  return (runsScript ? JAVASCRIPT : ['']).map((ending) => {
    return { kind: 'file', path: path + ending, range: { start: range.start + option, end: range.end } };
  });
}

function optionOf(words: readonly Word[], names: ReadonlySet<string>): string | undefined {
  for (const [at, { text }] of words.entries()) {
    const [name = '', given] = text.split('=', 2);
    if (names.has(name)) return given ?? words[at + 1]?.text;
  }
  return undefined;
}

/** A path below a folder in its shortest form; undefined where it leads out of the workspace or is absolute. */
export function joined(folder: string, path: string): string | undefined {
  if (path.startsWith('/') || path.startsWith('~') || path.includes('\\')) return undefined;
  const parts = folder === '' ? [] : folder.split('/');
  for (const part of path.split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..') parts.push(part);
    else if (parts.length > 0) parts.pop();
    else return undefined;
  }
  return parts.join('/');
}

function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
