import { getLocation } from 'jsonc-parser';
import { reading } from '../../formats/reading';
import type { DependencyKind, PackagePlace } from '../../manifest';
import type { Range } from '../../text';

/** Longer lines were hardly typed. */
const MOST = 1000;
const NAME_BEFORE = /[\w.@/-]*$/;
const NAME_AFTER = /^[\w.@/-]*/;

/** A word of a line with what stands around it on the line. */
export interface TypedWord {
  readonly text: string;
  readonly range: Range;
  readonly before: string;
  readonly after: string;
}

/** The name at an offset, as far as it is typed. */
export function wordAt(text: string, offset: number): TypedWord | undefined {
  const lineStart = text.lastIndexOf('\n', offset - 1) + 1;
  const found = text.indexOf('\n', offset);
  const lineEnd = found < 0 ? text.length : found;
  if (lineEnd - lineStart > MOST) return undefined;
  const start = offset - (NAME_BEFORE.exec(text.slice(lineStart, offset))?.[0].length ?? 0);
  const end = offset + (NAME_AFTER.exec(text.slice(offset, lineEnd))?.[0].length ?? 0);
  return {
    text: text.slice(start, end),
    range: { start, end },
    before: text.slice(lineStart, start).replace('\ufeff', ''),
    after: text.slice(end, lineEnd).trimEnd(),
  };
}

/** The word with the quotes around it; a closing one may still be missing. Undefined where none is before it. */
export function quotedWord(word: TypedWord): TypedWord | undefined {
  const quote = /["']$/.exec(word.before)?.[0];
  if (quote === undefined) return undefined;
  const closed = word.after.startsWith(quote) ? 1 : 0;
  return {
    text: word.text,
    range: { start: word.range.start - 1, end: word.range.end + closed },
    before: word.before.slice(0, -1),
    after: word.after.slice(closed),
  };
}

/** The key of a section of a JSON manifest. */
export function placeInJson(
  text: string,
  offset: number,
  sections: readonly (readonly [name: string, kind: DependencyKind])[],
  bound: (version: string | undefined) => string,
): PackagePlace | undefined {
  const read = reading(() => getLocation(text, offset));
  if ('problem' in read) return undefined;
  const { path, isAtPropertyKey, previousNode } = read.value;
  const section = sections.find(([name]) => name === path[0]);
  if (!section || path.length !== 2 || !isAtPropertyKey) return undefined;
  const word = wordAt(text, offset);
  if (!word) return undefined;
  const quoted = quotedWord(word) ?? { ...word, range: { start: offset, end: offset }, text: '' };
  const isInKey = previousNode !== undefined && previousNode.offset <= offset;
  const whole = isInKey ? quoted : { ...word, text: '' };
  const hasValue = /^\s*:/.test(whole.after);
  return {
    range: whole.range,
    typed: whole.text,
    kind: section[1],
    entry: (name, version) => JSON.stringify(name) + (hasValue ? '' : `: ${JSON.stringify(bound(version))}`),
  };
}

/** The name of the last TOML table that is opened before an offset. */
export function tableAt(text: string, offset: number): string {
  let name = '';
  for (const [, opened = ''] of text.slice(0, offset).matchAll(/^[ \t]{0,40}\[{1,2}([^\]\n]{0,200})\]/gm))
    name = opened.trim();
  return name;
}

/** The start of a line in a TOML table of packages: `name = "version"`. */
export function placeInTable(
  text: string,
  offset: number,
  kind: DependencyKind,
  entry: PackagePlace['entry'],
): PackagePlace | undefined {
  const word = wordAt(text, offset);
  if (word?.before.trim() !== '') return undefined;
  if (word.after !== '' && !/^\s*=/.test(word.after)) return undefined;
  const hasValue = word.after !== '';
  return {
    range: word.range,
    typed: word.text,
    kind,
    entry: (name, version) => (hasValue ? name : entry(name, version)),
  };
}
