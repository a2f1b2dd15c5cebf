import assert from 'node:assert/strict';
import fc from 'fast-check';
import { isCall, isHello, isServerFrame } from '../../formation/supervisor/frames';
import { specOf } from '../harness/formation-world';
import { processState } from '../harness/session-world';

const calls = [
  {
    type: 'start',
    call: 1,
    specs: [specOf('web.1', { env: { A: 'b' } }), specOf('web.2', { port: undefined })],
  },
  { type: 'restart', call: 2, specs: [] },
  { type: 'stop', call: 3, ids: ['web.1'] },
  { type: 'stop', call: 4 },
  { type: 'snapshot', call: 5 },
  { type: 'lines-after', call: 6, sequence: 0 },
];

const sent = (frame: unknown): unknown => JSON.parse(JSON.stringify(frame));

describe('frames', () => {
  it('are known after they were sent', () => {
    for (const call of calls) assert.ok(isCall(sent(call)), call.type);
    assert.ok(isHello(sent({ type: 'hello', protocol: 1, token: 'x', more: 'later' })));
    const state = processState('web.1', { status: 'exited', exit: { code: 0, signal: undefined } });
    const snapshot = { root: '/', processes: [state], lastSequence: 0 };
    assert.ok(isServerFrame(sent({ type: 'changed', snapshot })));
    const line = { sequence: 1, id: 'web.1', at: 1, stream: 'stdout', text: '', complete: true };
    assert.ok(isServerFrame(sent({ type: 'lines', lines: [line] })));
  });

  it('are refused where a field is wrong', () => {
    const wrong = [
      { type: 'start', call: 1, specs: [specOf('web.1', { env: { A: 1 } as never })] },
      { type: 'start', call: 1, specs: {} },
      { type: 'start', call: 1 },
      { type: 'stop', call: 1, ids: 'web.1' },
      { type: 'stop', call: 1.5 },
      { type: 'snapshot' },
      { type: 'lines-after', call: 1, sequence: -1 },
      { type: 'lines-after', call: 1, sequence: Number.NaN },
      { type: '__proto__', call: 1 },
      [],
      null,
    ];
    for (const frame of wrong) assert.ok(!isCall(sent(frame)), JSON.stringify(frame));
    assert.ok(!isHello(Object.create({ type: 'hello', protocol: 1, token: 'x' })), 'only own fields count');
  });

  it('never make a check throw, and are refused when a part is replaced', () => {
    fc.assert(
      fc.property(fc.anything(), (value) => {
        assert.equal(isCall(value) || isHello(value) || isServerFrame(value), false);
      }),
      { numRuns: 2000 },
    );
    const junk = fc.oneof(fc.constant(null), fc.array(fc.nat()), fc.double({ max: -0.5 }));
    fc.assert(
      fc.property(fc.constantFrom(...calls), junk, (call, value) => {
        for (const key of Object.keys(call))
          assert.ok(!isCall({ ...call, [key]: value }) || isEmptyList(key, value));
      }),
      { numRuns: 500 },
    );
  });
});

/** The one kind of junk that is right in some places. */
function isEmptyList(key: string, value: unknown): boolean {
  return (key === 'ids' || key === 'specs') && Array.isArray(value) && value.length === 0;
}
