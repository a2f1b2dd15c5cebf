import assert from 'node:assert/strict';
import textmate from 'vscode-textmate';
import grammar from '../../../syntaxes/procfile.tmLanguage.json';
import { loadGrammar } from '../../harness/textmate';

/** As much of the editor's own shell grammar as shows where it takes over. */
const shell = {
  scopeName: 'source.shell',
  patterns: [
    { name: 'string.quoted.double.shell', begin: '"', end: '"', patterns: [{ include: '#variable' }] },
    { name: 'string.quoted.single.shell', begin: "'", end: "'" },
    { name: 'comment.line.number-sign.shell', match: '(?<=^|\\s)#.*$' },
    { name: 'keyword.operator.list.shell', match: '&&|\\|\\||;|\\|' },
  ],
  repository: { variable: { name: 'variable.other.normal.shell', match: '\\$\\w+' } },
};

describe('Procfile colours', () => {
  let loaded: textmate.IGrammar;
  before(async () => {
    loaded = await loadGrammar('source.procfile', { 'source.procfile': grammar, 'source.shell': shell });
  });

  /** The innermost scope of each part of a line that is no blank, without `.procfile` or `.shell`. */
  function colours(line: string): string[] {
    return loaded.tokenizeLine(line, textmate.INITIAL).tokens.flatMap(({ startIndex, endIndex, scopes }) => {
      const text = line.slice(startIndex, endIndex).trim();
      return text === '' ? [] : [`${text} → ${scopes.at(-1)?.replace(/\.(?:procfile|shell)$/, '')}`];
    });
  }

  it('tell process type, colon, command and variables apart', () => {
    assert.deepEqual(colours('web: run --port $PORT'), [
      'web → entity.name.function.process-type',
      ': → punctuation.separator.key-value',
      'run --port → meta.embedded.line.shell',
      '$ → punctuation.definition.variable',
      'PORT → variable.language',
    ]);
    assert.deepEqual(colours('web: run $SHOP').slice(-2), [
      '$ → punctuation.definition.variable',
      'SHOP → variable.other.normal',
    ]);
    assert.equal(colours('release: x')[0], 'release → keyword.other.release');
    assert.equal(colours('release-2: x')[0], 'release-2 → entity.name.function.process-type');
  });

  it('show the default of a variable', () => {
    assert.deepEqual(colours(`web: run $${'{PORT:-3000}'}`).slice(-5), [
      '${ → punctuation.definition.variable.begin',
      'PORT → variable.language',
      ':- → keyword.operator.expansion',
      '3000 → string.unquoted.default',
      '} → punctuation.definition.variable.end',
    ]);
  });

  it('leave the rest of a command to the shell', () => {
    const line = colours(`web: A=1 run "x $B" 'y $C' && \\$D # note $E`);
    for (const part of [
      '&& → keyword.operator.list',
      '$B → variable.other.normal',
      '# note $E → comment.line.number-sign',
    ])
      assert.ok(line.includes(part), line.join('\n'));
    assert.ok(!line.some((part) => /^[CD] →/.test(part)), line.join('\n'));
  });

  it('let no open quote run into the next line', () => {
    const first = loaded.tokenizeLine('web: run "a', textmate.INITIAL);
    const [next] = loaded.tokenizeLine('worker: run', first.ruleStack).tokens;
    assert.equal(next?.scopes.at(-1), 'entity.name.function.process-type.procfile');
  });

  it('show comments as the runners do, and lines that they skip as errors', () => {
    assert.deepEqual(colours('# web: run'), [
      '# → punctuation.definition.comment',
      'web: run → comment.line.number-sign',
    ]);
    assert.deepEqual(colours('  # note').at(-1), 'note → comment.line.number-sign');
    for (const line of ['web : run', ' web: run', '// note', 'run it', '<!-- x -->', 'wéb: run'])
      assert.deepEqual(colours(line), [`${line.trim()} → invalid.illegal`], line);
    assert.deepEqual(colours(''), []);
  });
});
