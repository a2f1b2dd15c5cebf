import assert from 'node:assert/strict';
import { parseCommand } from '../../../core/procfile/command';

/** The words of each simple command. */
function commands(text: string): string[] {
  return parseCommand(text)
    .simple.filter(({ words }) => words.length > 0)
    .map(({ words }) => words.map((word) => word.text).join(' '));
}

describe('blocks of shell scripts', () => {
  const cases: readonly [title: string, text: string, expected: readonly string[]][] = [
    [
      'the head of a function',
      'start() {\n  node a.js\n}\nfunction stop () { kill 1; }\n',
      ['node a.js', 'kill 1'],
    ],
    [
      'the patterns of a case',
      'case "$1" in\n  start|run) node a.js ;;\n  # comment)\n  (stop)\n    kill 1\n    ;;\n  *) exit 1\nesac\necho done\n',
      ['node a.js', 'kill 1', 'exit 1', 'echo done'],
    ],
    [
      'a case in a case',
      'case $a in\n x) case $b in\n  y) one;;\n esac;;\n z) two;;\nesac\nthree\n',
      ['one', 'two', 'three'],
    ],
    ['an arm that goes on', 'case $a in a) one ;;& b) two ;& c) three;; esac', ['one', 'two', 'three']],
    ['a test', 'if [[ -n $a && $b < 3 || ($c) ]]; then run; fi', ['[[ -n $a $b 3 $c ]]', 'run']],
    [
      'arrays',
      `files=(a b "c)")\ndeclare -a more=(\n  nginx\n  redis\n)\nrun "\${files[@]}"`,
      ['declare -a more=', `run \${files[@]}`],
    ],
    ['arithmetic', '((count++))\nfor ((i = 0; i < 3; i++)); do run; done\n', ['run']],
    ['subshells', '(cd a && make) | tee log', ['cd a', 'make', 'tee log']],
    ['what nothing closes', 'run x=( a\nnext', ['run x=', 'a', 'next']],
    ['a case that breaks off', 'case $1 in\nstart', ['start']],
    ['no case at all', 'echo in case; run', ['echo in case', 'run']],
  ];
  for (const [title, text, expected] of cases) {
    it(title, () => assert.deepEqual(commands(text), expected));
  }

  it('are read in linear time, whatever is left open', () => {
    for (const part of ['((', 'x=(', 'case x in ', 'case x in a;;', '[[ ', 'f(']) {
      assert.ok(parseCommand(part.repeat(20_000)).simple.length < 200_000);
    }
  });
});
