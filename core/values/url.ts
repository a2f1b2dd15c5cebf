import type { Range } from '../text';

/** The parts of a URL that carries user information; ranges are offsets in the text. */
export interface UrlWithPassword {
  readonly scheme: string;
  readonly user: string;
  readonly password: string;
  readonly passwordRange: Range;
  readonly host: string;
}

const START = /^([a-z][a-z0-9+.-]{0,30}):\/\/([^\s:@/?#]{0,200}):/i;
const HOST = /^(?:\[[0-9a-f:.]{2,45}\]|[^\s/?#:,;'"@)\]}]{1,255})/i;
const LONGEST = 400;

/** A URL with a password at the start of a text. The password ends at the last `@` before the path. */
export function readUrlWithPassword(text: string): UrlWithPassword | undefined {
  const start = START.exec(text);
  if (!start) return undefined;
  const [lead, scheme = '', user = ''] = start;
  const from = lead.length;
  const rest = text.slice(from, from + LONGEST);
  const end = rest.search(/[\s/?#"'`<>]/);
  const authority = end < 0 ? rest : rest.slice(0, end);
  const at = authority.lastIndexOf('@');
  if (at < 1) return undefined;
  const host = HOST.exec(authority.slice(at + 1))?.[0] ?? '';
  const passwordRange = { start: from, end: from + at };
  return { scheme: scheme.toLowerCase(), user, password: authority.slice(0, at), passwordRange, host };
}
