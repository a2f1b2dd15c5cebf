import assert from 'node:assert/strict';
import { Formation } from '../../formation/formation';
import type { LogLine, ProcessSpec, ProcessState, ProcessStats } from '../../formation/model';
import { type FakeWorld, fakeWorld, specOf } from '../harness/formation-world';

interface Stage extends FakeWorld {
  readonly formation: Formation;
  readonly lines: LogLine[];
}

function stage(): Stage {
  const world = fakeWorld();
  const formation = new Formation('/app', world);
  const lines: LogLine[] = [];
  formation.onLines((fresh) => lines.push(...fresh));
  return { ...world, formation, lines };
}

/** A stage on which these processes run. */
async function running(...specs: readonly ProcessSpec[]): Promise<Stage> {
  const set = stage();
  await set.formation.start(specs);
  for (const { id } of specs) set.spawner.child(id).spawned();
  return set;
}

/** Lets all that was promised come. */
async function settle(): Promise<void> {
  for (let round = 0; round < 20; round++) await Promise.resolve();
}

function state({ formation }: Stage, id: string): ProcessState {
  const found = formation.current.processes.find((process) => process.id === id);
  assert.ok(found, id);
  return found;
}

const started = ({ spawner }: Stage) => spawner.children.map(({ spec }) => spec.id);
const crash = { code: 1, signal: undefined };

describe('a process that ends by itself', () => {
  it('is started again after rests that grow, and is a crash loop in the end', async () => {
    const set = await running(specOf('web.1', { onEnd: 'restart' }));
    const rests: number[] = [];
    for (let round = 0; round < 8; round++) {
      set.spawner.child('web.1').exited(crash);
      const { status, restartAt, crashLoop } = state(set, 'web.1');
      assert.deepEqual([status, crashLoop], ['resting', round >= 4]);
      const rest = (restartAt ?? 0) - set.clock.now();
      rests.push(rest);
      set.clock.advance(rest - 1);
      assert.equal(state(set, 'web.1').status, 'resting');
      set.clock.advance(1);
      set.spawner.child('web.1').spawned();
    }
    assert.deepEqual(rests, [1000, 2000, 4000, 8000, 16_000, 30_000, 30_000, 30_000]);
    assert.deepEqual(
      [state(set, 'web.1').restarts, state(set, 'web.1').restartReason],
      [8, 'exited with code 1'],
    );
  });

  it('begins with the shortest rest once it has run for a minute', async () => {
    const set = await running(specOf('web.1', { onEnd: 'restart' }));
    set.spawner.child('web.1').exited(crash);
    set.clock.advance(1000);
    set.spawner.child('web.1').spawned();
    set.clock.advance(60_000);
    set.spawner.child('web.1').exited(crash);
    assert.equal((state(set, 'web.1').restartAt ?? 0) - set.clock.now(), 1000);
  });

  it('is started at once by an order, and forgets its crashes', async () => {
    const set = await running(specOf('web.1', { onEnd: 'restart' }));
    set.spawner.child('web.1').exited(crash);
    await set.formation.start([specOf('web.1', { onEnd: 'restart' })]);
    assert.deepEqual([started(set).length, set.clock.timers], [2, 0]);
    assert.deepEqual([state(set, 'web.1').restarts, state(set, 'web.1').restartReason], [0, undefined]);
  });

  it('rests no more when it is stopped', async () => {
    const set = await running(specOf('web.1', { onEnd: 'restart' }));
    set.spawner.child('web.1').exited(crash);
    await set.formation.stop();
    assert.deepEqual([state(set, 'web.1').status, state(set, 'web.1').stopped], ['exited', true]);
    assert.deepEqual([set.clock.timers, set.formation.live], [0, false]);
  });

  it('stops all others where that is wanted', async () => {
    const set = await running(specOf('web.1', { onEnd: 'stop-all' }), specOf('worker.1'), specOf('db.1'));
    set.spawner.child('web.1').exited();
    assert.deepEqual(set.spawner.child('worker.1').signals, ['SIGTERM']);
    assert.deepEqual(set.spawner.child('db.1').signals, ['SIGTERM']);
    assert.match(set.lines.at(-1)?.text ?? '', /^exited with code 0; stopping all others$/);
  });

  it('is done if it is a one-shot, and neither restarted nor the end of all', async () => {
    for (const onEnd of ['restart', 'stop-all'] as const) {
      const set = await running(specOf('release.1', { onEnd, oneShot: true }), specOf('web.1'));
      set.spawner.child('release.1').exited();
      const { status, ready, oneShot } = state(set, 'release.1');
      assert.deepEqual([status, ready, oneShot], ['exited', true, true]);
      assert.deepEqual(set.spawner.child('web.1').signals, []);
    }
  });
});

