import assert from 'node:assert/strict';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Formation } from '../../formation/formation';
import { type LocalFormation, localFormation } from '../../formation/local';
import type { ProcessState } from '../../formation/model';
import { UntrustedWorkspaceError } from '../../formation/world';
import { Lab, Recorder, readProc, until } from '../harness/formation-lab';

const canary = 'canary-value-1f7b';

describe('processes', () => {
  let lab: Lab;
  let local: LocalFormation;
  let formation: Formation;
  let recorder: Recorder;
  let trusted: boolean;

  beforeEach(() => {
    lab = new Lab();
    trusted = true;
    local = localFormation(lab.root, () => trusted, { lines: 100_000 });
    formation = local.formation;
    recorder = new Recorder(formation);
  });

  afterEach(async () => {
    await formation.stop();
    local.release();
    lab.clear();
  });

  async function stateOf(id: string): Promise<ProcessState | undefined> {
    return (await formation.snapshot()).processes.find((state) => state.id === id);
  }

  it('print in order, and nothing is lost when they end at once', async () => {
    const count = 20_000;
    const print = `i=0; while [ $i -lt ${count} ]; do echo "line $i"; i=$((i+1)); done; echo last >&2; exit 3`;
    await formation.start([lab.spec('a.1', print), lab.spec('b.1', print)]);
    await recorder.status('a.1', 'exited');
    await recorder.status('b.1', 'exited');
    const expected = Array.from({ length: count }, (_, at) => `line ${at}`);
    for (const id of ['a.1', 'b.1']) {
      assert.deepEqual(recorder.texts(id), expected);
      assert.deepEqual(recorder.texts(id, 'stderr'), ['last']);
      assert.deepEqual((await stateOf(id))?.exit, { code: 3, signal: undefined });
    }
    assert.deepEqual(
      recorder.lines.map(({ sequence }) => sequence),
      recorder.lines.map((_, index) => index + 1),
    );
  });

  it('run the command as it is, in their directory, with their environment', async () => {
    const command = `printf '%s|' "$GREETING" '$GREETING' "$PWD" "$PYTHONUNBUFFERED" "$VSCODE_PID"; echo`;
    const env = { GREETING: "it's $(touch pwned) `touch pwned`", VSCODE_PID: '1' };
    await formation.start([lab.spec('web.1', command, { env })]);
    await recorder.status('web.1', 'exited');
    assert.deepEqual(recorder.texts('web.1'), [`${env.GREETING}|$GREETING|${lab.root}|1||`]);
  });

  it('do not end because their input does', async () => {
    await formation.start([lab.spec('web.1', 'echo ready; read -r line; echo "input ended"')]);
    await recorder.printed('web.1', /ready/);
    await formation.stop();
    assert.deepEqual(recorder.texts('web.1'), ['ready']);
  });

  it('end by SIGTERM, and may say goodbye', async () => {
    const command = "trap 'echo bye; exit 0' TERM; echo ready; while :; do sleep 1; done";
    await formation.start([lab.spec('web.1', command)]);
    await recorder.printed('web.1', /ready/);
    await formation.stop();
    assert.deepEqual(recorder.texts('web.1'), ['ready', 'bye']);
    const state = await stateOf('web.1');
    assert.deepEqual([state?.status, state?.exit?.code, state?.stopped], ['exited', 0, true]);
  });

  it('are killed when they ignore SIGTERM for longer than their grace', async () => {
    const command = "trap '' TERM; echo ready; while :; do sleep 1; done";
    await formation.start([lab.spec('web.1', command, { graceMs: 100 })]);
    await recorder.printed('web.1', /ready/);
    await formation.stop();
    assert.deepEqual(lab.processes(), []);
    assert.equal((await stateOf('web.1'))?.exit?.signal, 'SIGKILL');
  });

  it('take all their children with them', async () => {
    const command = 'sh -c "sleep 1000 & sleep 1000 & (sleep 1000 &); echo ready; wait"; true';
    await formation.start([lab.spec('web.1', command)]);
    await recorder.printed('web.1', /ready/);
    await until(() => lab.processes().length === 5);
    await formation.stop();
    assert.deepEqual(lab.processes(), []);
  });

  it('take stubborn grandchildren with them, after the grace', async () => {
    const command = `sh -c "trap '' TERM; echo ready; while :; do sleep 1; done" & wait`;
    await formation.start([lab.spec('web.1', command, { graceMs: 100 })]);
    await recorder.printed('web.1', /ready/);
    await formation.stop();
    assert.deepEqual(lab.processes(), []);
    assert.equal((await stateOf('web.1'))?.exit?.signal, 'SIGTERM');
  });

  it('that end by themselves leave nothing behind, even if it holds their output', async () => {
    await formation.start([lab.spec('web.1', 'sleep 1000 & echo "left $!"; exit 4')]);
    await recorder.status('web.1', 'exited');
    assert.deepEqual(lab.processes(), []);
    const state = await stateOf('web.1');
    assert.deepEqual([state?.exit?.code, state?.stopped], [4, false]);
  });

  it('lose nothing that waited unread when they ended', async () => {
    const release = formation.hold();
    await formation.start([
      lab.spec('web.1', 'sleep 0.2; i=0; while [ $i -lt 3000 ]; do echo "line $i"; i=$((i+1)); done'),
    ]);
    await until(() => lab.processes().length > 0);
    await until(() => lab.processes().length === 0);
    assert.equal((await stateOf('web.1'))?.status, 'running');
    release();
    await recorder.status('web.1', 'exited');
    assert.equal(recorder.texts('web.1').at(-1), 'line 2999');
  });

  it('go on when they have closed their output', async () => {
    await formation.start([lab.spec('web.1', 'echo ready; exec >&- 2>&-; exec sleep 1000')]);
    await recorder.printed('web.1', /ready/);
    await until(() => lab.processes().some((pid) => readProc(pid, 'comm') === 'sleep\n'));
    assert.equal((await stateOf('web.1'))?.status, 'running');
  });

  it('show a prompt without a line break while another one prints', async () => {
    await formation.start([
      lab.spec('ask.1', "printf 'name> '; exec sleep 1000"),
      lab.spec('tick.1', 'while :; do echo tick; sleep 0.01; done'),
    ]);
    await until(() => recorder.texts('ask.1').length > 0);
    const prompt = recorder.lines.find(({ id, stream }) => id === 'ask.1' && stream === 'stdout');
    assert.deepEqual([prompt?.text, prompt?.complete], ['name> ', false]);
    assert.ok(recorder.texts('tick.1').length > 0);
  });

  it('restart with a new environment', async () => {
    const spec = (value: string) =>
      lab.spec('web.1', 'echo "now $VALUE"; exec sleep 1000', { env: { VALUE: value } });
    await formation.start([spec('one')]);
    await recorder.printed('web.1', /now one/);
    await formation.restart([spec('two')]);
    await recorder.printed('web.1', /now two/);
    await until(() => lab.processes().length === 1);
    assert.equal((await stateOf('web.1'))?.restarts, 1);
  });

  it('that are stopped before they have begun leave nothing', async () => {
    for (let round = 0; round < 20; round++) {
      await formation.start([lab.spec('web.1', 'sleep 1000 & exec sleep 1000')]);
      await formation.stop();
      assert.deepEqual(lab.processes(), []);
    }
  });

  it('that cannot be found are named', async () => {
    await formation.start([lab.spec('web.1', './no-such-program')]);
    await recorder.status('web.1', 'exited');
    assert.equal((await stateOf('web.1'))?.exit?.code, 127);
    assert.match(recorder.texts('web.1', 'stderr').join(), /not found/);
  });

  it('whose directory is missing say so', async () => {
    const missing = join(lab.root, 'gone');
    writeFileSync(join(lab.root, 'file'), '');
    await formation.start([
      lab.spec('a.1', 'true', { cwd: missing }),
      lab.spec('b.1', 'true', { cwd: join(lab.root, 'file') }),
    ]);
    await recorder.status('b.1', 'failed');
    assert.equal((await stateOf('a.1'))?.failure, `The directory ${missing} does not exist.`);
    assert.equal((await stateOf('b.1'))?.failure, `${join(lab.root, 'file')} is not a directory.`);
  });

  it('whose environment cannot be given say which variable, and never its value', async () => {
    await formation.start([
      lab.spec('large.1', 'true', { env: { HUGE: canary.repeat(20_000) } }),
      lab.spec('nul.1', 'true', { env: { BROKEN: `${canary}\0` } }),
    ]);
    await recorder.status('large.1', 'failed');
    await recorder.status('nul.1', 'failed');
    assert.match((await stateOf('large.1'))?.failure ?? '', /HUGE/);
    assert.match((await stateOf('nul.1'))?.failure ?? '', /NUL/);
    assert.doesNotMatch(JSON.stringify([recorder.lines, await formation.snapshot()]), /canary/);
  });

  it('are never started in an untrusted workspace', async () => {
    trusted = false;
    await assert.rejects(formation.start([lab.spec('web.1', 'touch ran')]), UntrustedWorkspaceError);
    assert.throws(() => readFileSync(join(lab.root, 'ran')), { code: 'ENOENT' });
    assert.deepEqual(lab.processes(), []);
  });

  it('fail to restart once their directory is gone', async () => {
    await formation.start([lab.spec('web.1', 'echo ready; exec sleep 1000')]);
    await recorder.printed('web.1', /ready/);
    rmSync(lab.root, { recursive: true });
    await formation.restart([lab.spec('web.1', 'true')]);
    await recorder.status('web.1', 'failed');
    assert.match((await stateOf('web.1'))?.failure ?? '', /does not exist/);
  });

  // Where there is `/proc`: the environments of processes, by which those that hide are found, and their files.
  if (process.platform === 'linux') {
    it('may open their output again, which is what /dev/stdout and /dev/stderr do', async () => {
      await formation.start([lab.spec('web.1', 'echo out > /proc/self/fd/1; echo err > /proc/self/fd/2')]);
      await recorder.status('web.1', 'exited');
      assert.deepEqual([recorder.texts('web.1'), recorder.texts('web.1', 'stderr')], [['out'], ['err']]);
    });

    it('take with them what has left their group and session', async () => {
      const command = 'setsid sh -c "setsid sleep 1000 & exec sleep 1000" & sleep 1000 & echo ready; wait';
      await formation.start([lab.spec('web.1', command)]);
      await until(() => lab.processes().length === 4);
      await formation.stop();
      assert.deepEqual(lab.processes(), []);
    });

    it('take with them a stubborn daemon', async () => {
      const daemon = `setsid sh -c "trap '' TERM HUP; echo ready; while :; do sleep 1; done" &`;
      await formation.start([lab.spec('web.1', `${daemon} exec sleep 1000`, { graceMs: 100 })]);
      await recorder.printed('web.1', /ready/);
      await formation.stop();
      assert.deepEqual(lab.processes(), []);
    });

    it('leave those of others alone', async () => {
      await formation.start([
        lab.spec('a.1', 'exec sleep 1000'),
        lab.spec('b.1', 'setsid sleep 1000 & wait'),
      ]);
      await until(() => lab.processes().length === 3);
      await formation.stop(['a.1']);
      await until(() => lab.processes().length === 2);
      assert.equal((await stateOf('b.1'))?.status, 'running');
    });
  }
});
