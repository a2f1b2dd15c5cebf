import type { EnvRead } from './fact';

/** How far behind a read of `PORT` its default may stand. */
const WINDOW = 140;
/** `|| 3000`, `, "3000")`, `?: 8000`, `?? "8080"`, `.unwrap_or_else(|_| "8080".to_string())`. */
const BESIDE =
  /^["'`\])}]{0,4}\s{0,20}(?:\|\||\?\?|\?:|,|\.(?:unwrap_or|unwrap_or_else|ok\(\)|parse|orElse)[^\n"'\d;]{0,40}|or\b)\s{0,20}(?:\(\s{0,4})?["'`]?:?(\d{2,5})\b/;
/** `if port == "" { port = "8080" }` */
const WHEN_EMPTY = /^[^\n]{0,20}\n\s{0,20}if [^\n]{0,40}==\s?""\s?\{\s{0,40}\w{1,40}\s?:?=\s?":?(\d{2,5})"/;

/** The port that code takes where the environment gives it none, told from the text alone. */
export function defaultPorts(text: string, reads: readonly EnvRead[]): number[] {
  const ports = reads.flatMap(({ name, range }) => {
    if (name !== 'PORT') return [];
    const rest = text.slice(range.end, range.end + WINDOW);
    const found = BESIDE.exec(rest)?.[1] ?? WHEN_EMPTY.exec(rest)?.[1];
    const port = Number(found ?? 0);
    return port > 0 && port < 65_536 ? [port] : [];
  });
  return [...new Set(ports)];
}
