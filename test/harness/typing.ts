import fc from 'fast-check';
import { pageTexts } from './page-texts';

/** A piece of text typed, pasted or deleted somewhere; places past the end wrap around. */
export interface Keystroke {
  readonly at: number;
  readonly deleted: number;
  readonly typed: string;
}

const tokens = fc.constantFrom(
  ...[
    '',
    '"',
    "'",
    '`',
    '(',
    ')',
    '{',
    '}',
    '[',
    ']',
    '\n',
    '\r\n',
    '\r',
    '    ',
    '\t',
    '😀',
    'é',
    'x',
    '.',
    ';',
  ],
  ...['// ', '# ', '/*', '*/', '"""', '=', ',', ':', 'if x:\n', '\\', '<A b="', '\0', '\ud800'],
);
const pasted = fc
  .tuple(fc.constantFrom(...pageTexts), fc.nat(2_000), fc.nat(60))
  .map(([{ text }, from, length]) => text.slice(from % text.length).slice(0, length));

/** What someone, or a program, does to a text. */
export const typing: fc.Arbitrary<Keystroke[]> = fc.array(
  fc.record({
    at: fc.nat(4_000),
    deleted: fc.oneof(fc.constant(0), fc.nat(40)),
    typed: fc.oneof(tokens, pasted),
  }),
  { minLength: 1, maxLength: 6 },
);

export function typed(text: string, { at, deleted, typed: added }: Keystroke): string {
  const start = at % (text.length + 1);
  return text.slice(0, start) + added + text.slice(start + deleted);
}
