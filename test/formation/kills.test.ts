import { isAlive } from '../../formation/supervisor/lock';
import { until } from '../harness/formation-lab';
import { bundleSupervisor, removeSupervisorBundle, SupervisorLab } from '../harness/formation-supervisor';

/** Twenty process types: quiet, stubborn, with children, in other sessions, orphaned by a double fork. */
const commands = [
  ...Array.from({ length: 8 }, () => 'exec sleep 1000'),
  ...Array.from({ length: 3 }, () => "trap '' TERM INT HUP PIPE; while :; do sleep 1; done"),
  ...Array.from({ length: 3 }, () => 'sleep 1000 & exec sleep 1000'),
  ...Array.from({ length: 3 }, () => 'setsid sleep 1000 & exec sleep 1000'),
  ...Array.from({ length: 3 }, () => '(setsid sh -c "sleep 1000 & exit" &) ; exec sleep 1000'),
];

const rounds = 50;
const roundsAtOnce = 10;

// Only Linux shows the environments of processes, by which those that have left their group are found.
if (process.platform === 'linux') {
  describe('a supervisor that is killed', () => {
    let lab: SupervisorLab;

    before(bundleSupervisor);
    after(removeSupervisorBundle);

    beforeEach(() => {
      lab = new SupervisorLab();
    });

    afterEach(() => lab.close());

    /** Kills it once so many of the processes live, on the way up or when all do. */
    async function killAt(living: number): Promise<void> {
      const formation = await lab.connect();
      const { pid } = lab.endpoint;
      const specs = commands.map((command, index) => lab.spec(`p${index}.1`, command));
      const started = formation.start(specs).catch(() => undefined);
      await until(() => lab.processes().length >= living);
      process.kill(pid, 'SIGKILL');
      await started;
      await until(() => !isAlive(pid) && lab.processes().length === 0);
      formation.dispose();
    }

    for (let from = 1; from <= rounds; from += roundsAtOnce) {
      it(`leaves nothing, times ${from} to ${from + roundsAtOnce - 1}`, async () => {
        for (let round = 0; round < roundsAtOnce; round++) await killAt(Math.floor(Math.random() * 30));
      });
    }
  });
}
