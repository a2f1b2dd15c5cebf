import type { LogLine } from './model';
import { shownText } from './shown-text';

/** ANSI foreground colours by process type position. Red is left out: it reads as an error. */
const palette = [36, 33, 32, 35, 34, 96, 93, 92, 95, 94] as const;

const reset = '\u001b[0m';

export interface PainterOptions {
  /** The process types in the order of the Procfile. */
  readonly types: readonly string[];
  /** The ids of all processes, for the width of the name column. */
  readonly ids: readonly string[];
  readonly colour: boolean;
  /** False leaves the time out. */
  readonly timestamps?: boolean;
  /** What ends a line: `\n`, or `\r\n` for a terminal in raw mode. */
  readonly eol?: string;
}

/** The line that has no line break yet, by which the next one knows whether it continues it. */
export type OpenLine = Pick<LogLine, 'id' | 'stream'> | undefined;

/**
 * The text of `line` in the merged output, `HH:MM:SS web.1    | text`, and the line left open after it.
 * A line that continues the open one has no prefix; another line breaks the open one off first.
 */
export function paint(
  open: OpenLine,
  line: LogLine,
  options: PainterOptions,
): [text: string, open: OpenLine] {
  const eol = options.eol ?? '\n';
  const continues = open !== undefined && open.id === line.id && open.stream === line.stream;
  const before = continues ? '' : `${open ? eol : ''}${prefixOf(line, options)}`;
  const after = options.colour && line.text.includes('\u001b') ? reset : '';
  const text = `${before}${shownText(line.text, options.colour)}${after}${line.complete ? eol : ''}`;
  return [text, line.complete ? undefined : { id: line.id, stream: line.stream }];
}

export function prefixOf(line: Pick<LogLine, 'id' | 'at'>, options: PainterOptions): string {
  const width = Math.max(line.id.length, ...options.ids.map((id) => id.length));
  const time = options.timestamps === false ? '' : `${timeOf(line.at)} `;
  const prefix = `${time}${line.id.padEnd(width)} | `;
  return options.colour ? `\u001b[${colourOf(line.id, options.types)}m${prefix}${reset}` : prefix;
}

/** The ANSI code of the colour of a process, the same for all instances of its type. */
export function colourOf(id: string, types: readonly string[]): number {
  const position = types.indexOf(id.slice(0, id.lastIndexOf('.')));
  return palette[Math.max(position, 0) % palette.length] ?? palette[0];
}

/** `HH:MM:SS` of the machine's time zone. */
export function timeOf(at: number): string {
  const date = new Date(at);
  const parts = [date.getHours(), date.getMinutes(), date.getSeconds()];
  return parts.map((part) => String(part).padStart(2, '0')).join(':');
}
