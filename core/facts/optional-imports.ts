import type { Family } from '../language';
import type { Import } from './fact';

/** Families whose imports may stand inside of something. */
const ANYWHERE: ReadonlySet<Family | undefined> = new Set<Family>(['javascript', 'python', 'ruby', 'php']);
/** A line whose block need not run, or may fail. */
const HEAD =
  /^[ \t]*(?:\}[ \t]*)?(?:try|if|else|elif|elseif|elsif|unless|case|when|switch|match|except|catch|finally)\b/;
/** What stands before an import on its own line. */
const BEFORE = /^[ \t]*[?:]|(?:^|[\s;{(])(?:if|unless|case|when|try)\b|[ \t]\?[ \t]/;
/** What Ruby has behind it. */
const BEHIND = /^["']?\)?[ \t]+(?:if|unless|rescue)\b/;
const RESCUE = /^[ \t]*rescue\b/;
const LONGEST_LINE = 300;

interface Block {
  readonly indent: number;
  isOptional: boolean;
}

/**
 * The modules that a text imports only where they may be missing: in a `try` or under a condition, as far as its lines and how
 * they are indented tell. Only a syntax tree knows for certain.
 */
export function optionalModules(
  text: string,
  imports: readonly Import[],
  family: Family | undefined,
): readonly string[] {
  if (!ANYWHERE.has(family)) return [];
  const needed = imports.filter(({ typeOnly }) => !typeOnly);
  const inner = needed.filter(({ range }) => !isPlain(text, range.start, range.end, family));
  if (inner.length === 0) return [];
  const optional = new Set(optionalOf(text, inner, family));
  const sure = new Set(needed.filter((one) => !optional.has(one)).map(({ module }) => module));
  return [...new Set([...optional].map(({ module }) => module))].filter((module) => !sure.has(module));
}

/** It stands at the left margin with nothing before or behind it that asks or catches. */
function isPlain(text: string, start: number, end: number, family: Family | undefined): boolean {
  const line = lineAt(text, start);
  return !/^[ \t]/.test(line.before) && !isAlone(line.before, text, end, family);
}

/** What stands on its own line makes it optional. */
function isAlone(before: string, text: string, end: number, family: Family | undefined): boolean {
  if (BEFORE.test(before)) return true;
  return family === 'ruby' && BEHIND.test(text.slice(end, end + LONGEST_LINE).split('\n', 1)[0] ?? '');
}

function lineAt(text: string, at: number): { readonly from: number; readonly before: string } {
  const from = text.lastIndexOf('\n', at - 1) + 1;
  return { from, before: text.slice(from, Math.min(at, from + LONGEST_LINE)) };
}

function optionalOf(text: string, imports: readonly Import[], family: Family | undefined): Import[] {
  const around = new Map<Import, readonly Block[]>();
  const alone: Import[] = [];
  let blocks: Block[] = [];
  let next = 0;
  const sorted = imports.toSorted((a, b) => a.range.start - b.range.start);
  for (let from = 0; from < text.length; ) {
    const found = text.indexOf('\n', from);
    const end = found < 0 ? text.length : found;
    const line = text.slice(from, Math.min(end, from + LONGEST_LINE));
    const indent = line.search(/\S/);
    if (indent >= 0) {
      const last = blocks.findLast((block) => block.indent === indent);
      if (last && RESCUE.test(line)) last.isOptional = true;
      blocks = blocks.filter((block) => block.indent < indent);
      for (let one = sorted[next]; one && one.range.start < end; one = sorted[next]) {
        next += 1;
        around.set(one, blocks);
        if (isAlone(text.slice(from, one.range.start), text, one.range.end, family)) alone.push(one);
      }
      blocks = [...blocks, { indent, isOptional: HEAD.test(line) }];
    }
    from = end + 1;
  }
  const inOptional = imports.filter((one) => around.get(one)?.some(({ isOptional }) => isOptional));
  return [...new Set([...alone, ...inOptional])];
}
