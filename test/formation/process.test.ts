import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type Effect, isLive, type Life, type ProcessEvent, unborn } from '../../formation/life';
import type { Exit } from '../../formation/model';
import { step } from '../../formation/process';
import { type Circumstances, viewOf } from '../../formation/state';
import { specOf } from '../harness/formation-world';

const clean: Exit = { code: 0, signal: undefined };
const crash: Exit = { code: 1, signal: undefined };
const terminated: Exit = { code: undefined, signal: 'SIGTERM' };

const start: ProcessEvent = { type: 'start' };
const stop: ProcessEvent = { type: 'stop' };
const restart: ProcessEvent = { type: 'restart' };
const spawned: ProcessEvent = { type: 'spawned', pid: 7, at: 1000 };
const failed: ProcessEvent = { type: 'spawn-failed', reason: 'no shell' };
const ended: ProcessEvent = { type: 'exited', exit: terminated, left: false, at: 2000 };
const endedWithRest: ProcessEvent = { type: 'exited', exit: clean, left: true, at: 2000 };
const gone: ProcessEvent = { type: 'gone', at: 2000 };
const elapsed: ProcessEvent = { type: 'grace-elapsed' };

/** Runs the events from birth; gives the last life and the effects of the last event in short. */
function live(...events: readonly ProcessEvent[]): [Life, string] {
  let life = unborn;
  let effects: readonly Effect[] = [];
  for (const event of events) [life, ...effects] = step(life, event);
  return [life, effects.map(inShort).join(', ')];
}

function inShort(effect: Effect): string {
  if (effect.type === 'signal') return effect.signal;
  return effect.type === 'say' ? `"${effect.text}"` : effect.type;
}

describe('step', () => {
  const table: readonly [string, readonly ProcessEvent[], string, string][] = [
    ['starts', [start], 'starting', 'spawn'],
    ['runs', [start, spawned], 'running', '"started with pid 7"'],
    ['is left alone when it runs', [start, spawned, start], 'running', ''],
    ['fails', [start, failed], 'failed', '"could not be started: no shell", ended'],
    ['can be started after a failure', [start, failed, start], 'starting', 'spawn'],
    ['is terminated', [start, spawned, stop], 'stopping', 'SIGTERM, start-grace'],
    ['ends when asked', [start, spawned, stop, ended], 'exited', 'cancel-grace, "ended by SIGTERM", ended'],
    ['is killed after its grace', [start, spawned, stop, elapsed], 'stopping', 'SIGKILL, start-grace'],
    ['is killed again', [start, spawned, stop, elapsed, elapsed], 'stopping', 'SIGKILL, start-grace'],
    ['waits for what is left', [start, spawned, stop, endedWithRest], 'stopping', ''],
    [
      'ends with what was left',
      [start, spawned, stop, endedWithRest, gone],
      'exited',
      'cancel-grace, "exited with code 0", ended',
    ],
    [
      'ends what it left behind',
      [start, spawned, endedWithRest],
      'stopping',
      '"exited with code 0; ending the processes it left running", SIGTERM, start-grace',
    ],
    [
      'is stopped once it has a pid',
      [start, stop, spawned],
      'stopping',
      '"started with pid 7", SIGTERM, start-grace',
    ],
    [
      'is not stopped when started again meanwhile',
      [start, stop, start, spawned],
      'running',
      '"started with pid 7"',
    ],
    ['restarts', [start, spawned, restart], 'stopping', 'SIGTERM, start-grace'],
    [
      'starts again',
      [start, spawned, restart, ended],
      'starting',
      'cancel-grace, "ended by SIGTERM", ended, spawn',
    ],
    [
      'restarts once it has a pid',
      [start, restart, spawned],
      'stopping',
      '"started with pid 7", SIGTERM, start-grace',
    ],
    [
      'restarts after a failure',
      [start, restart, failed],
      'starting',
      '"could not be started: no shell", ended, spawn',
    ],
    [
      'stays down when stopped last',
      [start, spawned, restart, stop, ended],
      'exited',
      'cancel-grace, "ended by SIGTERM", ended',
    ],
    [
      'comes up when started last',
      [start, spawned, stop, start, ended],
      'starting',
      'cancel-grace, "ended by SIGTERM", ended, spawn',
    ],
    ['has nothing to stop', [start, failed, stop], 'failed', ''],
    ['has no grace left after its end', [start, spawned, stop, ended, elapsed], 'exited', ''],
  ];
  for (const [name, events, phase, effects] of table) {
    it(name, () => {
      const [life, last] = live(...events);
      assert.equal(life.phase.at, phase);
      assert.equal(last, effects);
    });
  }

  it('counts restarts and forgets them at a new start', () => {
    assert.equal(live(start, spawned, restart, ended, spawned, restart, ended)[0].restarts, 2);
    assert.equal(live(start, spawned, restart, ended, spawned, stop, ended, start)[0].restarts, 0);
    assert.equal(live(restart)[0].restarts, 0);
  });
});

