import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Formation } from '../../formation/formation';
import type { FormationSnapshot, LogLine } from '../../formation/model';
import { UntrustedWorkspaceError } from '../../formation/world';
import { type FakeWorld, fakeWorld, specOf } from '../harness/formation-world';

interface Stage extends FakeWorld {
  readonly formation: Formation;
  readonly lines: LogLine[];
  readonly snapshots: FormationSnapshot[];
}

function stage(options: ConstructorParameters<typeof Formation>[2] = {}): Stage {
  const world = fakeWorld();
  const formation = new Formation('/app', world, options);
  const lines: LogLine[] = [];
  const snapshots: FormationSnapshot[] = [];
  formation.onLines((fresh) => lines.push(...fresh));
  formation.onDidChange((snapshot) => snapshots.push(snapshot));
  return { ...world, formation, lines, snapshots };
}

/** A stage on which these processes run. */
async function running(...ids: readonly string[]): Promise<Stage> {
  const set = stage();
  await set.formation.start(ids.map((id) => specOf(id)));
  for (const id of ids) set.spawner.child(id).spawned();
  return set;
}

/** Whether a promise has settled once all that was due has run. */
async function isSettled(promise: Promise<unknown>): Promise<boolean> {
  const pending = Symbol();
  await new Promise((resolve) => setImmediate(resolve));
  return (await Promise.race([promise, Promise.resolve(pending)])) !== pending;
}

const statuses = ({ processes }: FormationSnapshot) => processes.map(({ id, status }) => `${id} ${status}`);

