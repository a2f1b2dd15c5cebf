import { type AST, parseTOML } from 'toml-eslint-parser';
import { reading } from '../../formats/reading';
import type { Range } from '../../text';

/** One part of a dotted key, as in `[tool.poetry]`. */
export interface TomlKey {
  readonly name: string;
  readonly range: Range;
}

/** `key = value` with the path that leads to it: table, dotted key and inline tables alike. */
export interface TomlLeaf {
  readonly path: readonly TomlKey[];
  readonly value: AST.TOMLContentNode;
  /** The whole pair. */
  readonly range: Range;
}

export interface TomlTable {
  /** `tool.poetry.dependencies` */
  readonly name: string;
  /** From its header to its last pair. */
  readonly range: Range;
}

export interface TomlFile {
  readonly leaves: readonly TomlLeaf[];
  readonly tables: readonly TomlTable[];
  readonly problem: string | undefined;
}

/** A string in a TOML file and the range of its content, without the quotes. */
export interface TomlString {
  readonly value: string;
  readonly content: Range;
  /** With the quotes. */
  readonly range: Range;
}

/** Reads a TOML text flatly. A text with a syntax error has no leaves and a `problem`. */
export function readToml(text: string): TomlFile {
  const source = text.charCodeAt(0) === 0xfeff ? ` ${text.slice(1)}` : text;
  const read = reading(() => flatten(parseTOML(source)));
  return 'value' in read
    ? { ...read.value, problem: undefined }
    : { leaves: [], tables: [], problem: read.problem };
}

/** Whether a leaf's path starts with these names; `*` stands for any one. */
export function under(leaf: TomlLeaf, ...names: string[]): boolean {
  return names.every((name, index) =>
    name === '*' ? leaf.path.length > index : leaf.path[index]?.name === name,
  );
}

/** Whether a leaf's path is exactly these names; `*` stands for any one. */
export function isAt(leaf: TomlLeaf, ...names: string[]): boolean {
  return leaf.path.length === names.length && under(leaf, ...names);
}

export function stringOf(node: AST.TOMLContentNode): TomlString | undefined {
  if (node.type !== 'TOMLValue' || node.kind !== 'string') return undefined;
  const quotes = node.multiline ? 3 : 1;
  const range = rangeOf(node);
  return { value: node.value, content: { start: range.start + quotes, end: range.end - quotes }, range };
}

export function stringsOf(node: AST.TOMLContentNode): TomlString[] {
  if (node.type !== 'TOMLArray') return [];
  return node.elements.flatMap((element) => stringOf(element) ?? []);
}

export function rangeOf(node: { range: [number, number] }): Range {
  return { start: node.range[0], end: node.range[1] };
}

function flatten(program: AST.TOMLProgram): { leaves: TomlLeaf[]; tables: TomlTable[] } {
  const leaves: TomlLeaf[] = [];
  const tables: TomlTable[] = [];
  for (const node of program.body[0].body) {
    if (node.type === 'TOMLKeyValue') addPair(node, [], leaves);
    else {
      const path = keysOf(node.key);
      if (node.kind === 'standard')
        tables.push({ name: path.map((key) => key.name).join('.'), range: rangeOf(node) });
      for (const pair of node.body) addPair(pair, path, leaves);
    }
  }
  return { leaves, tables };
}

function addPair(pair: AST.TOMLKeyValue, base: readonly TomlKey[], leaves: TomlLeaf[]): void {
  const path = [...base, ...keysOf(pair.key)];
  if (pair.value.type !== 'TOMLInlineTable' || pair.value.body.length === 0) {
    leaves.push({ path, value: pair.value, range: rangeOf(pair) });
    return;
  }
  for (const inner of pair.value.body) addPair(inner, path, leaves);
}

function keysOf(key: AST.TOMLKey): TomlKey[] {
  return key.keys.map((part) => ({
    name: part.type === 'TOMLBare' ? part.name : part.value,
    range: rangeOf(part),
  }));
}
