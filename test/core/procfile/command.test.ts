import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseCommand } from '../../../core/procfile/command';

const words = (text: string): string[] =>
  parseCommand(text).simple.flatMap((each) => each.words.map((word) => word.text));
const variables = (text: string): string[] =>
  parseCommand(text).variables.map(
    (use) => `${use.name}${use.hasDefault ? '?' : ''} ${text.slice(use.range.start, use.range.end)}`,
  );

describe('parseCommand', () => {
  it('splits words and removes their quotes', () => {
    assert.deepEqual(words('node  server.js\t--x'), ['node', 'server.js', '--x']);
    assert.deepEqual(words(`a 'b c' "d e" f\\ g h'i'"j"`), ['a', 'b c', 'd e', 'f g', 'hij']);
    assert.deepEqual(words(`"say \\"hi\\" \\n \\$X" 'it\\'`), ['say "hi" \\n $X', 'it\\']);
    assert.deepEqual(words('a \\\n  b\\\r\nc "d\\\ne"'), ['a', 'bc', 'de']);
    assert.deepEqual(words(`'' ""`), ['', '']);
    assert.deepEqual(words('a b#c # d e'), ['a', 'b#c']);
  });

  it('gives each word its place in the document', () => {
    const text = 'web: node "a b" c';
    const { simple, range } = parseCommand(text.slice(5), 5);
    const cut = simple[0]?.words.map((word) => text.slice(word.range.start, word.range.end));
    assert.deepEqual(cut, ['node', '"a b"', 'c']);
    assert.deepEqual(
      [range, simple[0]?.range],
      [
        { start: 5, end: 17 },
        { start: 5, end: 17 },
      ],
    );
  });

  it('finds variables outside single quotes', () => {
    assert.deepEqual(variables(`a $X \${Y} "\${Z:-d}"`), ['X $X', `Y \${Y}`, `Z? \${Z:-d}`]);
    assert.deepEqual(variables(`'$A' \\$B "'$C'" $1 $$ $? $ `), ['C $C']);
    assert.deepEqual(variables(`\${A:=1} \${B-} \${C:+x} \${D:?e} \${#E} \${F%.*}`), [
      `A? \${A:=1}`,
      `B? \${B-}`,
      `C? \${C:+x}`,
      `D \${D:?e}`,
      `E \${#E}`,
      `F \${F%.*}`,
    ]);
    assert.deepEqual(variables(`\${A:-\${B:-"$C }"}} $(echo $D ")") \`$E\``), [
      `A? \${A:-\${B:-"$C }"}}`,
      `B? \${B:-"$C }"}`,
      'C $C',
      'D $D',
      'E $E',
    ]);
  });

  it('tells literal words from those with a variable or substitution', () => {
    const literal = (text: string): boolean[] =>
      parseCommand(text).simple.flatMap((each) => each.words.map((word) => word.literal));
    assert.deepEqual(literal(`a $X "\${Y}" $(b c) \`d e\` '$Z' \\$W "$(f "g h")" $1`), [
      ...[true, false, false, false, false, true, true, false, false],
    ]);
    assert.deepEqual(words('a $(b "c d") `e f` x'), ['a', '$(b "c d")', '`e f`', 'x']);
  });

  it('separates simple commands by operators', () => {
    const operators = (text: string): string[] =>
      parseCommand(text).simple.map(
        (each) => `${each.words.map((word) => word.text).join(' ')} ${each.operator ?? '.'}`,
      );
    assert.deepEqual(operators('a b && c || d | e; f & g'), ['a b &&', 'c ||', 'd |', 'e ;', 'f &', 'g .']);
    assert.deepEqual(operators('(a; b) && c'), ['a ;', 'b &&', 'c .']);
    assert.deepEqual(operators('a\nb'), ['a ;', 'b .']);
    assert.deepEqual(operators('if a; then b; fi'), ['a ;', 'b ;']);
    assert.deepEqual(operators('! { a; }'), ['a ;']);
    assert.deepEqual(operators('a&&b'), ['a &&', 'b .']);
    assert.deepEqual(operators('# nothing'), []);
  });

  it('reads leading assignments', () => {
    const [first, second] = parseCommand('A=1 B_2="x y" node C=3 && D= E+=4').simple;
    assert.deepEqual(
      first?.assignments.map((each) => each.name),
      ['A', 'B_2'],
    );
    assert.deepEqual(
      first?.words.map((word) => word.text),
      ['node', 'C=3'],
    );
    assert.deepEqual(first?.assignments[1]?.valueRange, { start: 8, end: 13 });
    assert.deepEqual(
      second?.assignments.map((each) => each.name),
      ['D', 'E'],
    );
    assert.deepEqual(words('2A=1 "B"=2'), ['2A=1', 'B=2']);
  });

  it('reads redirects and leaves them out of the words', () => {
    const redirects = (text: string): string[] =>
      parseCommand(text).simple.flatMap((each) =>
        each.redirects.map(({ operator, target }) => `${operator} ${target?.text}`),
      );
    assert.deepEqual(redirects('a > x.log 2>&1 >>"$L" &>/dev/null <in 3<>f >|g'), [
      ...['> x.log', '2>& 1', '>> $L', '&> /dev/null', '< in', '3<> f', '>| g'],
    ]);
    assert.deepEqual(words('a>b c 2 > d'), ['a', 'c', '2']);
    assert.deepEqual(redirects('a >'), ['> undefined']);
    assert.deepEqual(redirects('cat <<EOF >f\nx && $Y\nEOF\nb'), ['<< EOF', '> f']);
    assert.deepEqual(words('cat <<EOF >f\nx && $Y\nEOF\nb'), ['cat', 'b']);
  });

  it('keeps every part inside the text and in order, on random text', () => {
    const parts = [
      'a',
      ' ',
      '"',
      "'",
      '`',
      '$',
      `\${`,
      '}',
      '$(',
      ')',
      '(',
      '\\',
      '\n',
      '\r\n',
      '&&',
      '|',
      ';',
      '<',
      '>>',
      '#',
      'X=',
      '2',
      ':-',
      'é',
    ];
    const text = fc.array(fc.constantFrom(...parts), { maxLength: 25 }).map((pieces) => pieces.join(''));
    const check = (source: string): void => {
      const inside = ({ start, end }: { start: number; end: number }): boolean =>
        0 <= start && start <= end && end <= source.length;
      const command = parseCommand(source);
      let last = 0;
      for (const simple of command.simple) {
        assert.ok(inside(simple.range) && simple.range.start >= last);
        last = simple.range.end;
        for (const part of [...simple.words, ...simple.assignments, ...simple.redirects]) {
          assert.ok(
            inside(part.range) &&
              part.range.start >= simple.range.start &&
              part.range.end <= simple.range.end,
          );
        }
      }
      for (const use of command.variables) {
        assert.ok(inside(use.range) && source.slice(use.nameRange.start, use.nameRange.end) === use.name);
      }
    };
    fc.assert(fc.property(text, check), { numRuns: 5_000 });
  });

  it('survives deep nesting and long input', () => {
    for (const piece of [`\${A:-`, '$(', '"$(', '`', "'", '(', '{ ', '<<A\n', '1>', '\\']) {
      const text = piece.repeat(50_000);
      assert.equal(parseCommand(text).range.end, text.length);
    }
  });
});
