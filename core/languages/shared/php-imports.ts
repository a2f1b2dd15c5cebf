import type { Import, ImportBinding } from '../../facts/fact';

const USE = /\buse[ \t\r\n]+(?:(?:function|const)[ \t]+)?(?=[A-Za-z_\\])/g;
/** What may stand before a statement on its line. */
const STATEMENT = /(?:^|[;{}]|<\?php)[ \t]*$/;
const CLASS = /^[ \t]*(?:(?:abstract|final|readonly)[ \t]+)*(?:class|trait|interface|enum)[ \t]+\w/m;
const LONGEST_USE = 8_000;
const FARTHEST = 300;
const INCLUDE =
  /(?<![\w$>:\\])(?:require|include)(?:_once)?\b[ \t(]*((?:__DIR__|dirname\(__FILE__\))[ \t]*\.[ \t]*)?(["'])([^"'$\\\n]+)\2(?![ \t]*\.)/g;
/** From the first `\` of a name to where something of it is called: `new \Monolog\Logger(`, `Dotenv\Dotenv::`. */
const REST = /\\([A-Za-z_]\w{0,80}(?:\\[A-Za-z_]\w{0,80}){0,12})[ \t]*(?:\(|::)/g;
const LONGEST_NAME = 80;

export const COMMENT = /^[ \t]*(?:\/\/|#(?!\[)|\/?\*)/;
/** `use`, `require`, `include` and names written with their namespace of a PHP text. */
export function readImports(text: string): Import[] {
  const found = [...uses(text), ...includes(text)];
  return [...found, ...fullNames(text, found)].sort((a, b) => a.range.start - b.range.start);
}

function uses(text: string): Import[] {
  const found: Import[] = [];
  let classAt: number | undefined;
  for (const match of text.matchAll(USE)) {
    const before = lineBefore(text, match.index);
    if (!STATEMENT.test(before)) continue;
    if (before !== '') {
      classAt ??= CLASS.exec(text)?.index ?? text.length;
      // Inside a class `use` names traits.
      if (match.index > classAt) continue;
    }
    const start = match.index + match[0].length;
    const rest = text.slice(start, start + LONGEST_USE);
    const end = rest.indexOf(';');
    if (end >= 0) found.push(...clauses(rest.slice(0, end), start));
  }
  return found;
}

/** What stands before a place on its line, as far as it matters. */
export function lineBefore(text: string, at: number): string {
  const near = text.slice(Math.max(0, at - FARTHEST), at);
  return near.slice(near.lastIndexOf('\n') + 1);
}

function clauses(source: string, start: number): Import[] {
  const open = source.indexOf('{');
  if (open >= 0) {
    const prefix = /^\\?([\w\\]+?)\\?\s*$/.exec(source.slice(0, open))?.[1];
    const close = source.indexOf('}', open);
    if (prefix === undefined || close < 0) return [];
    const bindings = names(source.slice(open + 1, close), `${dotted(prefix)}.`).map(({ bound }) => bound);
    return [imported(prefix, start + source.indexOf(prefix), bindings)];
  }
  return names(source, '').map(({ name, at, bound }) => imported(name, start + at, [bound]));
}

interface Clause {
  readonly name: string;
  readonly at: number;
  readonly bound: ImportBinding;
}

function names(list: string, prefix: string): Clause[] {
  const found: Clause[] = [];
  const plain = list.replace(/\/\/[^\n]*|#[^\n]*|\/\*[\s\S]*?\*\//g, (comment) => ' '.repeat(comment.length));
  let at = 0;
  for (const part of plain.split(',')) {
    const match = /^(\s*(?:(?:function|const)\s+)?\\?)([A-Za-z_][\w\\]*)(?:\s+as\s+(\w+))?\s*$/i.exec(part);
    const name = match?.[2];
    if (match && name !== undefined) {
      const local = match[3] ?? name.slice(name.lastIndexOf('\\') + 1);
      found.push({
        name,
        at: at + (match[1] ?? '').length,
        bound: { local, qualified: prefix + dotted(name) },
      });
    }
    at += part.length + 1;
  }
  return found;
}

function dotted(name: string): string {
  return name.replaceAll('\\', '.');
}

function imported(module: string, start: number, bindings: readonly ImportBinding[]): Import {
  return { module, range: { start, end: start + module.length }, typeOnly: false, bindings };
}

function includes(text: string): Import[] {
  const found: Import[] = [];
  for (const match of text.matchAll(INCLUDE)) {
    if (COMMENT.test(lineBefore(text, match.index))) continue;
    const path = match[3] ?? '';
    const end = match.index + match[0].length - 1;
    const module = match[1] === undefined ? path : `.${path}`;
    found.push({ module, range: { start: end - path.length, end }, typeOnly: false, bindings: [] });
  }
  return found;
}

/** Each once. Without a leading `\` a name is full only where the file has no namespace and no `use` of its first part. */
function fullNames(text: string, known: readonly Import[]): Import[] {
  if (!text.includes('\\')) return [];
  const locals = new Set(known.flatMap(({ bindings }) => bindings.map(({ local }) => local)));
  const isGlobal = !/^(?:<\?php)?[ \t]*namespace[ \t]+\w/m.test(text);
  const found = new Map<string, Import>();
  for (const match of text.matchAll(REST)) {
    const before = text.slice(Math.max(0, match.index - LONGEST_NAME), match.index);
    const first = /(?<![\w$\\>:'"])[A-Za-z_]\w*$/.exec(before)?.[0] ?? '';
    const rest = match[1] ?? '';
    const name = first === '' ? rest : `${first}\\${rest}`;
    const isFull =
      first === '' ? rest.includes('\\') && !/[\w$\\>:'"]$/.test(before) : isGlobal && !locals.has(first);
    if (!isFull || found.has(name) || COMMENT.test(lineBefore(text, match.index))) continue;
    const start = match.index + (first === '' ? 1 : -first.length);
    found.set(name, imported(name, start, [{ local: `\\${name}`, qualified: dotted(name) }]));
  }
  return [...found.values()];
}
