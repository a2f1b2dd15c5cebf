import { insertion } from '../../languages/shared/python-edits';
import { readImports } from '../../languages/shared/python-imports';
import { lineEnd } from '../../languages/shared/python-lines';
import type { Range } from '../../text';
import type { FixTarget } from '../fixes';
import type { ModuleFile, Surroundings } from './env-module';
import type { Imported } from './script-imports';

/** Imports a name of a module into a file of Python, as the app spells that module. */
export function importName(
  name: string,
  module: ModuleFile,
  { text, path }: FixTarget,
  around: Surroundings,
): Imported | undefined {
  const dotted = dottedOf(module.path, around);
  for (const one of readImports(text)) {
    if (!isModule(one.module, module.path, path)) continue;
    const bound = one.bindings.find(({ qualified }) => qualified === `${one.module}.${name}`);
    if (bound) return { local: bound.local, edits: [] };
  }
  // A name of its own would be hidden by the import, or hide it.
  if (new RegExp(`^[ \\t]*${name}[ \\t]*=|\\bdef [^\\n]{0,200}\\b${name}\\b`, 'm').test(text))
    return undefined;
  return { local: name, edits: [insertion(text, `from ${dotted} import ${name}\n`)] };
}

function stemOf(path: string): string {
  return path.replace(/(?:\/__init__)?\.py$/, '').replaceAll('/', '.');
}

function isModule(imported: string, module: string, from: string): boolean {
  const stem = stemOf(module);
  const name = imported.replace(/^\.+/, '');
  if (!imported.startsWith('.')) return stem === name || stem.endsWith(`.${name}`);
  const folder = from.split('/').slice(0, -1 - (imported.length - name.length - 1));
  return [...folder, ...(name === '' ? [] : [name])].join('.') === stem;
}

/** A module's dotted name: as other files import it, else from the app's folder on. */
function dottedOf(path: string, { root, named }: Surroundings): string {
  const stem = stemOf(path);
  const known = [...named].find((one) => one.includes('.') && (stem === one || stem.endsWith(`.${one}`)));
  if (known !== undefined) return known;
  const own = root === '' ? path : path.slice(root.length + 1);
  return stemOf(own.replace(/^src\//, ''));
}

/** A statement in the body of a class, without what is indented below it. */
export interface BodyLine extends Range {
  readonly indent: string;
  readonly code: string;
}

/** The statements right in the block that is opened by the line which starts at a place. */
export function bodyOf(text: string, header: number): BodyLine[] {
  const lines: BodyLine[] = [];
  let indent: string | undefined;
  for (let at = nextLine(text, lineEnd(text, header)); at < text.length; ) {
    const end = lineEnd(text, at);
    const own = /^[ \t]*/.exec(text.slice(at, end))?.[0] ?? '';
    const code = text.slice(at + own.length, end);
    if (code.trim() !== '' && !code.startsWith('#')) {
      indent ??= own;
      if (own === '' || own.length < indent.length) break;
      if (own === indent) lines.push({ start: at, end, indent: own, code });
    }
    at = nextLine(text, end);
  }
  return lines;
}

function nextLine(text: string, end: number): number {
  return end + (text.startsWith('\r\n', end) ? 2 : 1);
}
