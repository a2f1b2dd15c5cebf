import type { DependencyKind, PackagePlace } from '../../manifest';
import { poetryLine } from './pyproject-declare';
import { requirementText } from './requirement';
import { placeInTable, quotedWord, tableAt, wordAt } from './typed';

/** Where the name of a package is typed in a pyproject.toml: in a list of requirements, or in one of Poetry's tables. */
export function placeInPyproject(text: string, offset: number): PackagePlace | undefined {
  const table = tableAt(text, offset);
  const kind = kindOfTable(table);
  if (kind !== undefined) return placeInTable(text, offset, kind, poetryLine);
  const word = wordAt(text, offset);
  const quoted = word && quotedWord(word);
  if (!quoted) return undefined;
  const key = openArray(text.slice(0, quoted.range.start));
  const list = key === undefined ? undefined : kindOfList(table, key);
  if (list === undefined) return undefined;
  const quote = text[quoted.range.start] ?? '"';
  return {
    range: quoted.range,
    typed: quoted.text,
    kind: list,
    entry: (name, version) => `${quote}${requirementText(name, version, '>=')}${quote}`,
  };
}

function kindOfTable(table: string): DependencyKind | undefined {
  if (table === 'tool.poetry.dependencies') return 'runtime';
  return /^tool\.poetry\.(?:dev-dependencies|group\.[\w-]+\.dependencies)$/.test(table) ? 'dev' : undefined;
}

function kindOfList(table: string, key: string): DependencyKind | undefined {
  if (table === 'project' && key === 'dependencies') return 'runtime';
  if (table === 'project.optional-dependencies') return 'optional';
  return table === 'dependency-groups' || (table === 'tool.uv' && key === 'dev-dependencies')
    ? 'dev'
    : undefined;
}

/** The key whose list is open at the end of a text. */
function openArray(before: string): string | undefined {
  let key: string | undefined;
  for (const line of before.split('\n')) {
    const opened = /^\s*([\w-]+)\s*=\s*\[/.exec(line);
    if (opened) key = opened[1];
    if (closes(line.slice(opened ? opened[0].length : 0))) key = undefined;
  }
  return key;
}

/** Whether a line ends in the bracket that closes an array, but for a comment. */
function closes(line: string): boolean {
  const comment = line.indexOf('#');
  return (comment < 0 ? line : line.slice(0, comment)).trimEnd().endsWith(']');
}
