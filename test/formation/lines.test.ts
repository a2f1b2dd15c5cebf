import assert from 'node:assert/strict';
import fc from 'fast-check';
import { LineSplitter, longestPiece } from '../../formation/lines';

type Piece = [text: string, complete: boolean];

function splitter(): { readonly lines: LineSplitter; readonly pieces: Piece[] } {
  const pieces: Piece[] = [];
  return { lines: new LineSplitter((text, complete) => pieces.push([text, complete])), pieces };
}

function bytesOf(chunk: string | Uint8Array): Uint8Array {
  return typeof chunk === 'string' ? new TextEncoder().encode(chunk) : chunk;
}

function piecesOf(...chunks: readonly (string | Uint8Array)[]): Piece[] {
  const { lines, pieces } = splitter();
  for (const chunk of chunks) lines.push(bytesOf(chunk));
  lines.end();
  return pieces;
}

/** The lines that pieces make together. */
function joined(pieces: readonly Piece[]): string[] {
  const found: string[] = [];
  let open = '';
  for (const [text, complete] of pieces) {
    open += text;
    if (!complete) continue;
    found.push(open);
    open = '';
  }
  assert.equal(open, '', 'the last piece is complete');
  return found;
}

describe('LineSplitter', () => {
  const whole = (...texts: string[]): Piece[] => texts.map((text) => [text, true]);

  it('gives whole lines over chunk borders', () => {
    assert.deepEqual(piecesOf('one\ntw', 'o\n', '\nfour'), whole('one', 'two', '', 'four'));
  });

  it('gives nothing for nothing', () => {
    assert.deepEqual(piecesOf(), []);
    assert.deepEqual(piecesOf('', ''), []);
  });

  it('takes CRLF as one line break, also split over two chunks', () => {
    assert.deepEqual(piecesOf('a\r\nb\r', '\nc\r\n\r\n'), whole('a', 'b', 'c', ''));
  });

  it('takes a lone CR as the end of a line that has text', () => {
    assert.deepEqual(piecesOf('10%\r20%\r', '100%\n'), whole('10%', '20%', '100%'));
    assert.deepEqual(piecesOf('\r50%\r\r60%\r\r\ndone\n'), whole('50%', '60%', 'done'));
  });

  it('joins characters split over chunks and replaces bytes that are none', () => {
    const bytes = bytesOf('né🐘\n');
    assert.deepEqual(piecesOf(...[...bytes].map((byte) => Uint8Array.of(byte))), whole('né🐘'));
    assert.deepEqual(piecesOf(Uint8Array.of(0x61, 0xff, 0x62, 0x0a)), whole('a�b'));
    assert.deepEqual(piecesOf(Uint8Array.of(0x61, 0xf0, 0x9f)), whole('a�'));
  });

  it('shows an unfinished line when flushed and continues it later', () => {
    const { lines, pieces } = splitter();
    lines.push(bytesOf('name> '));
    assert.equal(lines.waiting, true);
    lines.flush();
    assert.equal(lines.waiting, false);
    lines.flush();
    lines.push(bytesOf('Ada\nnext'));
    lines.end();
    assert.deepEqual(pieces, [
      ['name> ', false],
      ['Ada', true],
      ['next', true],
    ]);
  });

  it('closes a shown line whose break comes alone, or never', () => {
    const { lines, pieces } = splitter();
    lines.push(bytesOf('a'));
    lines.flush();
    lines.push(bytesOf('\n'));
    lines.push(bytesOf('b'));
    lines.flush();
    lines.end();
    assert.deepEqual(pieces, [
      ['a', false],
      ['', true],
      ['b', false],
      ['', true],
    ]);
  });

  it('cuts a long line into pieces and no character in two', () => {
    const line = `${'x'.repeat(longestPiece - 1)}🐘${'y'.repeat(2 * longestPiece)}`;
    const pieces = piecesOf(line.slice(0, 1000), line.slice(1000), '\nshort\n');
    assert.deepEqual(joined(pieces), [line, 'short']);
    assert.ok(pieces.every(([text]) => text.length <= longestPiece && !/[\ud800-\udbff]$/.test(text)));
  });

  it('loses nothing, however the stream is cut', () => {
    const text = fc.array(fc.constantFrom('a', 'é', '🐘', '\n', '\r', '\r\n', 'line\n', '\u001b[31m'), {
      maxLength: 40,
    });
    fc.assert(
      fc.property(
        text,
        fc.array(fc.nat(8), { maxLength: 60 }),
        fc.infiniteStream(fc.boolean()),
        (parts, cuts, coins) => {
          const whole = parts.join('');
          const { lines, pieces } = splitter();
          let rest = bytesOf(whole);
          for (const cut of [...cuts, rest.length]) {
            lines.push(rest.subarray(0, cut));
            rest = rest.subarray(cut);
            if (coins.next().value) lines.flush();
          }
          lines.end();
          assert.deepEqual(joined(pieces), expectedLines(whole));
        },
      ),
      { numRuns: 3000 },
    );
  });
});

/** The same rule over the whole text at once. */
function expectedLines(text: string): string[] {
  const rows = text.replace(/\r+\n/g, '\n').split('\n');
  return rows.flatMap((row, index) => {
    const parts = row.split('\r').filter((part) => part !== '');
    const isLast = index === rows.length - 1;
    return parts.length === 0 && !isLast ? [''] : parts;
  });
}
