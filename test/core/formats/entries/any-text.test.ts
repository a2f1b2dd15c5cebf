import assert from 'node:assert/strict';
import fc from 'fast-check';
import formats from '../../../../core/formats/entries/index.generated';
import { soundEntries } from '../../../harness/config-entries';

/** What some format gives a meaning to. */
const PIECES = [
  ...[
    'a',
    'b',
    ' ',
    '\n',
    '\r\n',
    '\t',
    ':',
    ': ',
    '=',
    '-',
    '- ',
    '#',
    ';',
    '!',
    '"',
    "'",
    '`',
    '\\',
    '|',
    '>',
  ],
  ...[
    '{',
    '}',
    '[',
    ']',
    '<',
    '</',
    '/>',
    '<!--',
    '-->',
    '<![CDATA[',
    ']]>',
    '<?',
    '?>',
    '&a ',
    '*a',
    '<<: *a',
  ],
  ...[
    '&amp;',
    '&#x41;',
    '&#99999999;',
    '<%',
    '%>',
    '{{',
    '}}',
    '{%',
    '%}',
    '${',
    '"""',
    '---\n',
    '😀',
    '\ufeff',
  ],
  ...[
    'backend x',
    '_by_lua_block {',
    '<a b="',
    ',',
    '\u0000',
    '? ',
    '!t ',
    '%x',
    'null',
    '~',
    '~a',
    'x: |\n',
  ],
];
const text = fc.oneof(
  fc.array(fc.constantFrom(...PIECES), { maxLength: 40 }).map((pieces) => pieces.join('')),
  fc.string({ unit: 'binary', maxLength: 60 }),
);

/** Texts that a reader could lose its stack or its time over. */
const LONG = PIECES.flatMap((piece) => [piece.repeat(4_000), `a: ${piece.repeat(4_000)}`]);
const BOMB = `a: &a [x]\n${'bcdefghijklmnopqrstuvwxyz'
  .split('')
  .map((name, index) => {
    const last = index === 0 ? 'a' : String.fromCharCode(97 + index);
    return `${name}: &${name} [*${last},*${last},*${last},*${last},*${last},*${last}]`;
  })
  .join('\n')}\n`;

describe('reading any text as a configuration file', () => {
  for (const format of formats) {
    it(`gives sound entries: ${format.id}`, () => {
      fc.assert(
        fc.property(text, (one) => void soundEntries(format, one)),
        { numRuns: 400 },
      );
    });

    it(`comes to an end with long texts: ${format.id}`, () => {
      for (const one of LONG) format.entries(one);
    });
  }

  it('does not multiply what aliases stand for', () => {
    const yaml = formats.find(({ id }) => id === 'yaml');
    const count = yaml?.entries(BOMB).length ?? 0;
    assert.ok(count > 100 && count < 10_000, String(count));
    assert.deepEqual(
      yaml?.entries('a: &a\n  b: *a\n  <<: *a\n').map(({ keys }) => keys.join('.')),
      ['a', 'a.b'],
    );
  });
});
