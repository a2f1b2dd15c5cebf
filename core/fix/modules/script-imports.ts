import { afterDirectives } from '../../languages/shared/javascript-edits';
import { readImports } from '../../languages/shared/javascript-imports';
import { eolOf, type TextEdit } from '../../text';
import type { FixTarget } from '../fixes';
import type { ModuleFile, Surroundings } from './env-module';

/** How a module hands out a value: under a name, or as all that it is. */
export type Exported = { readonly name: string } | 'whole';

/** What a value is called in a file that imports it, and the edits that import it where it does not yet. */
export interface Imported {
  readonly local: string;
  readonly edits: readonly TextEdit[];
}

const IDENTIFIER = '[\\w$]+';

/** How a module of JavaScript or TypeScript exports one of its names; undefined where it does not. */
export function exportOf(text: string, local: string): Exported | undefined {
  const has = (pattern: string): RegExpExecArray | null => new RegExp(pattern, 'm').exec(text);
  if (has(`^export const ${local}\\b`)) return { name: local };
  if (has(`^export default ${local}\\b`) || has(`^module\\.exports = ${local}\\b`)) return 'whole';
  if (has(`^(?:module\\.)?exports\\.${local} = `)) return { name: local };
  const listed = has(`^(?:export|module\\.exports =) \\{([^}]{0,2000})\\}`)?.[1];
  const one = listed?.split(',').find((part) => new RegExp(`^\\s*${local}(?:\\s|$)`).test(part));
  if (one === undefined) return undefined;
  return { name: new RegExp(`\\bas\\s+(${IDENTIFIER})`).exec(one)?.[1] ?? local };
}

/** Imports what a module exports into a file, as the app spells its imports. */
export function importFrom(
  module: ModuleFile,
  exported: Exported,
  target: FixTarget,
  around: Surroundings,
  proposed = 'env',
): Imported {
  const { text } = target;
  const name = exported === 'whole' ? proposed : exported.name;
  const own = readImports(text).filter((one) => resolves(one.module, target.path, module.path));
  for (const one of own) {
    const wanted = exported === 'whole' ? [one.module] : [`${one.module}.${name}`];
    const bound = one.bindings.find(({ qualified }) => wanted.includes(qualified));
    if (bound && !one.typeOnly) return { local: bound.local, edits: [] };
    if (exported !== 'whole' && isDestructured(text, name, one.range.start))
      return { local: name, edits: [] };
  }
  const local = isUsed(text, name) ? `app${name.charAt(0).toUpperCase()}${name.slice(1)}` : name;
  const specifier = own[0]?.module ?? specifierFor(module.path, target, around);
  const line = isScript(target, module)
    ? `const ${bindingOf(exported, local, ': ')} = require('${specifier}');`
    : `import ${bindingOf(exported, local, ' as ')} from '${specifier}';`;
  return { local, edits: [importLine(text, quoted(line, text))] };
}

function bindingOf(exported: Exported, local: string, as: string): string {
  if (exported === 'whole') return local;
  return exported.name === local ? `{ ${local} }` : `{ ${exported.name}${as}${local} }`;
}

