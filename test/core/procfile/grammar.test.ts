import assert from 'node:assert/strict';
import { parseProcfile } from '../../../core/procfile/parse';
import snippets from '../../../snippets/procfile.json';
import configuration from '../../../syntaxes/procfile.language-configuration.json';
import grammar from '../../../syntaxes/procfile.tmLanguage.json';

/** Every rule of the grammar with an expression, however deep it stands. */
function* rulesIn(node: unknown): Generator<{ match: string; captures: Record<string, unknown> }> {
  if (typeof node !== 'object' || node === null) return;
  if ('match' in node && typeof node.match === 'string') {
    const captures = 'captures' in node ? (node.captures as Record<string, unknown>) : {};
    yield { match: node.match, captures };
  }
  for (const child of Object.values(node)) yield* rulesIn(child);
}

const { repository } = grammar;
const firstMatch = (line: string): string | undefined =>
  grammar.patterns
    .map(({ include }) => include.slice(1))
    .find((name) => {
      const rule = Object.entries(repository).find(([key]) => key === name)?.[1];
      return rule && 'match' in rule && new RegExp(rule.match).test(line);
    });

describe('Procfile grammar', () => {
  it('has expressions that compile and captures that they have', () => {
    const rules = [...rulesIn(grammar)];
    assert.ok(rules.length >= 6);
    for (const { match, captures } of rules) {
      const groups = (new RegExp(`${match}|`).exec('')?.length ?? 0) - 1;
      for (const group of Object.keys(captures)) assert.ok(Number(group) <= groups, `${group} of ${match}`);
    }
  });

  it('colours as entries, comments and errors what the parser reads as such', () => {
    const lines = [
      'web: a $PORT',
      'web:a',
      '# c',
      '  # c',
      '',
      '   ',
      'web : a',
      ' web: a',
      'a.b: c',
      'nothing',
      '// x',
      'A-b_9:\tx',
    ];
    for (const line of lines) {
      const { processes, comments, problems } = parseProcfile(line);
      const expected = processes.length
        ? 'entry'
        : comments.length
          ? 'comment'
          : problems.length
            ? 'malformed'
            : undefined;
      assert.equal(firstMatch(line), expected, JSON.stringify(line));
    }
  });

  it('finds the parts of a variable', () => {
    const [, plain, braced] = repository.variable.patterns;
    assert.equal(new RegExp(plain?.match ?? '').exec('a $DATABASE_URL')?.[2], 'DATABASE_URL');
    const parts = new RegExp(braced?.match ?? '').exec(`\${WORKERS:-2}`) ?? [];
    assert.deepEqual(parts.slice(1), ['${', 'WORKERS', ':-', '2', '}']);
  });
});

describe('Procfile snippets', () => {
  it('give lines that the parser reads without a problem', () => {
    for (const [title, { body, prefix, description }] of Object.entries(snippets)) {
      const line = body.replace(/\$\{\d+:([^}]*)\}/g, '$1').replaceAll('\\$', '$');
      const { processes, problems } = parseProcfile(line);
      assert.deepEqual([processes.length, problems.length], [1, 0], title);
      assert.equal(prefix.split('-')[0], processes[0]?.name, title);
      assert.ok(description.length > 0 && !line.includes('{'), title);
    }
  });

  it('have prefixes of their own', () => {
    const prefixes = Object.values(snippets).map(({ prefix }) => prefix);
    assert.equal(new Set(prefixes).size, prefixes.length);
  });
});

describe('Procfile language configuration', () => {
  it('comments with # and takes a process type as one word', () => {
    assert.equal(configuration.comments.lineComment, '#');
    assert.deepEqual('web-1: node $PORT'.match(new RegExp(configuration.wordPattern, 'g')), [
      'web-1',
      'node',
      'PORT',
    ]);
  });
});
