import assert from 'node:assert/strict';
import { environmentOf } from '../../formation/environment';
import { interpolationFor } from '../../formation/loader';

function values(text: string, part: Partial<Parameters<typeof environmentOf>[0]> = {}) {
  return Object.fromEntries(environmentOf({ envTexts: [text], shellEnv: {}, ...part }));
}

/** Written with `%` for the dollar, which would look like a template. */
const dollars = (text: string) => text.replaceAll('%', '$');

describe('the environment', () => {
  it('has the env files win over the shell, a later one over an earlier one', () => {
    const input = { envTexts: ['A=1\nB=1', 'B=2'], shellEnv: { A: 'shell', C: 'shell', D: undefined } };
    assert.deepEqual(values('', input), { A: '1', B: '2', C: 'shell' });
    assert.deepEqual(values('', { ...input, shellWins: true }), { A: 'shell', B: '2', C: 'shell' });
  });

  it('leaves variables in values alone, as dotenv does', () => {
    assert.deepEqual(values(dollars('A=1\nB=%A%{A}\\%A')), { A: '1', B: dollars('%A%{A}\\%A') });
  });

  it('replaces them where the loader of the app does', () => {
    const cases: readonly (readonly [written: string, all: string, braces: string])[] = [
      ['%X', '1', '%X'],
      ['%{X}', '1', '1'],
      ['"%X"', '1', '%X'],
      ["'%X'", '%X', '%X'],
      ["'%{X}'", '%{X}', '1'],
      ['\\%X', '%X', '\\%X'],
      ['%{NOPE:-def}', 'def', 'def'],
      ['%{NOPE-def}', 'def', 'def'],
      ['%{EMPTY:-def}|%{EMPTY-def}', 'def|', 'def|'],
      ['a%{NOPE}b', 'ab', 'ab'],
      ['%AMB', 'amb', '%AMB'],
      ['pa%%word', 'pa%', 'pa%%word'],
      ['%(echo hi) %', '%(echo hi) %', '%(echo hi) %'],
      ['%{X', '%{X', '%{X'],
      ['%{X:-open', '%{X:-open', '%{X:-open'],
    ];
    for (const [written, all, braces] of cases) {
      const text = dollars(`X=1\nEMPTY=\nK=${written}`);
      const shellEnv = { AMB: 'amb' };
      assert.equal(values(text, { shellEnv, interpolation: 'all' }).K, dollars(all), written);
      assert.equal(values(text, { shellEnv, interpolation: 'braces' }).K, dollars(braces), written);
    }
  });

  it('replaces them by what wins', () => {
    const part = { shellEnv: { X: 'shell' }, interpolation: 'all' } as const;
    assert.equal(values('X=file\nK=$X', part).K, 'file');
    assert.equal(values('X=file\nK=$X', { ...part, shellWins: true }).K, 'shell');
  });

  it('is linear in what looks like a variable', () => {
    assert.equal(values(`K=${dollars('%{a:-').repeat(50_000)}`, { interpolation: 'all' }).K?.length, 250_000);
  });
});

describe('the loader of an app', () => {
  it('is known by its manifests', () => {
    const cases: readonly (readonly [string, string, string])[] = [
      ['package.json', '{"dependencies":{"dotenv":"1"}}', 'none'],
      ['package.json', '{"dependencies":{"dotenv-expand":"1"}}', 'all'],
      ['package.json', '{"dependencies":{"vite":"1"}}', 'all'],
      ['package.json', '{"dependencies":{"vitepress":"1","@vitejs/x":"1","next-auth":"1"}}', 'none'],
      ['requirements.txt', 'flask\npython-dotenv==1.0\n', 'braces'],
      ['pyproject.toml', 'dependencies = ["pydantic-settings>=2"]', 'braces'],
      ['Gemfile', "gem 'dotenv-rails'", 'all'],
      ['composer.json', '{"require":{"laravel/framework":"^11"}}', 'braces'],
      ['composer.json', '{"require":{"symfony/dotenv":"^7"}}', 'all'],
    ];
    for (const [path, text, expected] of cases)
      assert.equal(interpolationFor([[path, text]]), expected, text);
    assert.equal(interpolationFor([]), 'none');
  });
});
