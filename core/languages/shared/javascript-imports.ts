import type { Import, ImportBinding } from '../../facts/fact';

const KEYWORD = /\b(?:import|export|require)\b/g;
const FROM = /\bfrom\s*(["'])/;
const CLAUSE = /^[\w$\s,{}*]*$/;
const LONGEST_CLAUSE = 8_000;
/** Of what a line starts with. */
const LONGEST_START = 300;

/** Imports, re-exports, `require(…)` and `import(…)` of a JavaScript or TypeScript text. */
export function readImports(text: string): Import[] {
  const found: Import[] = [];
  for (const match of text.matchAll(KEYWORD)) {
    const at = match.index;
    const before = text[at - 1];
    if (before === '.' || before === '$' || before === '"' || before === "'") continue;
    const read = match[0] === 'require' ? required(text, at) : statement(text, at, match[0]);
    if (read) found.push(isInComment(text, at) ? { ...read, typeOnly: true } : read);
  }
  return found;
}

/** `* @param {import("knex").Knex} knex`, or a line that is commented out: nothing that runs. */
function isInComment(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - LONGEST_START), at);
  const line = before.slice(before.lastIndexOf('\n') + 1);
  return /^[ \t]*(?:\/?\*|\/\/)/.test(line) && !line.includes('*/');
}

/** `const pg = require("pg")` binds the module's name; destructuring is left to the syntax tree. */
function required(text: string, at: number): Import | undefined {
  const read = call(text, at + 7);
  const local = /([\w$]+)[ \t]{0,4}=[ \t]{0,4}$/.exec(text.slice(Math.max(0, at - 80), at))?.[1];
  return read && local ? { ...read, bindings: [{ local, qualified: moduleName(read.module) }] } : read;
}

function call(text: string, from: number): Import | undefined {
  const open = skipSpace(text, from);
  if (text[open] !== '(') return undefined;
  return specifier(text, skipSpace(text, open + 1), [], false);
}

function statement(text: string, at: number, keyword: string): Import | undefined {
  const next = skipSpace(text, at + keyword.length);
  if (keyword === 'import' && text[next] === '(') return call(text, next);
  if (keyword === 'import' && isQuote(text[next])) return specifier(text, next, [], false);
  if (!/[\w${*]/.test(text[next] ?? '')) return undefined;
  const rest = text.slice(next, next + LONGEST_CLAUSE);
  const from = FROM.exec(rest);
  if (!from) return undefined;
  const clause = rest.slice(0, from.index);
  if (!CLAUSE.test(clause)) return undefined;
  const typeOnly = /^type\s+[\w${*]/.test(clause) && !/^type\s+from\b/.test(clause);
  const read = specifier(text, next + from.index + from[0].length - 1, [], typeOnly);
  if (!read || keyword === 'export') return read;
  return { ...read, bindings: bindingsOf(typeOnly ? clause.slice(4) : clause, moduleName(read.module)) };
}

/** A module's name without the `node:` scheme, as qualified names use it. */
export function moduleName(specifier: string): string {
  return specifier.startsWith('node:') ? specifier.slice(5) : specifier;
}

function specifier(
  text: string,
  quoteAt: number,
  bindings: ImportBinding[],
  typeOnly: boolean,
): Import | undefined {
  const quote = text[quoteAt];
  if (!isQuote(quote)) return undefined;
  const end = text.indexOf(quote, quoteAt + 1);
  if (end < 0 || end - quoteAt > 300) return undefined;
  const module = text.slice(quoteAt + 1, end);
  if (module === '' || /[\s$]/.test(module)) return undefined;
  return { module, range: { start: quoteAt + 1, end }, typeOnly, bindings };
}

function bindingsOf(clause: string, module: string): ImportBinding[] {
  const open = clause.indexOf('{');
  const close = clause.indexOf('}', open);
  const outside = open < 0 ? clause : clause.slice(0, open) + (close < 0 ? '' : clause.slice(close + 1));
  const bindings: ImportBinding[] = [];
  for (const part of outside.split(',')) {
    const words = part.trim().split(/\s+/);
    const local = words[0] === '*' ? words[2] : words[0];
    if (local) bindings.push({ local, qualified: module });
  }
  if (open < 0) return bindings;
  for (const part of clause.slice(open + 1, close < 0 ? undefined : close).split(',')) {
    const words = part
      .trim()
      .split(/\s+/)
      .filter((word, index) => index > 0 || word !== 'type');
    const member = words[0];
    const local = words[1] === 'as' ? words[2] : member;
    if (member && local)
      bindings.push({ local, qualified: member === 'default' ? module : `${module}.${member}` });
  }
  return bindings;
}

function skipSpace(text: string, from: number): number {
  let at = from;
  while (at < text.length && /\s/.test(text[at] ?? '')) at++;
  return at;
}

function isQuote(character: string | undefined): character is '"' | "'" | '`' {
  return character === '"' || character === "'" || character === '`';
}
