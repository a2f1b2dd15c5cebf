import type { Range } from '../../../text';
import type { ConfigEntry } from '../../entry';
import { Blocks } from './blocks';

/** One after another: comment, string, sign, word. In a word `${name}` and `\{` are no braces. */
const TOKEN =
  /#[^\r\n]*|"[^"\\]*(?:\\[\s\S][^"\\]*)*"?|'[^'\\]*(?:\\[\s\S][^'\\]*)*'?|[;{}]|(?:\\[\s\S]|\$\{[^{}\s]*\}|[^\s;{}])+/g;

/** Directives that end with `;`, in blocks of braces. */
export function readBraces(text: string, source: string): readonly ConfigEntry[] {
  const blocks = new Blocks(text);
  let words: Range[] = [];
  const finish = (end?: number): void => {
    const [name, first] = words;
    const last = words.at(-1);
    if (name && last) blocks.directive(name, first && { start: first.start, end: last.end }, end ?? last.end);
    words = [];
  };
  const tokens = new RegExp(TOKEN);
  for (let match = tokens.exec(source); match; match = tokens.exec(source)) {
    const [token] = match;
    const [name] = words;
    if (token === ';') finish(match.index + 1);
    else if (token === '}') {
      finish();
      blocks.close(match.index + 1);
    } else if (token === '{' && name && isForeign(text, name)) {
      const end = endOfBlock(source, match.index);
      words.push({ start: match.index, end });
      finish();
      tokens.lastIndex = end;
    } else if (token === '{') {
      if (name) blocks.open(name);
      else blocks.open({ start: match.index, end: match.index + 1 });
      words = [];
    } else if (!token.startsWith('#')) words.push({ start: match.index, end: match.index + token.length });
  }
  finish();
  blocks.closeAll();
  return blocks.entries;
}

/** What stands in the braces is a program. */
function isForeign(text: string, name: Range): boolean {
  return text.slice(name.start, name.end).endsWith('_by_lua_block');
}

function endOfBlock(source: string, start: number): number {
  const braces = /[{}]/g;
  braces.lastIndex = start;
  let depth = 0;
  for (let match = braces.exec(source); match; match = braces.exec(source)) {
    depth += match[0] === '{' ? 1 : -1;
    if (depth === 0) return braces.lastIndex;
  }
  return source.length;
}
