import assert from 'node:assert/strict';
import type { LogLine } from '../../formation/model';
import { Outbox } from '../../formation/supervisor/outbox';
import { FakeClock } from '../harness/formation-world';

function linesOf(first: number, count: number, text = 'x'): LogLine[] {
  return Array.from({ length: count }, (_, index) => {
    return { sequence: first + index, id: 'web.1', at: 0, stream: 'stdout', text, complete: true };
  });
}

function stage() {
  const clock = new FakeClock();
  const state = { held: 0 };
  const hold = () => {
    state.held += 1;
    return () => {
      state.held -= 1;
    };
  };
  const outbox = new Outbox(hold, clock, {
    hold: { lines: 10, characters: 100 },
    patienceMs: 1000,
    keep: { lines: 20, characters: 200 },
    frame: { lines: 5, characters: 50 },
  });
  return { clock, outbox, state };
}

function takeAll(outbox: Outbox): number[] {
  const all: number[] = [];
  while (!outbox.isEmpty) all.push(...outbox.take().map(({ sequence }) => sequence));
  return all;
}

const upTo = (first: number, last: number) => Array.from({ length: last - first + 1 }, (_, at) => first + at);

describe('Outbox', () => {
  it('gives all lines, in frames of a bounded size', () => {
    const { outbox } = stage();
    outbox.put(linesOf(1, 7));
    outbox.put(linesOf(8, 2, 'y'.repeat(60)));
    assert.deepEqual([outbox.take().length, outbox.take().length, outbox.take().length], [5, 2, 1]);
    assert.deepEqual(takeAll(outbox), [9]);
    assert.deepEqual(outbox.take(), []);
  });

  it('makes the processes wait for a slow client, until it has caught up', () => {
    const { outbox, state, clock } = stage();
    outbox.put(linesOf(1, 10));
    assert.equal(state.held, 0);
    outbox.put(linesOf(11, 40));
    outbox.put(linesOf(51, 40));
    assert.equal(state.held, 1);
    assert.deepEqual(takeAll(outbox), upTo(1, 90), 'what was on its way is kept');
    assert.equal(state.held, 0);
    assert.equal(clock.timers, 0);
  });

  it('waits for long lines too', () => {
    const { outbox, state } = stage();
    outbox.put(linesOf(1, 2, 'y'.repeat(60)));
    assert.equal(state.held, 1);
  });

  it('lets them go on when the client takes too long, and keeps the newest lines', () => {
    const { outbox, state, clock } = stage();
    outbox.put(linesOf(1, 11));
    clock.advance(1000);
    assert.equal(state.held, 0);
    outbox.put(linesOf(12, 40));
    outbox.put(linesOf(52, 10));
    assert.equal(state.held, 0);
    assert.deepEqual(takeAll(outbox), upTo(42, 61));
    outbox.put(linesOf(62, 11));
    assert.equal(state.held, 1, 'a client that has caught up is waited for again');
  });

  it('lets them go on when the client is gone', () => {
    const { outbox, state, clock } = stage();
    outbox.put(linesOf(1, 11));
    outbox.close();
    assert.deepEqual([state.held, clock.timers, outbox.isEmpty], [0, 0, true]);
  });
});
