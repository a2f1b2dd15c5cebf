import {
  type Dependency,
  type DependencyKind,
  defineManifest,
  type Manifest,
  type ManifestTrait,
} from '../manifest';
import type { Range, TextEdit } from '../text';
import { emptyManifest } from './shared/empty';
import { insertInList } from './shared/insert';
import { baseName, resolvePath } from './shared/paths';
import { type PythonToken, tokensOf } from './shared/python-literals';
import { dependencyOf, normalizeName, readRequirement, requirementText } from './shared/requirement';

/** Setuptools' setup.py, as far as its arguments are literal lists. */
export default defineManifest({
  id: 'setup-py',
  ecosystem: 'pypi',
  files: /(?:^|\/)setup\.py$/,
  parse,
  declare,
});

const KINDS: ReadonlyMap<string, DependencyKind> = new Map([
  ['install_requires', 'runtime'],
  ['extras_require', 'optional'],
  ['tests_require', 'dev'],
  ['setup_requires', 'dev'],
]);

/** A literal list, tuple or dictionary given to a name, of itself or by the name that it has above. */
interface Given {
  readonly name: string;
  readonly inner: Range;
  readonly strings: readonly PythonToken[];
}

function parse(path: string, text: string): Manifest {
  const empty = emptyManifest(path, 'pypi', 'setup-py');
  const tokens = [...tokensOf(text)];
  // Any module may be called setup.py.
  const calls = tokens.some(
    (token, at) => textOf(text, token) === 'setup' && isSign(text, tokens[at + 1], '('),
  );
  if (!calls) return { ...empty, traits: new Set(['tooling-only'] as const) };
  const given = givenLists(text, tokens);
  const traits = new Set<ManifestTrait>();
  if (given.some(({ name }) => name === 'classifiers')) traits.add('published');
  if (tokens.some((token) => textOf(text, token).includes('console_scripts'))) traits.add('command');
  const includes = tokens.flatMap((token) => {
    const file = textOf(text, token);
    const isFile =
      token.kind === 'string' && baseName(file).includes('requirements') && file.endsWith('.txt');
    return isFile ? (resolvePath(path, file) ?? []) : [];
  });
  return {
    ...empty,
    name: nameOf(text, tokens),
    dependencies: given.flatMap((list) => dependenciesOf(text, list)),
    includes,
    traits,
  };
}

function textOf(text: string, { content }: PythonToken): string {
  return text.slice(content.start, content.end);
}

function nameOf(text: string, tokens: readonly PythonToken[]): string | undefined {
  const at = tokens.findIndex(
    (token, index) =>
      textOf(text, token) === 'name' &&
      token.kind === 'name' &&
      tokens[index + 2]?.kind === 'string' &&
      isSign(text, tokens[index + 1], '='),
  );
  const found = at < 0 ? undefined : tokens[at + 2];
  return found && textOf(text, found);
}

/**
 * Finds `name = [ … ]`, `name=( … )` and `name={ … }` for the names that list packages or classifiers, and for those
 * that one of them is given: `install_requires=requirements`.
 */
function givenLists(text: string, tokens: readonly PythonToken[]): Given[] {
  const found: Given[] = [];
  const keys = keysIn(text, tokens);
  const names = namesOfLists(text, tokens);
  for (let index = 0; index + 2 < tokens.length; index++) {
    const [name, equals, open] = tokens.slice(index, index + 3);
    if (name?.kind !== 'name' || !open || !isSign(text, equals, '=') || !isSign(text, open, '[', '(', '{'))
      continue;
    const word = names.get(textOf(text, name));
    if (word === undefined) continue;
    const close = closing(text, tokens, index + 2);
    const strings = tokens
      .slice(index + 3, close)
      .filter((token) => token.kind === 'string' && !keys.has(token));
    const end = tokens[close]?.range.start ?? text.length;
    found.push({
      name: word,
      inner: { start: open.range.end, end },
      strings,
    });
    index = close;
  }
  return found;
}

/** What the list of each name is for. A name that two lists are made of is for the first of them. */
function namesOfLists(text: string, tokens: readonly PythonToken[]): ReadonlyMap<string, string> {
  const names = new Map([...KINDS.keys(), 'classifiers'].map((word) => [word, word]));
  tokens.forEach((token, at) => {
    const [value, next] = [tokens[at + 2], tokens[at + 3]];
    const word = textOf(text, token);
    if (!KINDS.has(word) || value?.kind !== 'name' || !isSign(text, tokens[at + 1], '=')) return;
    const isWhole = isSign(text, next, ',', ')') && !names.has(textOf(text, value));
    if (isWhole) names.set(textOf(text, value), word);
  });
  return names;
}

/** The index of the bracket that closes the one at `open`; the number of tokens where none does. */
function closing(text: string, tokens: readonly PythonToken[], open: number): number {
  let depth = 0;
  for (let index = open; index < tokens.length; index++) {
    if (isSign(text, tokens[index], '[', '(', '{')) depth++;
    if (isSign(text, tokens[index], ']', ')', '}')) depth--;
    if (depth === 0) return index;
  }
  return tokens.length;
}

/** The keys of dictionaries: what a colon follows. */
function keysIn(text: string, tokens: readonly PythonToken[]): ReadonlySet<PythonToken> {
  return new Set(tokens.filter((_, index) => isSign(text, tokens[index + 1], ':')));
}

function isSign(text: string, token: PythonToken | undefined, ...signs: string[]): boolean {
  return token?.kind === 'other' && signs.includes(text.charAt(token.range.start));
}

function dependenciesOf(text: string, { name, strings }: Given): Dependency[] {
  const kind = KINDS.get(name);
  if (kind === undefined) return [];
  return strings.flatMap(({ content }) => {
    const requirement = readRequirement(text, content.start, content.end);
    return requirement ? [dependencyOf(requirement, kind)] : [];
  });
}

function declare(
  text: string,
  name: string,
  version: string | undefined,
  kind: DependencyKind,
): TextEdit[] | undefined {
  const wanted = kind === 'dev' ? 'tests_require' : 'install_requires';
  const list = givenLists(text, [...tokensOf(text)]).find((each) => each.name === wanted);
  if (!list || !['[', '('].includes(text.charAt(list.inner.start - 1)) || list.inner.end === text.length)
    return undefined;
  const items = list.strings.map(({ content, range }) => ({
    key: readRequirement(text, content.start, content.end)?.name ?? '',
    range,
  }));
  const quote = text.charAt(items[0]?.range.start ?? -1) || "'";
  return insertInList(
    text,
    { inner: list.inner, items },
    normalizeName(name),
    quote + requirementText(name, version, '>=') + quote,
  );
}