describe('Formation', () => {
  it('starts processes and shows them in the order given', async () => {
    const { formation, spawner } = await running('web.1', 'worker.1');
    assert.deepEqual(statuses(await formation.snapshot()), ['web.1 running', 'worker.1 running']);
    assert.equal((await formation.snapshot()).root, '/app');
    await formation.start([specOf('web.1'), specOf('web.2')]);
    assert.equal(spawner.children.length, 3, 'one that runs is left alone');
  });

  it('tells all changes of one turn together', async () => {
    const { snapshots } = await running('web.1', 'web.2');
    await new Promise((resolve) => setImmediate(resolve));
    assert.deepEqual(snapshots.at(-1) && statuses(snapshots.at(-1) as FormationSnapshot), [
      'web.1 running',
      'web.2 running',
    ]);
    assert.ok(snapshots.length <= 2, `${snapshots.length} snapshots`);
  });

  it('merges output in one sequence, with what it says itself', async () => {
    const { spawner, lines } = await running('web.1', 'web.2');
    spawner.child('web.1').print('one\ntwo\n');
    spawner.child('web.2').print('three\n', 'stderr');
    spawner.child('web.1').exited({ code: 3 });
    assert.deepEqual(
      lines.map(({ sequence, id, stream, text }) => `${sequence} ${id} ${stream} ${text}`),
      [
        '1 web.1 system started with pid 100',
        '2 web.2 system started with pid 101',
        '3 web.1 stdout one',
        '4 web.1 stdout two',
        '5 web.2 stderr three',
        '6 web.1 system exited with code 3',
      ],
    );
  });

  it('shows an unfinished line after at most 250 ms, and continues it', async () => {
    const { spawner, clock, lines } = await running('web.1', 'web.2');
    spawner.child('web.1').print('name> ');
    clock.advance(100);
    spawner.child('web.2').print('tick\n');
    clock.advance(150);
    spawner.child('web.1').print('Ada\n');
    const shown = lines
      .filter((line) => line.stream === 'stdout')
      .map(({ text, complete }) => [text, complete]);
    assert.deepEqual(shown, [
      ['name> ', false],
      ['tick', true],
      ['Ada', true],
    ]);
    assert.equal(clock.timers, 0);
  });

  it('cuts no line that goes on at once, and shows one that grows slowly', async () => {
    const { spawner, clock, lines } = await running('web.1');
    const web = spawner.child('web.1');
    web.print('a');
    for (let round = 0; round < 10; round++) {
      clock.advance(60);
      web.print('a\nb');
    }
    assert.ok(lines.every(({ complete }) => complete));
    for (const dot of '....') {
      clock.advance(40);
      web.print(dot);
    }
    assert.deepEqual(
      lines.filter(({ complete }) => !complete).map(({ text }) => text),
      ['b..'],
    );
  });

  it('gives the last line before it says that the process has ended', async () => {
    const { spawner, clock, lines } = await running('web.1');
    spawner.child('web.1').print('no newline');
    spawner.child('web.1').exited({ code: 1 });
    assert.deepEqual(
      lines.slice(1).map(({ text, complete }) => [text, complete]),
      [
        ['no newline', true],
        ['exited with code 1', true],
      ],
    );
    assert.equal(clock.timers, 0);
  });

  it('resolves stop when nothing is left, and not before', async () => {
    const { formation, spawner, clock } = await running('web.1', 'web.2');
    const stopped = formation.stop();
    assert.deepEqual(spawner.child('web.1').signals, ['SIGTERM']);
    spawner.child('web.1').exited({ signal: 'SIGTERM' });
    spawner.child('web.2').exited({ signal: 'SIGTERM' }, true);
    clock.advance(4999);
    assert.deepEqual(spawner.child('web.2').signals, ['SIGTERM']);
    clock.advance(1);
    assert.deepEqual(spawner.child('web.2').signals, ['SIGTERM', 'SIGKILL']);
    assert.equal(await isSettled(stopped), false);
    spawner.child('web.2').gone();
    await stopped;
    assert.deepEqual(statuses(await formation.snapshot()), ['web.1 exited', 'web.2 exited']);
    assert.equal(clock.timers, 0);
    assert.equal(formation.live, false);
  });

  it('stops only what is named', async () => {
    const { formation, spawner } = await running('web.1', 'web.2');
    const stopped = formation.stop(['web.2', 'nobody.1']);
    spawner.child('web.2').exited({ signal: 'SIGTERM' });
    await stopped;
    assert.deepEqual(statuses(await formation.snapshot()), ['web.1 running', 'web.2 exited']);
  });

  it('resolves a stop whose process was started again meanwhile', async () => {
    const { formation, spawner } = await running('web.1');
    const stopped = formation.stop();
    await formation.start([specOf('web.1')]);
    spawner.child('web.1').exited({ signal: 'SIGTERM' });
    await stopped;
    spawner.child('web.1').spawned();
    assert.deepEqual(statuses(await formation.snapshot()), ['web.1 running']);
  });

  it('restarts with the new spec once the old process is gone', async () => {
    const { formation, spawner } = await running('web.1');
    await formation.restart([specOf('web.1', { command: 'new', port: 6000 }), specOf('web.2')]);
    assert.equal(spawner.children.length, 2, 'web.2 is started at once');
    assert.equal((await formation.snapshot()).processes[0]?.port, 5000);
    spawner.child('web.1').exited({ signal: 'SIGTERM' });
    spawner.child('web.1').spawned();
    assert.equal(spawner.child('web.1').spec.command, 'new');
    const [web] = (await formation.snapshot()).processes;
    assert.deepEqual([web?.status, web?.port, web?.restarts], ['running', 6000, 1]);
  });

  it('keeps a child that is over from speaking for the next one', async () => {
    const { formation, spawner, lines } = await running('web.1');
    const old = spawner.child('web.1');
    old.exited();
    await formation.start([specOf('web.1')]);
    spawner.child('web.1').spawned();
    old.print('late\n');
    old.exited({ code: 9 });
    assert.deepEqual(statuses(await formation.snapshot()), ['web.1 running']);
    assert.ok(!lines.some(({ text }) => text === 'late'));
  });

  it('says why a process could not be started', async () => {
    const { formation, spawner } = stage();
    await formation.start([specOf('web.1')]);
    spawner.child('web.1').failed('The directory /gone does not exist.');
    const [web] = (await formation.snapshot()).processes;
    assert.deepEqual([web?.status, web?.failure], ['failed', 'The directory /gone does not exist.']);
    await formation.stop();
  });

  it('starts nothing in an untrusted workspace', async () => {
    const { formation, spawner } = stage();
    spawner.trusted = false;
    await assert.rejects(formation.start([specOf('web.1')]), UntrustedWorkspaceError);
    await assert.rejects(formation.restart([specOf('web.1')]), UntrustedWorkspaceError);
    assert.deepEqual((await formation.snapshot()).processes, []);
  });

  it('does not restart what has lost its trust meanwhile', async () => {
    const { formation, spawner } = await running('web.1');
    await formation.restart([specOf('web.1')]);
    spawner.trusted = false;
    spawner.child('web.1').exited({ signal: 'SIGTERM' });
    assert.deepEqual(statuses(await formation.snapshot()), ['web.1 failed']);
    assert.equal(spawner.children.length, 1);
  });

  it('holds the newest lines only, and gives those after a sequence', async () => {
    const { formation, spawner } = stage({ lines: 100, characters: 1_000_000 });
    await formation.start([specOf('web.1')]);
    spawner.child('web.1').spawned();
    spawner.child('web.1').print(Array.from({ length: 250 }, (_, at) => `${at}\n`).join(''));
    const all = await formation.linesAfter(0);
    assert.deepEqual([all.length, all[0]?.text, all.at(-1)?.text], [100, '150', '249']);
    assert.deepEqual(
      (await formation.linesAfter(249)).map(({ text }) => text),
      ['248', '249'],
    );
    assert.deepEqual(await formation.linesAfter(251), []);
  });

  it('leaves output unread while anyone holds it', async () => {
    const { formation, spawner } = await running('web.1');
    const first = formation.hold();
    const second = formation.hold();
    await formation.start([specOf('web.2')]);
    const paused = () => ['web.1', 'web.2'].map((id) => spawner.child(id).paused);
    first();
    first();
    assert.deepEqual(paused(), [true, true]);
    second();
    assert.deepEqual(paused(), [false, false]);
  });

  it('forgets its listeners when it is disposed of', async () => {
    const { formation, spawner, lines } = await running('web.1');
    formation.dispose();
    spawner.child('web.1').print('unheard\n');
    assert.ok(!lines.some(({ text }) => text === 'unheard'));
  });
});

describe('the log', () => {
  it('is bounded in lines and in characters, without a gap', async () => {
    const texts = fc.array(
      fc.string({ maxLength: 30 }).map((text) => text.replace(/[\r\n]/g, '')),
      { maxLength: 80 },
    );
    await fc.assert(
      fc.asyncProperty(texts, fc.nat(90), async (printed, after) => {
        const { formation, spawner } = stage({ lines: 20, characters: 100 });
        await formation.start([specOf('web.1')]);
        for (const text of printed) spawner.child('web.1').print(`${text}\n`);
        const held = await formation.linesAfter(0);
        const expected = printed.slice(printed.length - held.length);
        assert.deepEqual(
          held.map(({ text }) => text),
          expected.map((text) => Buffer.from(text).toString()),
        );
        assert.ok(held.length <= 20);
        assert.ok(held.length <= 1 || held.reduce((sum, { text }) => sum + text.length, 0) <= 100);
        assert.ok(printed.length === 0 || held.length > 0);
        assert.deepEqual(
          await formation.linesAfter(after),
          held.filter(({ sequence }) => sequence > after),
        );
      }),
      { numRuns: 300 },
    );
  });
});
