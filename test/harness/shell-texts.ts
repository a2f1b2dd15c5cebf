import fc from 'fast-check';

const name = fc.constantFrom('node', 'npm', './run.sh', 'python3', 'bin/rails', 'curl', 'echo', 'gunicorn');
const plain = fc.constantFrom(
  'a',
  '--x=1',
  '-p',
  'b.js',
  'a/b',
  "'c d'",
  '"e f"',
  'g\\ h',
  '8080',
  '{}',
  '%s',
);
const variable = fc.constantFrom(
  '$X',
  `\${Y}`,
  `"\${Z:-1}"`,
  '"$A/b"',
  `\${B%.*}`,
  '$1',
  '"$@"',
  '$((1 + 2))',
);

/** `((` would be arithmetic. */
function spaced(inner: string): string {
  return inner.startsWith('(') ? ` ${inner}` : inner;
}

/** Shell scripts of the kinds that files around the code hold, each of which a shell could read. */
export const shellText: fc.Arbitrary<string> = fc.letrec<{ script: string; command: string; word: string }>(
  (tie) => ({
    word: fc.oneof(
      { maxDepth: 4, depthSize: 'small' },
      plain,
      variable,
      tie('command').map((inner) => `$(${spaced(inner)})`),
      tie('command').map((inner) => `"$(${spaced(inner)})"`),
      tie('command').map((inner) => `"a-$(${spaced(inner)})-b"`),
      tie('command').map((inner) => `\${C:-$(${spaced(inner)})}`),
      tie('command').map((inner) => `<(${spaced(inner)})`),
    ),
    command: fc.oneof(
      { maxDepth: 4, depthSize: 'small' },
      fc.tuple(name, fc.array(plain, { maxLength: 2 })).map(([first, rest]) => [first, ...rest].join(' ')),
      fc
        .tuple(name, fc.array(tie('word'), { maxLength: 3 }))
        .map(([first, rest]) => [first, ...rest].join(' ')),
      fc.tuple(tie('word'), name).map(([value, first]) => `X=${value} ${first}`),
      fc
        .tuple(tie('command'), fc.constantFrom(' && ', ' || ', ' | ', '; '), tie('command'))
        .map((all) => all.join('')),
      // The grammar takes what is between two pairs of backticks for a third: one for each command.
      fc.tuple(name, name, plain).map(([first, ...inner]) => `${first} \`${inner.join(' ')}\``),
      tie('command').map((inner) => `(${spaced(inner)})`),
      tie('command').map((inner) => `${inner} > out.txt 2>&1`),
      fc.tuple(name, tie('word')).map((inner) => `exec ${inner.join(' ')}`),
    ),
    script: fc.oneof(
      { maxDepth: 4, depthSize: 'small' },
      tie('command'),
      fc.tuple(tie('script'), tie('script')).map((lines) => lines.join('\n')),
      tie('word').map((value) => `export X=${value}`),
      fc.tuple(tie('word'), tie('script')).map(([test, body]) => `if [ -n ${test} ]; then\n  ${body}\nfi`),
      fc.tuple(tie('word'), tie('script')).map(([list, body]) => `for x in ${list}; do\n  ${body}\ndone`),
      fc
        .tuple(tie('word'), tie('command'))
        .map(([of, arm]) => `case ${of} in\n  a|b) ${arm} ;;\n  *) echo no ;;\nesac`),
      tie('command').map((line) => `# it's ${line.replace(/\n/g, ' ')}\n${line}`),
      tie('script').map((body) => `run() {\n  ${body}\n}`),
      tie('command').map((line) => `X=(a $(${spaced(line)}) b)`),
      tie('command').map((line) => `cat <<'EOF'\n$(no) ${line}\nEOF`),
    ),
  }),
).script;
