import type { Node } from 'jsonc-parser';
import type { DependencyKind } from '../../manifest';
import { eolOf, type TextEdit } from '../../text';
import { indentAt, indentUnit, insertInList, type List } from './insert';
import { type JsonProperty, propertiesOf, rangeOf, readJson } from './json';

const SECTION_OF: Record<DependencyKind, string> = {
  runtime: 'dependencies',
  dev: 'devDependencies',
  optional: 'optionalDependencies',
  peer: 'peerDependencies',
};
/** A new section stands before the first of these that is there. */
const LATER = ['devDependencies', 'peerDependencies', 'optionalDependencies'];

/** Declares a package in the section of its kind, which is added where it is missing. */
export function declareInPackageJson(
  text: string,
  name: string,
  version: string | undefined,
  kind: DependencyKind,
): readonly TextEdit[] | undefined {
  return declareInJsonSection(text, SECTION_OF[kind], name, rangeFor(version), LATER);
}

/** Declares a package in a section of a JSON manifest; a new section stands before the first of `later` there is. */
export function declareInJsonSection(
  text: string,
  section: string,
  name: string,
  version: string,
  later: readonly string[],
): readonly TextEdit[] | undefined {
  const { root, problem } = readJson(text);
  if (!root || problem !== undefined) return undefined;
  const entry = `${JSON.stringify(name)}: ${JSON.stringify(version)}`;
  const existing = propertiesOf(root).find((property) => property.name === section);
  if (existing)
    return existing.value.type === 'object' ? inObject(text, existing.value, name, entry) : undefined;
  return [newSection(text, root, section, entry, later)];
}

/** The range that is usual for a version. */
export function rangeFor(version: string | undefined): string {
  if (version === undefined || version === '') return 'latest';
  return /^[0-9]/.test(version) ? `^${version}` : version;
}

function inObject(text: string, object: Node, name: string, entry: string): TextEdit[] {
  const properties = propertiesOf(object);
  if (properties.length > 0) return insertInList(text, listOf(object, properties), name, entry);
  const indent = indentAt(text, object.offset);
  const eol = eolOf(text);
  const newText = `${eol}${indent}${indentUnit(text, '  ')}${entry}${eol}${indent}`;
  const { start, end } = rangeOf(object);
  return [{ range: { start: start + 1, end: end - 1 }, newText }];
}

function newSection(
  text: string,
  root: Node,
  section: string,
  entry: string,
  later: readonly string[],
): TextEdit {
  const properties = propertiesOf(root);
  const eol = eolOf(text);
  const unit = indentUnit(text, '  ');
  const oneLine = properties.length > 0 && !text.trim().includes('\n');
  const block = oneLine
    ? `"${section}": { ${entry} }`
    : `"${section}": {${eol}${unit}${unit}${entry}${eol}${unit}}`;
  const separator = oneLine ? ', ' : `,${eol}${unit}`;
  const next = later.includes(section) ? undefined : properties.find(({ name }) => later.includes(name));
  if (next) return insert(next.range.start, block + separator);
  const last = properties.at(-1);
  if (last) return insert(last.range.end, separator + block);
  const { start, end } = rangeOf(root);
  return { range: { start: start + 1, end: end - 1 }, newText: `${eol}${unit}${block}${eol}` };
}

function listOf(object: Node, properties: readonly JsonProperty[]): List {
  const { start, end } = rangeOf(object);
  return {
    inner: { start: start + 1, end: end - 1 },
    items: properties.map(({ name, range }) => ({ key: name, range })),
  };
}

function insert(offset: number, newText: string): TextEdit {
  return { range: { start: offset, end: offset }, newText };
}
