import { defineEntryFormat } from '../entry';
import { Blocks } from './shared/blocks';
import { linesOf, trimmed, withoutQuotes } from './shared/lines';

const BLOCK = /^(\w+)\s+\w+\s*\{$/;
const SETTING = /^(\w+)\s*=\s*(\S.*)$/;

/** Prisma's schema: the settings of its `datasource` and `generator`; models are no settings. */
export default defineEntryFormat({
  id: 'prisma',
  files: /\.prisma$/,
  comment: ['// ', ''],
  entries(text) {
    const blocks = new Blocks(text);
    let isOpen = false;
    for (const line of linesOf(text)) {
      const { start, end } = trimmed(text, withoutSlashes(text, line));
      const written = text.slice(start, end);
      const block = BLOCK.exec(written)?.[1];
      const setting = SETTING.exec(written);
      if (block === 'datasource' || block === 'generator') {
        blocks.open({ start, end: start + block.length });
        isOpen = true;
      } else if (isOpen && written === '}') {
        blocks.close(end);
        isOpen = false;
      } else if (isOpen && setting) {
        const name = { start, end: start + (setting[1] ?? '').length };
        const value = { start: end - (setting[2] ?? '').length, end };
        blocks.directive(name, withoutQuotes(text, value), end);
      }
    }
    blocks.closeAll();
    return blocks.entries;
  },
});

/** A line without a comment of its own; one behind a value stays, since `//` may stand in an address. */
function withoutSlashes(text: string, line: { start: number; end: number }) {
  return /^\s*\/\//.test(text.slice(line.start, line.end)) ? { start: line.end, end: line.end } : line;
}
