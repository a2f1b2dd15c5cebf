import assert from 'node:assert/strict';
import { isAlive } from '../../formation/supervisor/lock';
import { childrenOf, Recorder, readProc, until } from '../harness/formation-lab';
import { bundleSupervisor, removeSupervisorBundle, SupervisorLab } from '../harness/formation-supervisor';

/** Of the shape that outlives a killed parent: quiet, stubborn, with children, in another session, orphaned. */
const commands = [
  'exec sleep 1000',
  "trap '' TERM INT HUP PIPE; while :; do sleep 1; done",
  'sleep 1000 & sleep 1000 & (sleep 1000 &) ; wait',
  'setsid sh -c "sleep 1000 & exec sleep 1000" & exec sleep 1000',
  'setsid sh -c "setsid sleep 1000 & exit" ; exec sleep 1000',
];

// Only Linux shows the environments of processes, by which those that have left their group are found.
if (process.platform === 'linux') {
  describe('the watchdog', () => {
    let lab: SupervisorLab;

    before(bundleSupervisor);
    after(removeSupervisorBundle);

    beforeEach(() => {
      lab = new SupervisorLab();
    });

    afterEach(() => lab.close());

    /** By its words: a child that was just forked has still those of the supervisor. */
    const watchdogOf = (pid: number) =>
      childrenOf(pid).find((child) => /trap '' HUP/.test(readProc(child, 'cmdline')));
    const specs = () => commands.map((command, index) => lab.spec(`p${index}.1`, command));
    /** With all that the commands start. */
    const everything = 12;

    it('leaves nothing when the supervisor is killed while all runs', async () => {
      const formation = await lab.connect();
      await formation.start(specs());
      await until(() => lab.processes().length === everything);
      process.kill(lab.endpoint.pid, 'SIGKILL');
      await until(() => lab.processes().length === 0);
    });

    it('leaves nothing when the supervisor is killed at any moment of the start', async () => {
      for (let round = 0; round < 8; round++) {
        const formation = await lab.connect();
        const { pid } = lab.endpoint;
        const started = formation.start(specs()).catch(() => undefined);
        const some = Math.floor(Math.random() * everything);
        await until(() => lab.processes().length >= some);
        process.kill(pid, 'SIGKILL');
        await started;
        await until(() => !isAlive(pid) && lab.processes().length === 0);
        formation.dispose();
      }
    });

    it('is replaced when it is killed', async () => {
      const formation = await lab.connect();
      const recorder = new Recorder(formation);
      await formation.start([lab.spec('web.1', 'echo ready; exec sleep 1000')]);
      await recorder.printed('web.1', /ready/);
      const first = watchdogOf(lab.endpoint.pid);
      assert.ok(first);
      process.kill(first, 'SIGKILL');
      await until(() => ![undefined, first].includes(watchdogOf(lab.endpoint.pid)));
      process.kill(lab.endpoint.pid, 'SIGKILL');
      await until(() => lab.processes().length === 0);
    });

    it('killed with its supervisor leaves its work to the next one', async () => {
      const formation = await lab.connect();
      await formation.start(specs());
      await until(() => lab.processes().length === everything);
      const { pid } = lab.endpoint;
      const watchdog = watchdogOf(pid);
      assert.ok(watchdog);
      process.kill(watchdog, 'SIGKILL');
      process.kill(pid, 'SIGKILL');
      await until(() => !isAlive(pid));
      assert.ok(lab.processes().length > 0);
      await lab.connect();
      assert.deepEqual(lab.processes(), []);
    });
  });
}
