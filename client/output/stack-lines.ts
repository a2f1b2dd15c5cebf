/** A place in a file that a line of output names. */
export interface StackPlace {
  /** Of the text to be linked, in UTF-16 code units from the start of the line. */
  readonly start: number;
  readonly length: number;
  /** As it is written, but for a `file:` URL, of which it is the path; in Java, the path that its package and class make. */
  readonly path: string;
  /** Counted from 1. */
  readonly line: number;
  readonly column: number | undefined;
  /** True where the path is only the end of the file's path. */
  readonly isTail: boolean;
}

interface Shape {
  /** With the groups `path`, `line` and, where there is one, `column`. */
  readonly pattern: RegExp;
  /** Makes the path of what the pattern found. */
  readonly path?: (groups: Readonly<Record<string, string | undefined>>) => string;
  readonly isTail?: boolean;
}

/** What a path may hold where nothing else ends it: no blank, quote or bracket. */
const file = String.raw`(?<path>(?:[A-Za-z]:[\\/])?[\w@.~+\-/\\]*\w\.\w{1,6})`;
const position = String.raw`(?<line>\d{1,7})(?::(?<column>\d{1,5}))?`;

/** The stack lines of each language, the more particular before the more general. */
const shapes: readonly Shape[] = [
  // Python:   File "/app/worker/mail.py", line 12, in send
  { pattern: /File "(?<path>[^"]{1,1000})", line (?<line>\d{1,7})/g },
  // Java:     at com.example.shop.Orders.pay(Orders.java:42)
  {
    pattern:
      /\bat (?:[\w.@-]{0,100}\/){0,2}(?<owner>[\w$.]{1,500})\.[\w$<>]{1,200}\((?<path>\w{1,200}\.(?:java|kt|scala|groovy)):(?<line>\d{1,7})\)/g,
    path: ({ owner = '', path = '' }) => [...owner.split('.').slice(0, -1), path].join('/'),
    isTail: true,
  },
  // C#:       at Shop.Orders.Pay() in /app/Orders.cs:line 42
  { pattern: /\bin (?<path>[^\s:]{1,1000}|[A-Za-z]:[^\s:]{1,1000}):line (?<line>\d{1,7})/g },
  // PHP:      in /app/src/Orders.php:42, /app/src/Orders.php(42), "in /app/a.php on line 42"
  { pattern: /(?:^|[\s'"#(])(?<path>[\w.\-/\\:]{1,300}\.php)\((?<line>\d{1,7})\)/g },
  { pattern: /\bin (?<path>[\w.\-/\\:]{1,1000}\.php) on line (?<line>\d{1,7})/g },
  // Node:     at Orders.pay (file:///app/orders.mjs:4:11)
  { pattern: /file:\/\/(?<path>\/[^\s():]{1,1000}):(?<line>\d{1,7})(?::(?<column>\d{1,5}))?/g },
  // Node, Ruby, Go, Rust and most compilers: app/orders.rb:42:in `pay', /app/main.go:42 +0x1d, src/main.rs:4:5
  { pattern: new RegExp(`${file}:${position}`, 'g') },
];

/** Longer lines hold data rather than stacks. */
const longest = 4000;

/** The places that a line of output names, from left to right; a place that two shapes find counts once. */
export function stackPlaces(line: string): readonly StackPlace[] {
  if (line.length > longest) return [];
  const found: StackPlace[] = [];
  for (const { pattern, path, isTail = false } of shapes) {
    for (const match of line.matchAll(pattern)) {
      const { groups = {} } = match;
      const place = placeOf(match, path?.(groups) ?? groups.path ?? '', isTail);
      if (place && !found.some((other) => overlaps(other, place))) found.push(place);
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

function placeOf(
  { 0: text, index, groups }: RegExpExecArray,
  path: string,
  isTail: boolean,
): StackPlace | undefined {
  const line = Number(groups?.line);
  // A time or a version, such as 12.30:45, has no path worth a look.
  if (line === 0 || !/[A-Za-z]/.test(path)) return undefined;
  const shown = groups?.path ?? '';
  const start = index + text.indexOf(shown);
  const column = groups?.column === undefined ? undefined : Number(groups.column);
  const end = index + text.length - (isTail ? 1 : 0);
  return { start, length: end - start, path, line, column, isTail };
}

function overlaps(a: StackPlace, b: StackPlace): boolean {
  return a.start < b.start + b.length && b.start < a.start + a.length;
}
