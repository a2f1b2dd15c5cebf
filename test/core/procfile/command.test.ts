import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseCommand } from '../../../core/procfile/command';
import { everySimple } from '../../../core/procfile/procfile';

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

  it('reads what is run for its output, wherever it stands', () => {
    /** Each substitution as the commands in it, with those nested in brackets. */
    const inner = (text: string, of = parseCommand(text)): string[] =>
      of.substitutions.map((one) => {
        assert.equal(text.slice(one.range.start, one.range.end), one.text);
        const simple = one.simple.map((each) =>
          each.words.map(({ range }) => text.slice(range.start, range.end)).join(' '),
        );
        const nested = inner(text, one);
        return simple.join('; ') + (nested.length > 0 ? ` [${nested.join(', ')}]` : '');
      });
    assert.deepEqual(inner('a $(b c) "d $(e "f g")h" $(i; j && k)'), ['b c', 'e "f g"', 'i; j; k']);
    assert.deepEqual(inner('a $(b $(c $(d))) X=$(e) $(f)'), ['b $(c $(d)) [c $(d) [d]]', 'e', 'f']);
    assert.deepEqual(inner('a `b c` "x`d`y" <(e f) --g=<(h) > >(tee i) < <(j)'), [
      ...['b c', 'd', 'e f', 'h', 'tee i', 'j'],
    ]);
    assert.deepEqual(inner(`\${A:-$(b)} \${C:=\`d\`} $((1 + $(e))) (( $(f) > 1 ))`), ['b', 'd', 'e', 'f']);
    assert.deepEqual(inner('X=(a $(b) c) for x in $(d); do e; done'), ['b', 'd']);
    assert.deepEqual(inner('cat <<EOF\n$(a) `b` "$(c)" it\'s $(d)\nEOF\ne $(f)'), ['a', 'b', 'c', 'd', 'f']);
    assert.deepEqual(inner("cat <<'EOF'\n$(a)\nEOF\n'$(b)' \\$(c) # $(d)"), []);
    assert.deepEqual(inner('a $(case $x in b) c ;; esac) d'), ['c']);
    assert.deepEqual(inner('a "$([[ b =~ ^(c|d)$ ]] && e)" f'), ['[[ b =~ ^ c d $ ]]; e']);
    assert.deepEqual(inner("a $(cat <<EOF\nit's )\nEOF\n) b"), ['cat']);
    assert.deepEqual(inner('a $(b # )\n) c'), ['b']);
  });

  it('keeps what is run for its output apart from what the line becomes', () => {
    const { simple } = parseCommand('exec web --pid $(pgrep x > f &) && diff <(sort a) <(sort b)');
    assert.deepEqual(
      simple.map(({ words: all, operator, redirects }) => [all[0]?.text, operator, redirects.length]),
      [
        ['exec', '&&', 0],
        ['diff', undefined, 0],
      ],
    );
    assert.deepEqual(words('diff <(sort a) b'), ['diff', '<(sort a)', 'b']);
  });

  it('finds the places of what backslashes protect from backticks', () => {
    const text = 'a `b \\`c d\\` e` f';
    const [outer] = parseCommand(text).substitutions;
    const [inside] = outer?.substitutions ?? [];
    const cut = [outer, inside].map((one) =>
      one?.simple[0]?.words.map(({ range }) => text.slice(range.start, range.end)),
    );
    assert.deepEqual(cut, [
      ['b', '`c d\\`', 'e'],
      ['c', 'd'],
    ]);
  });

  it('takes what is half-typed to the end of the text', () => {
    for (const text of ['a $(b c', 'a "$(b c', 'a `b c', 'a <(b c', `a \${X:-$(b c`]) {
      const [one] = parseCommand(text).substitutions;
      assert.deepEqual(
        one?.simple[0]?.words.map((word) => word.text),
        ['b', 'c'],
        text,
      );
    }
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
      for (const one of everySimple(command)) assert.ok(inside(one.range));
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
    const pieces = [
      `\${A:-`,
      '$(',
      '"$(',
      '`',
      "'",
      '(',
      '{ ',
      '<<A\n',
      '1>',
      '\\',
      '<(',
      '\\`',
      '$(a=(',
      '$(`',
      '#',
    ];
    for (const piece of pieces) {
      const text = piece.repeat(50_000);
      assert.equal(parseCommand(text).range.end, text.length);
    }
  });
});
