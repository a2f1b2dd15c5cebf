import assert from 'node:assert/strict';
import { readSuppressions } from '../../../core/lint/suppress';

type Read = readonly [scope: string, rules: readonly string[], reason: string | undefined];

function read(text: string): Read[] {
  return readSuppressions(text).map(({ scope, rules, reason }) => [scope, rules, reason]);
}

describe('ignore comments', () => {
  const next = 'twelve-factor-ignore-next-line';
  const cases: readonly [string, Read][] = [
    [`// ${next} logs/file-handler -- kept for audits`, ['line', ['logs/file-handler'], 'kept for audits']],
    [`// ${next} logs/a, config/b-c -- x`, ['line', ['logs/a', 'config/b-c'], 'x']],
    [`# twelve-factor-ignore-file logs/* -- a tool: no app`, ['file', ['logs/*'], 'a tool: no app']],
    [`/* ${next} logs/a -- why */ call();`, ['line', ['logs/a'], 'why']],
    [`/* ${next} logs/* */ call({ a: 1 });`, ['line', ['logs/*'], undefined]],
    [`{/* ${next} logs/a -- b--c */}`, ['line', ['logs/a'], 'b--c']],
    [`<!-- ${next} logs/a -- why -->`, ['line', ['logs/a'], 'why']],
    [`<!-- ${next} logs/a: why -->`, ['line', ['logs/a'], 'why']],
    [`<!-- ${next} logs/a -->`, ['line', ['logs/a'], undefined]],
    [`# ${next} logs/a --`, ['line', ['logs/a'], undefined]],
    [`# ${next} logs/a`, ['line', ['logs/a'], undefined]],
  ];
  for (const [text, expected] of cases) {
    it(`are read: ${text}`, () => assert.deepEqual(read(`${text}\nnext\n`), [expected]));
  }

  it('know the line they speak of and where they stand', () => {
    const text = `a\r\n  /* ${next} logs/a -- why */\r\nb\n`;
    const [found] = readSuppressions(text);
    assert.equal(found?.line, 2);
    assert.equal(text.slice(found?.range.start, found?.range.end), `${next} logs/a -- why`);
  });
});
