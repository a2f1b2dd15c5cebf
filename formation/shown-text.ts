const esc = '\u001b';
const bell = '\u0007';

/**
 * A control sequence: `ESC [ … final`, a string such as the title (`ESC ] … BEL` or `ESC \`), or two characters.
 * A string without an end goes as far as the line.
 */
const sequence = new RegExp(
  `${esc}(?:\\[[0-?]{0,64}[ -/]{0,8}[@-~]|[\\]PX^_][^${bell}${esc}]*(?:${bell}|${esc}\\\\)?|[ -/]?[0-~])`,
  'g',
);

const colour = new RegExp(`^${esc}\\[[0-9;:]*m$`);
const link = new RegExp(`^${esc}\\]8;[^;]*;(?:https?://\\S*)?(?:${bell}|${esc}\\\\)$`);

/**
 * The text of a line as it may be shown among others: colours stay (or go, without `colours`), as do links to web
 * pages. What moves the cursor, sets the title or writes to the clipboard is taken out.
 */
export function shownText(text: string, colours = true): string {
  if (!text.includes(esc)) return text;
  return text.replace(sequence, (found) => {
    return colours && (colour.test(found) || link.test(found)) ? found : '';
  });
}
