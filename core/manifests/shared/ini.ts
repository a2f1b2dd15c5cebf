import type { Range } from '../../text';

/** One option of an INI file in the dialect of Python's configparser: indented lines continue a value. */
export interface IniOption {
  readonly section: string;
  readonly key: string;
  readonly keyRange: Range;
  /** The lines of the value that say something, without comments and the blanks around them. */
  readonly lines: readonly IniLine[];
}

export interface IniLine {
  readonly text: string;
  readonly range: Range;
}

/** Reads the options of an INI text. Lines that make no sense are passed over. */
export function readIni(text: string): IniOption[] {
  const options: { section: string; key: string; keyRange: Range; lines: IniLine[] }[] = [];
  let section = '';
  let open = false;
  for (const { line, start } of linesOf(text)) {
    const said = line.trim();
    if (said === '' || said.startsWith('#') || said.startsWith(';')) continue;
    const header = /^\[([^\]]*)\]/.exec(line);
    if (header) {
      section = (header[1] ?? '').trim();
      open = false;
      continue;
    }
    const from = start + line.length - line.trimStart().length;
    const last = options.at(-1);
    if (from > start && open && last) {
      last.lines.push(...lineAt(said, from));
      continue;
    }
    const separator = line.search(/[=:]/);
    open = separator > 0;
    if (!open) continue;
    const key = line.slice(0, separator).trim();
    const rest = line.slice(separator + 1);
    const valueStart = start + separator + 1 + rest.length - rest.trimStart().length;
    const keyRange = { start: from, end: from + key.length };
    options.push({ section, key: key.toLowerCase(), keyRange, lines: lineAt(rest.trim(), valueStart) });
  }
  return options;
}

/** A comment may follow a value after a blank; `;` may not start one, since markers stand behind it. */
function lineAt(said: string, start: number): IniLine[] {
  const comment = /(?:^|\s)#/.exec(said);
  const text = (comment ? said.slice(0, comment.index) : said).trimEnd();
  return text === '' ? [] : [{ text, range: { start, end: start + text.length } }];
}

function* linesOf(text: string): Generator<{ line: string; start: number }> {
  for (let start = text.charCodeAt(0) === 0xfeff ? 1 : 0; start < text.length; ) {
    const found = text.indexOf('\n', start);
    const end = found < 0 ? text.length : found;
    yield { line: text.slice(start, end), start };
    start = end + 1;
  }
}
