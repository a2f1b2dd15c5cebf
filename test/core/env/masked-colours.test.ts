import assert from 'node:assert/strict';
import textmate from 'vscode-textmate';
import masking from '../../../syntaxes/env-values.tmLanguage.json';
import { loadGrammar } from '../../harness/textmate';

/** The editor's own grammar for env files in its shape: a name is looked at once more by itself. */
const dotenv = {
  scopeName: 'source.dotenv',
  patterns: [
    { name: 'comment.line.dotenv', match: '^\\s?#.*$' },
    {
      match: '^\\s?(.*?)\\s?(\\=)(.*)$',
      captures: {
        1: { patterns: [{ name: 'variable.key.dotenv', match: '.*' }] },
        2: { name: 'keyword.operator.assignment.dotenv' },
        3: { name: 'property.value.dotenv' },
      },
    },
  ],
};

describe('the colours that hide the values of env files', () => {
  let grammar: textmate.IGrammar;
  before(async () => {
    const grammars = { 'source.dotenv': dotenv, [masking.scopeName]: masking };
    grammar = await loadGrammar('source.dotenv', grammars, [masking.scopeName]);
  });

  /** The parts of a text that are hidden. */
  function hidden(text: string): string[] {
    const found: string[] = [];
    let state = textmate.INITIAL;
    for (const line of text.split('\n')) {
      const { tokens, ruleStack } = grammar.tokenizeLine(line, state);
      state = ruleStack;
      for (const { startIndex, endIndex, scopes } of tokens)
        if (scopes.includes('meta.masked.twelve-factor')) found.push(line.slice(startIndex, endIndex));
    }
    return found;
  }

  it('hide values', () => {
    assert.deepEqual(hidden('A=one\nexport B="two" # why'), ['one', '"two" # why']);
    assert.deepEqual(hidden('# C=three'), ['three']);
    assert.deepEqual(hidden('D="one\ntwo"\nE=3'), ['"one', 'two"', '3']);
  });

  it('leave names and comments readable, where there is no value too', () => {
    for (const text of [
      'SMTP_HOST=',
      'SMTP_HOST=\nSMTP_USER=\n',
      'export A=',
      'A = ',
      '# Who signs the cookie.',
      '',
    ])
      assert.deepEqual(hidden(text).join('').trim(), '', text);
  });
});
