/** A program that reads env files, as far as one entry goes. */
export type Reader = 'foreman' | 'Docker Compose' | 'the shell';

/** What a reader makes of an entry: the value, or that it does not set the variable as meant. */
export type Read = { readonly value: string } | { readonly flaw: string };

/**
 * How foreman reads a line: nothing but a name right before `=`; quotes of one kind around the whole rest, in double
 * ones `\n` is a line break and a backslash goes; a comment is part of the value.
 */
export function readByForeman(line: string): Read {
  const found = /^([A-Za-z_0-9]+)=(.*)$/.exec(line);
  if (!found) return { flaw: 'skips the line' };
  const value = found[2] ?? '';
  if (/^'[^']*'$/.test(value)) return { value: value.slice(1, -1) };
  if (/^"[^\n]*"$/.test(value) && value.length > 1) {
    return { value: value.slice(1, -1).replaceAll('\\n', '\n').replace(/\\(.)/g, '$1') };
  }
  return { value };
}

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t' };

/**
 * How Docker Compose reads a line: a `#` after a blank starts a comment; in double quotes escapes are read; `$NAME` and
 * `${NAME}` are replaced but in single quotes.
 */
export function readByCompose(line: string): Read {
  const name = /^[A-Za-z_][\w.-]*[ \t]*[=:][ \t]*/.exec(line.trimStart().replace(/^export[ \t]+/, ''));
  if (!name) return { flaw: 'refuses the file' };
  const rest = line
    .trimStart()
    .replace(/^export[ \t]+/, '')
    .slice(name[0].length);
  const single = /^'([^']*)'/.exec(rest);
  if (single) return { value: single[1] ?? '' };
  const double = /^"((?:[^"\\]|\\.)*)"/.exec(rest);
  const raw = double
    ? (double[1] ?? '').replace(/\\(.)/g, (_, sign: string) => ESCAPES[sign] ?? sign)
    : withoutComment(rest).trimEnd();
  return replaces(raw) ? { flaw: 'puts the value of a variable there' } : { value: raw };
}

function withoutComment(value: string): string {
  const sign = value.search(/[ \t]#/);
  return sign < 0 ? value : value.slice(0, sign);
}

/** How a POSIX shell reads a line that it sources. */
export function readByShell(line: string): Read {
  const found = /^[ \t]*(?:export[ \t]+)?([A-Za-z_]\w*)=(.*)$/.exec(line);
  if (!found) return { flaw: 'does not set it' };
  let value = '';
  const rest = found[2] ?? '';
  for (let at = 0; at < rest.length; ) {
    const char = rest.charAt(at);
    if (char === "'") {
      const end = rest.indexOf("'", at + 1);
      if (end < 0) return { flaw: 'waits for a closing quote' };
      value += rest.slice(at + 1, end);
      at = end + 1;
    } else if (char === '"') {
      const inner = /^"((?:[^"\\]|\\.)*)"/.exec(rest.slice(at));
      if (!inner) return { flaw: 'waits for a closing quote' };
      const text = inner[1] ?? '';
      if (/(?:^|[^\\])[$`]/.test(text)) return { flaw: 'puts the value of a variable there' };
      value += text.replace(/\\([$`"\\])/g, '$1');
      at += inner[0].length;
    } else if (/\s/.test(char)) {
      const next = rest.slice(at).trimStart();
      return next === '' || next.startsWith('#') ? { value } : { flaw: 'runs its second word' };
    } else if (/[&|;<>()]/.test(char)) return { flaw: `ends the value at \`${char}\`` };
    else if (char === '$' && /^\$[\w{(?!@*#$-]/.test(rest.slice(at)))
      return { flaw: 'puts the value of a variable there' };
    else if (char === '`') return { flaw: 'runs what stands between backquotes' };
    else if (char === '\\') {
      value += rest.charAt(at + 1);
      at += 2;
    } else {
      value += char;
      at++;
    }
  }
  return { value };
}

function replaces(text: string): boolean {
  return /(?:^|[^$\\])\$(?:[A-Za-z_]|\{[A-Za-z_])/.test(text);
}

const READERS: readonly (readonly [Reader, (line: string) => Read])[] = [
  ['foreman', readByForeman],
  ['Docker Compose', readByCompose],
  ['the shell', readByShell],
];

/** Who reads a line that holds one whole entry otherwise than `dotenv` does, and what it makes of it. */
export function whoDiffers(
  line: string,
  value: string,
): readonly { readonly reader: Reader; readonly flaw: string | undefined }[] {
  return READERS.flatMap(([reader, read]): { reader: Reader; flaw: string | undefined }[] => {
    const found = read(line);
    if ('flaw' in found) return [{ reader, flaw: found.flaw }];
    return found.value === value ? [] : [{ reader, flaw: undefined }];
  });
}
