import assert from 'node:assert/strict';
import { parseProcfile } from '../../../core/procfile/parse';
import snippets from '../../../snippets/procfile.json';
import configuration from '../../../syntaxes/procfile.language-configuration.json';
import grammar from '../../../syntaxes/procfile.tmLanguage.json';
import { MemoryApp } from '../../harness/app';

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
      const pattern = rule && ('match' in rule ? rule.match : 'begin' in rule ? rule.begin : undefined);
      return pattern !== undefined && new RegExp(pattern).test(line);
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

/** The text of a snippet with its placeholders as they are proposed. */
function written({ body }: { readonly body: string | readonly string[] }): string {
  const text = typeof body === 'string' ? body : body.join('\n');
  return text.replace(/\$\{\d+:([^}]*)\}/g, '$1').replaceAll('\\$', '$');
}

describe('Procfile snippets', () => {
  it('give lines that the parser reads without a problem', () => {
    for (const [title, snippet] of Object.entries(snippets)) {
      const text = written(snippet);
      const { processes, problems } = parseProcfile(text);
      assert.deepEqual([processes.length, problems.length], [text.split('\n').length, 0], title);
      const [kind] = snippet.prefix.split('-');
      if (kind !== 'procfile') assert.equal(kind, processes[0]?.name, title);
      assert.ok(snippet.description.length > 0 && !text.includes('{'), title);
    }
  });

  it('are there for each stack and process type', () => {
    const prefixes = new Set(Object.values(snippets).map(({ prefix }) => prefix));
    for (const stack of 'rails django flask fastapi express nest laravel go spring dotnet'.split(' ')) {
      for (const type of ['web', 'worker', 'release', 'clock', 'procfile'])
        assert.ok(prefixes.has(`${type}-${stack}`), `${type}-${stack}`);
    }
  });

  it('break none of the rules for Procfiles', async () => {
    for (const [title, snippet] of Object.entries(snippets)) {
      const app = new MemoryApp({ Procfile: `${written(snippet)}\n` });
      const told = (await app.check('Procfile')).map(({ rule, message }) => `${rule}: ${message}`);
      assert.deepEqual(told, [], title);
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