describe('the order of a formation', () => {
  const db = specOf('db.1', { ready: { kind: 'log', text: 'listening' } });
  const web = specOf('web.1', { after: ['db'] });

  it('lets a process wait until the others are ready', async () => {
    const set = stage();
    await set.formation.start([web, db]);
    assert.deepEqual(started(set), ['db.1']);
    assert.deepEqual([state(set, 'web.1').status, state(set, 'web.1').waitingFor], ['waiting', ['db']]);
    set.spawner.child('db.1').spawned();
    assert.equal(state(set, 'db.1').ready, false);
    set.spawner.child('db.1').print('now listening\n');
    assert.deepEqual([state(set, 'db.1').ready, started(set)], [true, ['db.1', 'web.1']]);
  });

  it('lets it wait for a one-shot until that is done, and as long as that has failed', async () => {
    const set = stage();
    const setup = specOf('setup.1', { oneShot: true });
    await set.formation.start([specOf('web.1', { after: ['setup'] }), setup]);
    set.spawner.child('setup.1').spawned();
    set.spawner.child('setup.1').exited(crash);
    assert.equal(state(set, 'web.1').status, 'waiting');
    await set.formation.start([setup]);
    set.spawner.child('setup.1').spawned();
    set.spawner.child('setup.1').exited();
    assert.equal(started(set).at(-1), 'web.1');
  });

  it('does not wait for what nobody starts', async () => {
    const set = stage();
    await set.formation.start([web]);
    assert.deepEqual(started(set), ['web.1']);
  });

  it('lets what waits be stopped', async () => {
    const set = stage();
    await set.formation.start([web, db]);
    await set.formation.stop(['web.1']);
    set.spawner.child('db.1').spawned();
    set.spawner.child('db.1').print('listening\n');
    assert.deepEqual([state(set, 'web.1').status, started(set)], ['exited', ['db.1']]);
  });

  it('stops those first that came after', async () => {
    const set = await running(db, specOf('mail.1'));
    await set.formation.start([web]);
    set.spawner.child('db.1').print('listening\n');
    set.spawner.child('web.1').spawned();
    const stopped = set.formation.stop();
    assert.deepEqual(
      ['web.1', 'db.1', 'mail.1'].map((id) => set.spawner.child(id).signals.length),
      [1, 0, 1],
    );
    set.spawner.child('web.1').exited();
    await settle();
    assert.deepEqual(set.spawner.child('db.1').signals, ['SIGTERM']);
    set.spawner.child('db.1').exited();
    set.spawner.child('mail.1').exited();
    await stopped;
  });

  it('sends the signal that a process wants', async () => {
    const set = await running(specOf('web.1', { stopSignal: 'SIGINT' }));
    void set.formation.stop();
    assert.deepEqual(set.spawner.child('web.1').signals, ['SIGINT']);
  });
});