describe('viewOf', () => {
  const around: Circumstances = {
    wanted: specOf('web.1'),
    portState: 'unknown',
    waitingFor: [],
    terminal: false,
  };
  const spec = specOf('web.2', { port: 5001 });
  const view = (...events: readonly ProcessEvent[]) => viewOf(spec, live(...events)[0], around);

  it('shows a running process', () => {
    const { status, pid, port, startedAt, instance, type } = view(start, spawned);
    assert.deepEqual([status, pid, port, startedAt, instance, type], ['running', 7, 5001, 1000, 2, 'web']);
  });

  it('tells a stop from a crash', () => {
    const stopped = view(start, spawned, stop, ended);
    const crashed = view(start, spawned, { type: 'exited', exit: crash, left: false, at: 2000 });
    assert.deepEqual([stopped.status, stopped.exit, stopped.stopped], ['exited', terminated, true]);
    assert.deepEqual([crashed.status, crashed.exit, crashed.stopped], ['exited', crash, false]);
  });

  it('says why it could not be started', () => {
    const { status, failure, pid } = view(start, failed);
    assert.deepEqual([status, failure, pid], ['failed', 'no shell', undefined]);
  });
});

/** The machine as far as one process goes: it answers the effects of `step` in an order that chance decides. */
class Machine {
  life = unborn;
  group: 'none' | 'spawning' | 'alive' | 'left' = 'none';
  graces = 0;
  killed = false;
  wanted: 'up' | 'down' = 'down';

  order(type: 'start' | 'stop' | 'restart'): void {
    this.wanted = type === 'stop' ? 'down' : 'up';
    this.feed({ type });
  }

  /** What may happen next; undefined when nothing is under way. */
  possible(): ProcessEvent[] {
    const events: ProcessEvent[] = [];
    if (this.group === 'spawning') events.push(spawned, failed);
    if (this.group === 'alive') events.push(ended, endedWithRest);
    if (this.group === 'left') events.push(gone);
    if (this.graces > 0) events.push(elapsed);
    return events;
  }

  feed(event: ProcessEvent): void {
    if (event.type === 'spawned') this.group = 'alive';
    if (event.type === 'exited') this.group = event.left ? 'left' : 'none';
    if (event.type === 'spawn-failed' || event.type === 'gone') this.group = 'none';
    if (event.type === 'grace-elapsed') this.graces -= 1;
    // By itself, it ends what the user wanted up.
    if (event.type === 'exited' && this.life.phase.at === 'running') this.wanted = 'down';
    if (event.type === 'spawn-failed' && this.life.phase.at === 'starting') {
      if (this.life.phase.order !== 'restart') this.wanted = 'down';
    }
    const [next, ...effects] = step(this.life, event);
    this.life = next;
    for (const effect of effects) this.perform(effect);
  }

  perform(effect: Effect): void {
    if (effect.type === 'spawn') {
      assert.equal(this.group, 'none', 'spawned while something of the last start lives');
      assert.equal(this.graces, 0, 'spawned with a timer running');
      this.group = 'spawning';
    }
    if (effect.type === 'signal') {
      assert.ok(this.group === 'alive' || this.group === 'left', `${effect.signal} to nobody`);
    }
    if (effect.type === 'start-grace') this.graces = 1;
    if (effect.type === 'cancel-grace') this.graces = 0;
    if (effect.type === 'ended') assert.equal(this.group, 'none', 'said to have ended while something lives');
  }

  check(): void {
    assert.equal(isLive(this.life), this.group !== 'none');
    assert.equal(this.graces > 0, this.life.phase.at === 'stopping');
  }
}

describe('step, over random lives', () => {
  it('has at most one group alive, a timer only while stopping, and ends as was last asked', () => {
    const order = fc.constantFrom('start', 'stop', 'restart');
    const deed = fc.oneof(order, fc.nat(3));
    fc.assert(
      fc.property(fc.array(deed, { maxLength: 60 }), (deeds) => {
        const machine = new Machine();
        for (const next of deeds) {
          if (typeof next === 'string') machine.order(next as 'start' | 'stop' | 'restart');
          else {
            const possible = machine.possible();
            const event = possible[next % Math.max(possible.length, 1)];
            if (event) machine.feed(event);
          }
          machine.check();
        }
        settle(machine);
        assert.equal(machine.life.phase.at === 'running', machine.wanted === 'up');
      }),
      { numRuns: 5000 },
    );
  });
});

/** Lets everything that is under way come to its end, without a failure and without an end nobody asked for. */
function settle(machine: Machine): void {
  for (let at = machine.life.phase.at; at === 'starting' || at === 'stopping'; at = machine.life.phase.at) {
    machine.feed(machine.group === 'spawning' ? spawned : machine.group === 'alive' ? ended : gone);
    machine.check();
  }
}