/** `const { env } = require('./env')`. */
function isDestructured(text: string, name: string, at: number): boolean {
  const before = text.slice(text.lastIndexOf('\n', at) + 1, at);
  return /^(?:const|let|var) \{/.test(before) && new RegExp(`[{,] ?${name} ?[,}]`).test(before);
}

/** Whether the text has something of that name already, a member of another value aside. */
function isUsed(text: string, name: string): boolean {
  return new RegExp(`(?<![.\\w$'"])${name}(?![\\w$'":])`).test(text);
}

function quoted(line: string, text: string): string {
  const isDouble = /from "/.test(text) || /require\("/.test(text);
  const isBare = /^(?:import|const) [^\n]{1,200}["')]\r?$/m.test(text);
  const ended = isBare && !/^(?:import|const) [^\n]{1,200};\r?$/m.test(text) ? line.replace(/;$/, '') : line;
  return isDouble ? ended.replaceAll("'", '"') : ended;
}

function importLine(text: string, line: string): TextEdit {
  const eol = eolOf(text);
  const ends = readImports(text).flatMap(({ range }) => {
    const start = text.lastIndexOf('\n', range.start) + 1;
    const isTop = /^(?:import\b|\} from\b|export [^\n]{0,200}from\b|(?:const|let|var) |["'])/.test(
      text.slice(start),
    );
    const end = text.indexOf('\n', range.end);
    return isTop ? [end < 0 ? text.length : end + 1] : [];
  });
  const at = ends.length > 0 ? Math.max(...ends) : afterDirectives(text);
  const open = at > 0 && !/[\n\ufeff]/.test(text.charAt(at - 1)) ? eol : '';
  return { range: { start: at, end: at }, newText: `${open}${line}${eol}` };
}

/** A script in the old way of Node: `require` and no `import`. */
function isScript({ path, text }: FixTarget, module: ModuleFile): boolean {
  if (/\.(?:mjs|mts|tsx?|vue|svelte)$/.test(path)) return false;
  if (path.endsWith('.cjs')) return true;
  if (/^(?:import|export)\b/m.test(text)) return false;
  return (
    /\brequire\(/.test(text) || /\bmodule\.exports\b/.test(text) || /^module\.exports\b/m.test(module.text)
  );
}

function stemOf(path: string): string {
  return path.replace(/\.(?:[cm]?[jt]sx?|json)$/, '').replace(/\/index$/, '');
}

/** Whether an import of a file may name a module: by its place, or by an alias of a folder above it. */
export function resolves(specifier: string, from: string, module: string): boolean {
  const stem = stemOf(module);
  if (specifier.startsWith('.')) return stemOf(joined(folderOf(from), specifier)) === stem;
  const tail = /^(?:@|~|#|\$lib|src|@\w+)\/(.+)$/.exec(specifier)?.[1] ?? /^[#~](.+)$/.exec(specifier)?.[1];
  if (tail === undefined) return false;
  const named = stemOf(tail);
  return stem === named || stem.endsWith(`/${named}`);
}

function specifierFor(module: string, target: FixTarget, { named }: Surroundings): string {
  const relative = relativeTo(folderOf(target.path), stemOf(module)) + extensionOf(module, target);
  const isFar = relative.startsWith('../');
  const alias = [...named].find((one) => resolves(one, target.path, module));
  return isFar && alias !== undefined ? alias : relative;
}

/** The extension that a file writes in its own imports: none, or that of the module as it runs. */
function extensionOf(module: string, { path, text }: FixTarget): string {
  const own = readImports(text).filter((one) => one.module.startsWith('.'));
  const known = own.find((one) => /\.[cm]?[jt]sx?$/.test(one.module));
  const extension = /\.[cm]?[jt]sx?$/.exec(module)?.[0] ?? '';
  const isIndex = /\/index\.\w+$/.test(module) && (known || path.endsWith('.mjs')) ? '/index' : '';
  if (known?.module.endsWith('.ts')) return isIndex + extension;
  return known || path.endsWith('.mjs') ? isIndex + extension.replace('t', 'j').replace('x', '') : '';
}

function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}

function joined(folder: string, relative: string): string {
  const parts = folder === '' ? [] : folder.split('/');
  for (const part of relative.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.' && part !== '') parts.push(part);
  }
  return parts.join('/');
}

function relativeTo(folder: string, path: string): string {
  const from = folder === '' ? [] : folder.split('/');
  const to = path.split('/');
  let shared = 0;
  while (shared < from.length && shared < to.length - 1 && from[shared] === to[shared]) shared++;
  const up = '../'.repeat(from.length - shared);
  return `${up === '' ? './' : up}${to.slice(shared).join('/')}`;
}
