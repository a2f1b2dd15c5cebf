import assert from 'node:assert/strict';
import { type LocalFormation, localFormation } from '../../formation/local';
import type { ProcessSpec } from '../../formation/model';
import { Lab, Recorder, until } from '../harness/formation-lab';

const ptyModules = ['/no/such/module', '@lydell/node-pty'];

describe('a process on a terminal of its own', () => {
  let lab: Lab;
  let local: LocalFormation;

  beforeEach(() => {
    lab = new Lab();
    local = localFormation(lab.root, () => true, { lines: 100_000, ptyModules });
  });

  afterEach(async () => {
    await local.formation.stop();
    local.release();
    lab.clear();
  });

  const terminal = (command: string, part: Partial<ProcessSpec> = {}) =>
    lab.spec('web.1', command, { terminal: true, ...part });

  it('sees a terminal, with its size and its colours', async () => {
    const { formation } = local;
    const recorder = new Recorder(formation);
    const command = `test -t 0 && test -t 1 && echo "yes $TERM $FORCE_COLOR|$(stty size)"; read -r x; stty size`;
    await formation.start([terminal(command)]);
    await recorder.printed('web.1', /^yes xterm-256color \|30 120$/);
    assert.equal(formation.current.processes[0]?.terminal, true);
    await formation.resize('web.1', 90, 20);
    await formation.write('web.1', '\r');
    await recorder.printed('web.1', /^20 90$/);
  });

  it('can be typed into, and is shown to whoever attaches, from before', async () => {
    const { formation } = local;
    const recorder = new Recorder(formation);
    await formation.start([terminal('printf "name> "; read -r name; echo "hello $name"')]);
    await recorder.printed('web.1', /name> /);
    let shown = '';
    formation.attach('web.1', (text) => {
      shown += text;
    });
    assert.equal(shown, 'name> ');
    await formation.write('web.1', 'Ada\r');
    await recorder.status('web.1', 'exited');
    assert.equal(shown, 'name> Ada\r\nhello Ada\r\n');
    assert.equal(formation.current.processes[0]?.exit?.code, 0);
  });

  it('loses nothing when it prints and ends at once, and gives its exit code', async () => {
    const { formation } = local;
    const recorder = new Recorder(formation);
    const count = 5000;
    await formation.start([terminal(`seq -f 'line %g' 1 ${count}; exit 7`)]);
    await recorder.status('web.1', 'exited');
    assert.deepEqual(
      recorder.texts('web.1'),
      Array.from({ length: count }, (_, at) => `line ${at + 1}`),
    );
    assert.deepEqual(formation.current.processes[0]?.exit, { code: 7, signal: undefined });
  });

  it('ends by its signal, in order or in the end by force, with all that it started', async () => {
    const { formation } = local;
    const recorder = new Recorder(formation);
    await formation.start([
      terminal("trap 'echo bye; exit 0' TERM; echo ready; while :; do sleep 0.1; done"),
    ]);
    await recorder.printed('web.1', /ready/);
    await formation.stop();
    assert.equal(recorder.texts('web.1').at(-1), 'bye');
    assert.equal(formation.current.processes[0]?.exit?.code, 0);
    await formation.start([
      terminal("trap '' TERM HUP; echo deaf; while :; do sleep 0.1; done", { graceMs: 100 }),
    ]);
    await recorder.printed('web.1', /deaf/);
    await formation.stop();
    assert.equal(formation.current.processes[0]?.exit?.signal, 'SIGKILL');
    await formation.start([terminal('sleep 1000')]);
    await until(() => lab.processes().length === 3);
    await formation.stop();
    assert.equal(formation.current.processes[0]?.exit?.signal, 'SIGTERM');
    assert.deepEqual(lab.processes(), []);
  });

  it('runs on pipes where no module for terminals is found', async () => {
    const { formation, release } = localFormation(lab.root, () => true, { ptyModules: ['/no/such/module'] });
    const recorder = new Recorder(formation);
    await formation.start([terminal('test -t 1 || echo "a pipe"; read -r x; echo "got $x"')]);
    await recorder.printed('web.1', /a pipe/);
    assert.equal(formation.current.processes[0]?.terminal, false);
    await formation.write('web.1', 'it\n');
    await recorder.printed('web.1', /got it/);
    await formation.stop();
    release();
  });
});
