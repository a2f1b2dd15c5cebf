import type { Language } from './language';

/**
 * The code of a text: the text itself, or, where code is embedded in another language, the text with all else
 * blanked. Offsets are the same in both.
 */
export function codeOf(text: string, language: Language): string {
  return language.embedded ? onlyBlocks(text, language.embedded) : text;
}

/** Keeps what the pattern's groups named `code` match, and line breaks; blanks the rest. */
function onlyBlocks(text: string, blocks: RegExp): string {
  let code = '';
  let at = 0;
  for (const match of text.matchAll(blocks)) {
    const block = match.groups?.code ?? '';
    const start = match.index + match[0].indexOf('>') + 1;
    code += blank(text.slice(at, start)) + block;
    at = start + block.length;
  }
  return code + blank(text.slice(at));
}

function blank(text: string): string {
  return text.replace(/[^\r\n]/g, ' ');
}
