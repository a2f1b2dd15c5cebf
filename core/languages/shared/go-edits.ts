import { eolOf, type TextEdit } from '../../text';
import { type GoHeader, type GoImportDeclaration, type GoSpec, localName, readHeader } from './go-imports';

interface Wanted {
  readonly name: string | undefined;
  readonly path: string;
}

/** The name by which a package of the standard library is called in a text; another one where its own is taken. */
export function standardName(text: string, path: string): { readonly name: string; readonly dot: boolean } {
  const own = path.slice(path.lastIndexOf('/') + 1);
  const specs = readHeader(text).declarations.flatMap((declaration) => declaration.specs);
  const imported = specs.find((spec) => spec.path === path && spec.name !== '_');
  if (imported) return { name: localName(imported), dot: imported.name === '.' };
  const taken = specs.some((spec) => localName(spec) === own) || declares(text, own);
  return { name: taken ? `std${own}` : own, dot: false };
}

function declares(text: string, name: string): boolean {
  return new RegExp(
    `\\b${name}\\s*(?:,\\s*\\w+\\s*)*:=|\\b(?:var|const|func|type)\\s+${name}\\b|[(,]\\s*${name}\\s+[\\w.*[]`,
  ).test(text);
}

/** The edits that import these packages, in the order and the groups of gofmt; none for what is imported already. */
export function importEdits(text: string, paths: readonly string[]): TextEdit[] {
  const wanted = [...paths].sort().map((path) => {
    const { name } = standardName(text, path);
    return { path, name: path.endsWith(name) ? undefined : name };
  });
  return addImports(text, wanted);
}

/** The edits that import packages under these names. */
export function addImports(text: string, wanted: readonly Wanted[]): TextEdit[] {
  const header = readHeader(text);
  const specs = header.declarations.flatMap((declaration) => declaration.specs);
  const missing = wanted.filter(
    ({ name, path }) => !specs.some((spec) => spec.path === path && (name === '_' || spec.name !== '_')),
  );
  if (missing.length === 0) return [];
  const eol = eolOf(text);
  return editsFor(text, header, missing).map((edit) => ({
    ...edit,
    newText: edit.newText.replaceAll('\n', eol),
  }));
}

function editsFor(text: string, header: GoHeader, missing: readonly Wanted[]): TextEdit[] {
  const usable = header.declarations.filter(({ specs }) => !specs.some(({ path }) => path === 'C'));
  const block = usable.find(({ open }) => open !== undefined);
  if (block) return missing.map((one) => intoBlock(text, block, one));
  const [single] = usable;
  const spec = single?.specs[0];
  const lines = missing.map((one) => `import ${written(one)}\n`).join('');
  if (single && spec && usable.length === 1)
    return [{ range: { start: single.start, end: single.end }, newText: blockOf(text, spec, missing) }];
  if (single) return [insert(single.start, lines)];
  const at = header.declarations.at(-1)?.end ?? header.packageEnd;
  if (at === 0) return [insert(0, `${lines}\n`)];
  return [insert(endOfLine(text, at), `\n\n${lines.trimEnd()}`)];
}

/** A block of one import that stood alone and the new ones, the standard library's first. */
function blockOf(text: string, alone: GoSpec, missing: readonly Wanted[]): string {
  const all = [
    ...missing.map((one) => ({ path: one.path, source: written(one) })),
    { path: alone.path, source: text.slice(alone.start, alone.end) },
  ].sort((a, b) => (a.path < b.path ? -1 : 1));
  const groups = [all.filter(({ path }) => isStandard(path)), all.filter(({ path }) => !isStandard(path))];
  const shown = groups
    .filter((group) => group.length > 0)
    .map((group) => group.map(({ source }) => `\t${source}\n`).join(''));
  return `import (\n${shown.join('\n')})`;
}

function intoBlock(text: string, block: GoImportDeclaration, wanted: Wanted): TextEdit {
  const open = block.open ?? block.start;
  if (!text.slice(open, block.end).includes('\n')) return insert(open, `${written(wanted)}; `);
  const group = groupFor(text, block, wanted.path);
  const before = group.findLast(({ path }) => path < wanted.path);
  if (before) return insert(endOfLine(text, before.end), `\n\t${written(wanted)}`);
  const [first] = group;
  if (!first)
    return isStandard(wanted.path) ? atTop(text, open, block, wanted) : atBottom(text, block, wanted);
  const index = block.specs.indexOf(first);
  const previous = block.specs[index - 1];
  if (!previous) return insert(endOfLine(text, open), `\n\t${written(wanted)}`);
  const between = text.slice(previous.end, first.start);
  const blank = /\n[ \t]*\r?\n/.exec(between);
  return insert(previous.end + (blank ? blank.index + blank[0].length : 0), `\t${written(wanted)}\n`);
}

/** The imports among which a new one belongs: a run without blank lines that holds imports of its kind. */
function groupFor(text: string, block: GoImportDeclaration, path: string): readonly GoSpec[] {
  const groups: GoSpec[][] = [];
  let end = -1;
  for (const spec of block.specs) {
    const last = groups.at(-1);
    if (last && !/\n[ \t]*\r?\n/.test(text.slice(end, spec.start))) last.push(spec);
    else groups.push([spec]);
    end = spec.end;
  }
  const standard = isStandard(path);
  const alike = groups.filter((group) => group.some((spec) => isStandard(spec.path) === standard));
  return (standard ? alike[0] : alike.at(-1)) ?? [];
}

function atTop(text: string, open: number, block: GoImportDeclaration, wanted: Wanted): TextEdit {
  const gap = block.specs.length > 0 ? '\n' : '';
  return insert(endOfLine(text, open), `\n\t${written(wanted)}${gap}`);
}

function atBottom(text: string, block: GoImportDeclaration, wanted: Wanted): TextEdit {
  const last = block.specs.at(-1);
  return insert(endOfLine(text, last?.end ?? block.end - 1), `${last ? '\n' : ''}\n\t${written(wanted)}`);
}

function written({ name, path }: Wanted): string {
  return name === undefined ? `"${path}"` : `${name} "${path}"`;
}

/** The standard library's paths have no dot in their first element. */
function isStandard(path: string): boolean {
  return !/^[^/]*\./.test(path);
}

function endOfLine(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  if (end < 0) return text.length;
  return text[end - 1] === '\r' && end > from ? end - 1 : end;
}

function insert(at: number, newText: string): TextEdit {
  return { range: { start: at, end: at }, newText };
}
