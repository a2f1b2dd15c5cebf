import type { App } from '../../../app';
import type { RoleCommand } from '../../../formats/commands';
import type { Word } from '../../../procfile/procfile';
import type { Breach } from '../../../rule';
import { baseName } from '../../shared/commands';
import { folderOf, inPlace, isPlain, isThere } from './processes';

const SERVERS = new Set(['gunicorn', 'uvicorn', 'hypercorn', 'daphne', 'waitress-serve']);
/** Options that stand without a value, so that a module may follow them. */
const SWITCHES =
  /^(?:--(?:reload|preload|factory|proxy-headers|no-access-log|daemon|sendfile|check-config|spew|debug|paste|no-\S+|\S+=.*|call)|-R)$/;
const OTHER_PATH = /^--(?:chdir|pythonpath|app-dir|root-path|workdir)(?:=|$)/;

/** Python modules that process commands name and no file of the project is. */
export function missingModules(command: RoleCommand, app: App): Breach[] {
  if (!app.complete || command.command.simple.some(setsPath)) return [];
  return inPlace(command).flatMap(({ words }) => {
    const at = words.findIndex(({ text }) => SERVERS.has(baseName(text)) || baseName(text) === 'celery');
    const program = words[at];
    const rest = words.slice(at + 1);
    if (!program || rest.some(({ text }) => OTHER_PATH.test(text) || text === '-C')) return [];
    const name = baseName(program.text);
    const path = name === 'gunicorn' ? pathForModule(rest, app, command.path) : undefined;
    if (path) return [{ range: path.range, words: { module: path.text, program: name } }];
    const named = name === 'celery' ? celeryApp(rest) : serverApp(rest, name === 'gunicorn');
    if (!named || !isMissing(named.module, name === 'celery', command.path, app)) return [];
    return [{ range: named.range, words: { module: named.module, program: name } }];
  });
}

/** `shop/wsgi:app` names a file's path where a module's name is wanted. */
function pathForModule(words: readonly Word[], app: App, procfile: string): Word | undefined {
  return words.find((word, index) => {
    const before = words[index - 1]?.text ?? '';
    const path = /^([\w./-]+\/\w+)(?:\.py)?:\w+$/.exec(word.text)?.[1];
    if (path === undefined || !isPlain(word) || (before.startsWith('-') && !SWITCHES.test(before)))
      return false;
    return isThere([`${path}.py`], procfile, app);
  });
}

function setsPath({ assignments }: { assignments: readonly { name: string }[] }): boolean {
  return assignments.some(({ name }) => name === 'PYTHONPATH');
}

interface Named {
  readonly module: string;
  readonly range: Word['range'];
}

/** `pkg.mod:app`, but not the value of an option. To gunicorn a module alone is its `application`. */
function serverApp(words: readonly Word[], orAlone: boolean): Named | undefined {
  for (const [index, word] of words.entries()) {
    const before = words[index - 1]?.text ?? '';
    if (!isPlain(word) || (before.startsWith('-') && !SWITCHES.test(before))) continue;
    const [, module, name] = /^([A-Za-z_][\w.]*)(:[A-Za-z_]\w*)?$/.exec(word.text) ?? [];
    if (name === undefined && !(orAlone && index === 0)) continue;
    if (module) return { module, range: { start: word.range.start, end: word.range.start + module.length } };
  }
  return undefined;
}

function celeryApp(words: readonly Word[]): Named | undefined {
  for (const [index, word] of words.entries()) {
    const before = words[index - 1]?.text ?? '';
    const value = /^(?:-A|--app)$/.test(before) ? word.text : /^--app=(.*)$/.exec(word.text)?.[1];
    const module = /^[A-Za-z_][\w.]*/.exec(value ?? '')?.[0];
    if (value === undefined || module === undefined || !isPlain(word)) continue;
    const start = word.range.end - value.length;
    return { module, range: { start, end: start + module.length } };
  }
  return undefined;
}

/** Quiet about what may be a package from elsewhere, or lie on a path that something else sets. */
function isMissing(module: string, orAttribute: boolean, procfile: string, app: App): boolean {
  const parts = module.split('.');
  const wanted = orAttribute && parts.length > 1 ? [parts, parts.slice(0, -1)] : [parts];
  const files = wanted.flatMap((one) => [
    `${one.join('/')}.py`,
    `${one.join('/')}/__init__.py`,
    `${one.join('/')}/`,
  ]);
  const top = parts[0] ?? '';
  const folder = folderOf(procfile);
  let isOurs = false;
  let hasPython = false;
  for (const path of app.tree.paths) {
    if (!path.endsWith('.py')) continue;
    const full = `/${path}`;
    if (files.some((file) => (file.endsWith('/') ? full.includes(`/${file}`) : full.endsWith(`/${file}`))))
      return false;
    if (!path.startsWith(folder)) continue;
    const local = path.slice(folder.length);
    if (local.startsWith(`${top}/`) || local === `${top}.py`) isOurs = true;
    if (!local.includes('/')) hasPython = true;
  }
  return isOurs || (hasPython && parts.length === 1 && !isDeclared(top, app));
}

function isDeclared(name: string, app: App): boolean {
  const plain = name.toLowerCase().replaceAll('_', '-');
  return [...app.manifests, ...app.manifestsAbove].some(({ dependencies }) =>
    dependencies.some((one) => one.name.includes(plain)),
  );
}
