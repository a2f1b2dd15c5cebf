import type { Range } from '../text';
import type { Command, Word } from './procfile';

/** What a word of a command may name. Paths are relative to the workspace folder, and use `/`. */
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
const NODE = /^(?:node|nodemon|tsx|ts-node|bun|deno)$/;
const MODULE_ENDINGS = ['', '.js', '.mjs', '.cjs', '.ts', '/index.js', '/index.ts'];

/**
 * What the words of a command that runs in `folder` may name, in their order: scripts of a package.json, files, Python
 * modules. A name that may stand for several files gives each; which of them are there, the caller knows.
 */
export function targetsOf(command: Command, folder: string): Target[] {
  const targets: Target[] = [];
  let base = folder;
  for (const { words } of command.simple) {
    const [first, second] = words;
    if (first?.text === 'cd' && second?.literal) base = joined(base, second.text) ?? base;
    else targets.push(...scriptsIn(words, base), ...modulesIn(words, base), ...filesIn(words, base));
  }
  return targets;
}

/** `npm run build`, `yarn start`, `pnpm --dir web start`. */
function scriptsIn(words: readonly Word[], folder: string): Target[] {
  const at = words.findIndex(({ text }) => PACKAGE_MANAGERS.has(text));
  const manager = words[at]?.text;
  if (manager === undefined) return [];
  const base = joined(folder, optionOf(words, PREFIX) ?? '') ?? folder;
  let ran = false;
  for (let next = at + 1; next < words.length; next++) {
    const word = words[next];
    if (!word?.literal) return [];
    if (PREFIX.has(word.text)) next++;
    else if (RUN.has(word.text) && !ran) ran = true;
    else if (!word.text.startsWith('-')) return ranScript(manager, word, base, ran);
  }
  return [];
}

function ranScript(manager: string, { text, range }: Word, folder: string, ran: boolean): Target[] {
  // `npm` takes only a few names without `run`, and `bun` may as well be given a file.
  if (!ran && manager === 'npm' && !SCRIPT_COMMANDS.has(text)) return [];
  if (manager === 'bun' && /[./]/.test(text)) return [];
  return [{ kind: 'script', folder, name: text, range }];
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

function filesIn(words: readonly Word[], folder: string): Target[] {
  const isModule = words.some(({ text }) => NODE.test(baseName(text)));
  return words.flatMap(({ text, range, literal }): Target[] => {
    const option = /^--?[\w-]+=/.exec(text)?.[0].length ?? 0;
    const isWhole = range.end - range.start === text.length;
    if (!literal || (text.startsWith('-') && (option === 0 || !isWhole))) return [];
    const path = joined(folder, text.slice(option));
    if (path === undefined || path === folder) return [];
    const place = { start: range.start + option, end: range.end };
    return (isModule ? MODULE_ENDINGS : ['']).map((ending) => {
      return { kind: 'file', path: path + ending, range: place };
    });
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
