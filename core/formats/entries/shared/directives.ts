import type { Range } from '../../../text';
import type { ConfigEntry } from '../../entry';
import { Blocks } from './blocks';
import { linesOf, trimmed, withoutComment } from './lines';

const SECTION = /^(?:global|defaults|frontend|backend|listen|peers|resolvers|userlist|mailers|program)$/;
const TAG = /^<([A-Za-z][\w.-]*)/;
const END_TAG = /^<\/([A-Za-z][\w.-]*)/;

/** Directives of one line each: in tags (Apache), below section names (HAProxy), in braces at line ends (Caddy). */
export function readDirectives(text: string, source: string): readonly ConfigEntry[] {
  const blocks = new Blocks(text);
  for (const line of logicalLines(source)) readLine(line, source, blocks);
  blocks.closeAll();
  return blocks.entries;
}

/** Lines without blanks around them and comments, joined where a backslash ends one. */
function logicalLines(source: string): Range[] {
  const found: Range[] = [];
  let open: number | undefined;
  for (const line of linesOf(source)) {
    const { start, end } = trimmed(source, line);
    if (open === undefined && (start === end || source[start] === '#')) continue;
    open ??= start;
    if (source[end - 1] === '\\' && start < end) continue;
    found.push(trimmed(source, { start: open, end }));
    open = undefined;
  }
  if (open !== undefined) found.push(trimmed(source, { start: open, end: source.length }));
  return found;
}

function readLine(line: Range, source: string, blocks: Blocks): void {
  const { start, end } = withoutComment(source, line, '#');
  const written = source.slice(start, end);
  const endTag = END_TAG.exec(written)?.[1];
  const tag = TAG.exec(written)?.[1];
  const word = /^\S+/.exec(written)?.[0] ?? '';
  const name = { start, end: start + word.length };
  if (endTag !== undefined) blocks.closeNamed(endTag, end);
  else if (tag !== undefined) blocks.open({ start: start + 1, end: start + 1 + tag.length }, start);
  else if (word === '}') blocks.close(start + 1);
  else if (written.endsWith('{')) blocks.open(word === '{' ? { start, end } : name);
  else if (SECTION.test(word) && (blocks.innermost === undefined || SECTION.test(blocks.innermost))) {
    blocks.closeAll();
    blocks.open(name);
  } else {
    const args = trimmed(source, { start: name.end, end });
    blocks.directive(name, args.start < args.end ? args : undefined, end);
  }
}
