import type { Range } from '../../../text';

/** A port number and where its digits stand; undefined for anything else, such as a variable. */
export function readPort(text: string, range: Range): { port: number; range: Range } | undefined {
  const digits = /^\s*(\d{1,5})\s*$/.exec(text)?.[1];
  const port = Number(digits);
  if (digits === undefined || port === 0 || port > 65_535) return undefined;
  const start = range.start + text.indexOf(digits);
  return { port, range: { start, end: Math.min(start + digits.length, Math.max(range.end, start)) } };
}

/** `8080:80`, `127.0.0.1:8080:80/tcp`, `80`: the host's port and the container's, each where it stands. */
export function readMapping(
  text: string,
  range: Range,
): { host: { port: number; range: Range } | undefined; inside: { port: number; range: Range } | undefined } {
  const bare = text.replace(/\/(?:tcp|udp)$/, '');
  const colon = bare.lastIndexOf(':');
  const insideAt = range.start + colon + 1;
  const inside = readPort(bare.slice(colon + 1), { start: insideAt, end: range.end });
  if (colon < 0) return { host: undefined, inside };
  const before = bare.slice(0, colon);
  const hostAt = before.lastIndexOf(':') + 1;
  return { host: readPort(before.slice(hostAt), { start: range.start + hostAt, end: insideAt - 1 }), inside };
}
