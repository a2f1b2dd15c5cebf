import fc from 'fast-check';
import { typed, typing } from './typing';

const NESTING = 5_000;
const LONG = 20_000;
/** Below the length at which a line counts as made by a program. */
const LINE = 1_000;

/** Texts that no one writes, but that a program, a merge or a broken disk leaves behind. */
export const monsters: readonly string[] = [
  '',
  '\0',
  '\ufeff',
  '\ud800',
  '"',
  "'",
  '`',
  '/*',
  '"""',
  '\\',
  '\r',
  '\u2028',
  '__proto__ = "postgres://u:p4ss-w0rd@db/x"; constructor.prototype = "redis://cache/0"',
  'import __proto__ from "__proto__"; import { constructor as toString } from "constructor"; constructor.listen(3000)',
  'const { __proto__: password = "x9!kq7-shop" } = { __proto__: { hasOwnProperty: "x9!kq7-shop" } };',
  ...[
    '(',
    '[',
    '{',
    '<',
    '{a:',
    'f(',
    'a[',
    'a.',
    'a=',
    '!',
    '-',
    '"password":{',
    'if(',
    '`${',
    '<a>',
    'a?',
    '=>',
    'a||',
  ].map((open) => `${lines(open, NESTING)}password = "x9!kq7-shop"`),
  ...[
    ['(', ')'],
    ['[', ']'],
    ['{a:', '}'],
    ['f(', ')'],
    ['{"password":', '}'],
  ].map(([open = '', close = '']) => `x = ${lines(open, NESTING)}"redis://cache/0"${lines(close, NESTING)}`),
  ...[
    'a',
    '"',
    ' ',
    '\t',
    '\\',
    '\n',
    '\r\n',
    '#',
    '/',
    '=',
    ':',
    ',',
    ';',
    'import a\n',
    'export ',
    'from ',
    'password',
    'é',
    '😀',
  ].map((piece) => piece.repeat(LONG / piece.length)),
  `password = "${'x9!'.repeat(LONG)}"`,
  `${'a'.repeat(LONG)}.listen(3000)`,
  `${'if x:\n'.repeat(300)}password = "x9!kq7-shop"`,
  Array.from({ length: 300 }, (_, depth) => `${' '.repeat(depth)}if x:`).join('\n'),
];

function lines(piece: string, count: number): string {
  const line = piece.repeat(LINE / piece.length);
  return `${line}\n`.repeat((count * piece.length) / LINE);
}

const garbage = fc.string({
  unit: fc.oneof(
    fc.constantFrom(
      ...'"\'`()[]{}<>\\/*#$%&|;:,.=!?+-~^@_ \t\n\r\0',
      '\ud800',
      '\u2028',
      '😀',
      'password',
      'import ',
      'process.env.',
      '__proto__',
    ),
    fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
  ),
  maxLength: 80,
});

/** Texts half typed, broken or foreign, made from these. */
export function wildText(samples: readonly string[]): fc.Arbitrary<string> {
  const edited = fc
    .tuple(fc.constantFrom(...samples), typing)
    .map(([text, strokes]) => strokes.reduce(typed, text));
  const cut = fc
    .tuple(fc.constantFrom(...samples), fc.nat())
    .map(([text, at]) => text.slice(0, at % (text.length + 1)));
  return fc.oneof(
    { weight: 6, arbitrary: edited },
    { weight: 2, arbitrary: cut },
    { weight: 1, arbitrary: garbage },
  );
}
