import type { Script } from '../../manifest';
import { parseCommand } from '../../procfile/command';
import { mapCommand } from '../../procfile/map-command';
import type { Range } from '../../text';

/** A quoted string of a manifest: what it says, and where that stands without its quotes. */
export interface Quoted {
  readonly value: string;
  readonly content: Range;
}

/** A script from the string that holds its command, each range in the manifest's text. */
export function scriptFrom(text: string, name: string, nameRange: Range, { value, content }: Quoted): Script {
  const raw = text.slice(content.start, content.end);
  if (raw === value) return { name, nameRange, command: parseCommand(value, content.start) };
  const offsets = unescapedOffsets(raw);
  const known = offsets.length === value.length + 1;
  const to = (offset: number): number => content.start + (known ? (offsets[offset] ?? raw.length) : 0);
  const command = mapCommand(parseCommand(value), to);
  return { name, nameRange, command: { ...command, range: content } };
}

/** For each character of a JSON or TOML string, and for its end, the place where it is written in `raw`. */
function unescapedOffsets(raw: string): number[] {
  const offsets: number[] = [];
  for (let at = 0; at < raw.length; ) {
    const code = raw[at] === '\\' ? raw[at + 1] : undefined;
    const length = code === undefined ? 1 : (ESCAPES.get(code) ?? 2);
    offsets.push(at);
    if (code === 'U' && Number.parseInt(raw.slice(at + 2, at + length), 16) > 0xffff) offsets.push(at);
    at += length;
  }
  return [...offsets, raw.length];
}

/** The length of the escapes that are longer than two characters. */
const ESCAPES = new Map([
  ['u', 6],
  ['U', 10],
  ['x', 4],
]);
