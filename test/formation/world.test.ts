import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { localFormation } from '../../formation/local';
import { systemClock } from '../../formation/node/clock';
import { systemFiles } from '../../formation/node/files';
import { systemPorts } from '../../formation/node/ports';
import { survivorsOf, usageOfGroup } from '../../formation/node/survivors';
import { Lab, Recorder, until } from '../harness/formation-lab';
import { inTempFolder } from '../harness/temp-folder';

describe('the ports of the machine', () => {
  it('are seen to be listened on, by whom, and whether they answer', async () => {
    const server = createServer((request, response) => {
      response.statusCode = request.url === '/well' ? 200 : 503;
      response.end();
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    try {
      assert.equal(await systemPorts.listening(port), true);
      assert.equal(await systemPorts.answers(port, '/well'), true);
      assert.equal(await systemPorts.answers(port, '/ill'), false);
      if (process.platform === 'linux') {
        assert.match((await systemPorts.holder(port)) ?? '', new RegExp(`\\(pid ${process.pid}\\)$`));
      }
    } finally {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    }
    assert.equal(await systemPorts.listening(port), false);
    assert.equal(await systemPorts.answers(port, '/well'), false);
    assert.equal(await systemPorts.holder(port), undefined);
  });
});

describe('the files of a folder', () => {
  it('are told when they change and a glob matches, new folders included', async () => {
    await inTempFolder({ 'src/a.js': '', 'src/deep/b.js': '', 'node_modules/m/c.js': '' }, async (folder) => {
      const told: string[] = [];
      const stop = systemFiles(systemClock).watch(folder, ['src/**/*.js', 'app.json'], (path) =>
        told.push(path),
      );
      const changes = async (path: string): Promise<void> => {
        await until(() => {
          writeFileSync(join(folder, path), String(Math.random()));
          return told.includes(path);
        });
      };
      await changes('src/a.js');
      await changes('src/deep/b.js');
      writeFileSync(join(folder, 'src/readme.md'), '');
      writeFileSync(join(folder, 'node_modules/m/c.js'), '1');
      mkdirSync(join(folder, 'src/new'));
      await changes('src/new/d.js');
      await changes('app.json');
      stop();
      assert.ok(
        told.every((path) => /^(?:src\/.*\.js|app\.json)$/.test(path)),
        told.join(),
      );
    });
  });

  it('may be missing', () => {
    const stop = systemFiles(systemClock).watch('/no/such/folder', ['**'], () => assert.fail());
    stop();
  });
});

describe('what a process uses', () => {
  let lab: Lab;

  beforeEach(() => {
    lab = new Lab();
  });

  afterEach(() => lab.clear());

  it('is measured with all that it started', async () => {
    const { formation, release } = localFormation(lab.root, () => true);
    const recorder = new Recorder(formation);
    const busy = 'setsid sh -c "while :; do :; done" & sleep 1000 & echo ready; wait';
    await formation.start([lab.spec('web.1', busy), lab.spec('idle.1', 'exec sleep 1000')]);
    await recorder.printed('web.1', /ready/);
    let cpu = 0;
    const off = formation.onStats((stats) => {
      const web = stats.find(({ id }) => id === 'web.1');
      const idle = stats.find(({ id }) => id === 'idle.1');
      assert.ok(idle && idle.processes === 1 && idle.memory > 10_000);
      if (web?.processes === 3) cpu = web.cpu;
    });
    await until(() => cpu > 1);
    off();
    await formation.stop();
    release();
  });

  it('is told by `ps` where there is no /proc', async () => {
    const { formation, release } = localFormation(lab.root, () => true);
    await formation.start([lab.spec('web.1', 'sleep 1000 & wait')]);
    await until(() => lab.processes().length === 2);
    const pid = formation.current.processes[0]?.pid ?? 0;
    const usage = await usageOfGroup(pid);
    assert.deepEqual([usage?.processes, (usage?.memory ?? 0) > 10_000], [2, true]);
    assert.equal(await survivorsOf('win32').usage(pid, 'x'), undefined);
    await formation.stop();
    release();
  });
});