describe('the port of a process', () => {
  const web = specOf('web.1', { serves: true, ready: { kind: 'http', path: '/health' } });

  /** Time passes, and what is looked at meanwhile is seen. */
  async function pass(set: Stage, ms: number): Promise<void> {
    for (let passed = 0; passed < ms; passed += 100) {
      set.clock.advance(100);
      await settle();
    }
  }

  it('is opening, then bound, and the process ready once it answers', async () => {
    const set = await running(web);
    await settle();
    assert.deepEqual([state(set, 'web.1').portState, state(set, 'web.1').ready], ['opening', false]);
    set.ports.open.add(5000);
    await pass(set, 2000);
    assert.deepEqual([state(set, 'web.1').portState, state(set, 'web.1').ready], ['bound', false]);
    set.ports.well.add('5000/health');
    await pass(set, 2000);
    assert.equal(state(set, 'web.1').ready, true);
    assert.equal(set.clock.timers, 0);
  });

  it('makes ready what is expected to listen, though nothing was declared', async () => {
    const set = await running(specOf('web.1', { serves: true }));
    await pass(set, 1000);
    assert.equal(state(set, 'web.1').ready, false);
    set.ports.open.add(5000);
    await pass(set, 2000);
    assert.equal(state(set, 'web.1').ready, true);
  });

  it('is late after 20 seconds, and may be bound later', async () => {
    const set = await running(specOf('web.1', { serves: true }));
    await pass(set, 19_000);
    assert.deepEqual([state(set, 'web.1').portState, state(set, 'web.1').ready], ['opening', false]);
    await pass(set, 2000);
    assert.deepEqual([state(set, 'web.1').portState, state(set, 'web.1').ready], ['late', true]);
    assert.equal(set.lines.at(-1)?.text, 'port 5000 is not bound after 20 s');
    set.ports.open.add(5000);
    await pass(set, 2000);
    assert.equal(state(set, 'web.1').portState, 'bound');
  });

  it('is taken where somebody has it before the process was started', async () => {
    const set = stage();
    set.ports.open.add(5000);
    await set.formation.start([web]);
    set.spawner.child('web.1').spawned();
    await settle();
    assert.equal(state(set, 'web.1').portState, 'taken');
    assert.equal(set.lines.at(-1)?.text, 'port 5000 is taken by node (pid 77)');
    set.ports.open.clear();
    await pass(set, 1000);
    assert.equal(state(set, 'web.1').portState, 'opening');
  });

  it('is not looked at where nobody is expected to listen, nor after the end', async () => {
    const set = await running(specOf('worker.1'), web);
    await settle();
    assert.equal(state(set, 'worker.1').portState, 'unknown');
    set.spawner.child('web.1').exited();
    await settle();
    assert.deepEqual([state(set, 'web.1').portState, set.clock.timers], ['unknown', 0]);
  });
});

describe('a change', () => {
  it('of what would run now is told by the names of variables, never by their values', async () => {
    const env = { A: '1', B: '2', C: '3' };
    const set = await running(specOf('web.1', { env }), specOf('worker.1', { env }));
    await set.formation.propose([
      specOf('web.1', { env: { A: '1', B: 'canary', D: '4' }, command: 'other' }),
      specOf('nobody.1'),
    ]);
    const { changedKeys, changedCommand } = state(set, 'web.1');
    assert.deepEqual([changedKeys, changedCommand], [['B', 'C', 'D'], true]);
    assert.deepEqual(state(set, 'worker.1').changedKeys, []);
    assert.equal(set.formation.current.processes.length, 2);
    assert.doesNotMatch(JSON.stringify(set.formation.current), /canary/);
  });

  it('is taken up by what the engine starts again', async () => {
    const set = await running(specOf('web.1', { onEnd: 'restart' }));
    await set.formation.propose([specOf('web.1', { onEnd: 'restart', command: 'new' })]);
    set.spawner.child('web.1').exited(crash);
    set.clock.advance(1000);
    assert.equal(set.spawner.child('web.1').spec.command, 'new');
    set.spawner.child('web.1').spawned();
    assert.equal(state(set, 'web.1').changedCommand, false);
  });

  it('of a watched file restarts the process, and one that has crashed too', async () => {
    const set = await running(specOf('web.1', { restartOn: ['src/**'] }));
    const changed = set.files.watched.get('/ src/**');
    changed?.('src/app.js');
    assert.deepEqual(set.spawner.child('web.1').signals, ['SIGTERM']);
    set.spawner.child('web.1').exited();
    set.spawner.child('web.1').spawned();
    assert.equal(state(set, 'web.1').restartReason, 'src/app.js has changed');
    set.spawner.child('web.1').exited(crash);
    changed?.('src/app.js');
    assert.equal(started(set).length, 3);
    set.spawner.child('web.1').spawned();
    void set.formation.stop();
    set.spawner.child('web.1').exited();
    assert.equal(set.files.watched.size, 0);
  });
});

describe('the output of a process', () => {
  const secret = ['hunter', 'two', '99'].join('');
  const spec = specOf('web.1', { env: { API_KEY: secret }, secrets: ['API_KEY'] });

  it('has its secrets masked, in all processes, wherever chunks end', async () => {
    const set = await running(spec, specOf('worker.1'));
    const web = set.spawner.child('web.1');
    for (const part of [`a ${secret} b\nplain\nhalf ${secret.slice(0, 4)}`, `${secret.slice(4)} end\n`])
      web.print(part);
    set.spawner.child('worker.1').print(`${encodeURIComponent(secret)} ${btoa(secret)}\n`);
    const texts = set.lines.filter(({ stream }) => stream === 'stdout').map(({ text }) => text);
    assert.deepEqual(texts, ['a ••• b', 'plain', 'half ••• end', '••• •••']);
  });

  it('holds back for a moment what may become a secret', async () => {
    const set = await running(spec);
    const web = set.spawner.child('web.1');
    web.print(`key ${secret.slice(0, 6)}`);
    set.clock.advance(100);
    web.print(`${secret.slice(6)}\n`);
    const texts = set.lines.filter(({ stream }) => stream === 'stdout').map(({ text }) => text);
    assert.deepEqual(texts, ['key ', '•••']);
    web.print(`key ${secret.slice(0, 6)}`);
    set.clock.advance(300);
    assert.equal(set.lines.at(-1)?.text, secret.slice(0, 6));
  });

  it('comes unsplit to whoever is attached, with what a terminal has shown before', async () => {
    const set = await running(specOf('web.1', { terminal: true }), specOf('worker.1'));
    set.spawner.child('web.1').print('before\r\n> ');
    const [web, worker]: string[][] = [[], []];
    const off = set.formation.attach('web.1', (text) => web?.push(text));
    set.formation.attach('worker.1', (text) => worker?.push(text));
    set.spawner.child('web.1').print('\u001b[2Kafter');
    set.spawner.child('worker.1').print('a');
    off();
    set.spawner.child('web.1').print('unheard');
    assert.deepEqual([web, worker], [['before\r\n> ', '\u001b[2Kafter'], ['a']]);
  });

  it('may be answered', async () => {
    const set = await running(specOf('web.1', { terminal: true }));
    await set.formation.write('web.1', 'yes\r');
    await set.formation.resize('web.1', 120, 40);
    await set.formation.write('nobody.1', 'x');
    assert.deepEqual(
      [set.spawner.child('web.1').typed, set.spawner.child('web.1').sizes],
      [['yes\r'], ['120x40']],
    );
  });
});

describe('what processes use', () => {
  it('is measured while somebody listens, by the time between', async () => {
    const set = await running(specOf('web.1'), specOf('worker.1'));
    const web = set.spawner.child('web.1');
    const told: (readonly ProcessStats[])[] = [];
    web.used = { cpuMs: 100, memory: 1000, processes: 2 };
    const off = set.formation.onStats((stats) => told.push(stats));
    set.clock.advance(0);
    await settle();
    web.used = { cpuMs: 1100, memory: 2000, processes: 3 };
    set.clock.advance(2000);
    await settle();
    assert.deepEqual(told, [
      [{ id: 'web.1', cpu: 0, memory: 1000, processes: 2 }],
      [{ id: 'web.1', cpu: 50, memory: 2000, processes: 3 }],
    ]);
    off();
    assert.equal(set.clock.timers, 0);
  });
});
