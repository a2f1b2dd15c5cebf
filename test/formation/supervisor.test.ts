import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { FormationSnapshot, ProcessStats } from '../../formation/model';
import { largestFrame } from '../../formation/supervisor/channel';
import {
  attachFormation,
  FormationLostError,
  UntrustedWorkspaceError,
} from '../../formation/supervisor/client';
import { writeEndpoint } from '../../formation/supervisor/endpoint';
import { protocolVersion } from '../../formation/supervisor/frames';
import { isAlive } from '../../formation/supervisor/lock';
import { processesWith, Recorder, readProc, until } from '../harness/formation-lab';
import { bundleSupervisor, removeSupervisorBundle, SupervisorLab } from '../harness/formation-supervisor';

const canary = 'canary-value-8c2e';
const require = createRequire(import.meta.url);

describe('the supervisor', () => {
  let lab: SupervisorLab;

  before(bundleSupervisor);
  after(removeSupervisorBundle);

  beforeEach(() => {
    lab = new SupervisorLab();
  });

  afterEach(() => lab.close());

  const forever = (id: string) => lab.spec(id, 'echo ready; exec sleep 1000');

  describe('for its windows', () => {
    it('runs processes and relays their output without a loss', async () => {
      const formation = await lab.connect();
      const recorder = new Recorder(formation);
      const print = 'i=0; while [ $i -lt 20000 ]; do echo "line $i"; i=$((i+1)); done; exit 2';
      await formation.start([lab.spec('web.1', print)]);
      await until(() => recorder.texts('web.1', 'system').includes('exited with code 2'));
      assert.deepEqual(
        recorder.texts('web.1'),
        Array.from({ length: 20_000 }, (_, at) => `line ${at}`),
      );
    });

    it('does not let one that has stopped reading hold up the processes for long', async () => {
      const formation = await lab.connect();
      const frozen = lab.raw();
      frozen.send({ type: 'hello', protocol: protocolVersion, token: lab.endpoint.token });
      await frozen.answer();
      frozen.freeze();
      const recorder = new Recorder(formation);
      const print =
        'i=0; while [ $i -lt 30000 ]; do echo "a line of some length, number $i"; i=$((i+1)); done; exit 5';
      await formation.start([lab.spec('web.1', print)]);
      await until(() => recorder.texts('web.1', 'system').includes('exited with code 5'));
      assert.equal(recorder.texts('web.1').length, 30_000);
      frozen.close();
    });

    it('is one for all of them, which see the same', async () => {
      const [one, two] = await Promise.all([lab.connect(), lab.connect()]);
      const seen: FormationSnapshot[] = [];
      two.onDidChange((snapshot) => seen.push(snapshot));
      const recorder = new Recorder(two);
      await one.start([forever('web.1')]);
      await recorder.printed('web.1', /ready/);
      await until(() => seen.at(-1)?.processes[0]?.status === 'running');
      assert.deepEqual(await one.snapshot(), await two.snapshot());
      assert.deepEqual(await one.linesAfter(0), recorder.lines);
      await two.start([forever('web.1')]);
      assert.equal(lab.processes().length, 1, 'it runs once');
      await two.stop();
      assert.deepEqual(
        (await one.snapshot()).processes.map(({ status }) => status),
        ['exited'],
      );
      assert.deepEqual(lab.processes(), []);
    });

    it('is found again by whatever way they come to the directory', async () => {
      const alias = join(lab.storageDir, 'alias');
      symlinkSync(lab.root, alias);
      const one = await lab.connect();
      await one.start([forever('web.1')]);
      const two = await lab.connect({ root: alias });
      assert.equal((await two.snapshot()).processes.length, 1);
    });

    it('goes on without them and gives the lines they have missed', async () => {
      const first = await lab.connect();
      const seen = new Recorder(first);
      await first.start([
        lab.spec('web.1', 'i=0; while :; do i=$((i+1)); echo "tick $i"; sleep 0.005; done'),
      ]);
      await seen.printed('web.1', /tick 20/);
      first.dispose();
      const last = seen.lines.at(-1)?.sequence ?? 0;
      const { pid } = lab.endpoint;

      const second = await lab.connect();
      assert.equal(lab.endpoint.pid, pid);
      await until(async () => (await second.snapshot()).lastSequence > last + 20);
      const missed = await second.linesAfter(last);
      assert.equal(missed[0]?.sequence, last + 1);
      const all = [...seen.lines, ...missed].filter(({ stream }) => stream === 'stdout');
      assert.deepEqual(
        all.map(({ text }) => text),
        all.map((_, index) => `tick ${index + 1}`),
      );
    });

    it('has no gap and no repetition between lines told and lines asked for', async () => {
      const formation = await lab.connect();
      await formation.start([lab.spec('web.1', 'while :; do echo tick; sleep 0.001; done')]);
      const recorder = new Recorder(formation);
      await until(() => recorder.lines.length > 0);
      const held = await formation.linesAfter((recorder.lines[0]?.sequence ?? 1) - 1);
      const told = recorder.lines.slice(0, held.length);
      assert.deepEqual(
        told.map(({ sequence }) => sequence),
        told.map((_, index) => (told[0]?.sequence ?? 0) + index),
      );
      assert.deepEqual(held.slice(0, told.length), told);
    });

    it('takes what is typed, and shows the output as it comes', async () => {
      const formation = await lab.connect({ ptyModules: [require.resolve('@lydell/node-pty')] });
      const recorder = new Recorder(formation);
      const ask = 'printf "name> "; read -r name; echo "hello $name"; stty size; exec sleep 1000';
      await formation.start([lab.spec('web.1', ask, { terminal: true })]);
      await recorder.printed('web.1', /name> /);
      let shown = '';
      const off = formation.attach('web.1', (text) => {
        shown += text;
      });
      await formation.resize('web.1', 90, 20);
      await formation.write('web.1', 'Ada\r');
      await until(() => shown.includes('20 90'));
      assert.equal(shown, 'name> Ada\r\nhello Ada\r\n20 90\r\n');
      off();
    });

    it('tells what processes use, and what has changed since they were started', async () => {
      const formation = await lab.connect();
      await formation.start([lab.spec('web.1', 'exec sleep 1000', { env: { A: '1' } })]);
      let used: readonly ProcessStats[] = [];
      const off = formation.onStats((stats) => {
        used = stats;
      });
      await until(() => used.length > 0);
      off();
      assert.deepEqual([used[0]?.id, used[0]?.processes], ['web.1', 1]);
      await formation.propose([lab.spec('web.1', 'exec sleep 1000', { env: { A: canary } })]);
      const [web] = (await formation.snapshot()).processes;
      assert.deepEqual([web?.changedKeys, web?.changedCommand], [['A'], false]);
      assert.doesNotMatch(JSON.stringify(web), new RegExp(canary));
    });

    it('can be looked for without being started', async () => {
      const { root, storageDir } = lab;
      assert.equal(await attachFormation({ root, storageDir, trusted: true }), undefined);
      const formation = await lab.connect();
      await formation.start([forever('web.1')]);
      const attached = await attachFormation({ root, storageDir, trusted: true });
      assert.equal((await attached?.snapshot())?.processes.length, 1);
      attached?.dispose();
    });

    it('is reached where the path of its storage is too long for a socket', async () => {
      const formation = await lab.connect({ storageDir: join(lab.storageDir, 'x'.repeat(120)) });
      const recorder = new Recorder(formation);
      await formation.start([forever('web.1')]);
      await recorder.printed('web.1', /ready/);
    });

    it('says which directory is missing', async () => {
      const root = join(lab.root, 'gone');
      await assert.rejects(lab.connect({ root }), { message: `The directory ${root} does not exist.` });
    });
  });

  describe('ends', () => {
    it('at once when nothing runs and no window is there', async () => {
      const formation = await lab.connect();
      const { pid, socket } = lab.endpoint;
      formation.dispose();
      await until(() => !isAlive(pid));
      assert.equal(existsSync(socket), false);
      assert.equal(existsSync(lab.place.endpoint), false);
    });

    it('with all processes when no window has come back within its grace', async () => {
      const formation = await lab.connect({ detachGraceMs: 50 });
      await formation.start([forever('web.1'), forever('web.2')]);
      const { pid } = lab.endpoint;
      formation.dispose();
      await until(() => !isAlive(pid));
      assert.deepEqual(lab.processes(), []);
    });

    it('in order when it is asked to', async () => {
      const formation = await lab.connect();
      await formation.start([forever('web.1')]);
      const { pid } = lab.endpoint;
      process.kill(pid, 'SIGTERM');
      await until(() => !isAlive(pid));
      assert.deepEqual(lab.processes(), []);
      assert.equal(existsSync(lab.place.endpoint), false);
    });

    it('and a window that comes meanwhile gets a new one', async () => {
      const first = await lab.connect();
      const recorder = new Recorder(first);
      const slow = "trap 'sleep 0.2; exit 0' TERM; echo ready; while :; do sleep 0.01; done";
      await first.start([lab.spec('web.1', slow)]);
      await recorder.printed('web.1', /ready/);
      const { pid } = lab.endpoint;
      process.kill(pid, 'SIGTERM');
      await until(async () => (await first.snapshot()).processes[0]?.status === 'stopping');
      const second = await lab.connect();
      assert.notEqual(lab.endpoint.pid, pid);
      assert.deepEqual((await second.snapshot()).processes, []);
    });

    it('leaving its windows with word of it', async () => {
      const formation = await lab.connect();
      const closed = new Promise<void>((resolve) => formation.onDidClose(resolve));
      const seen: FormationSnapshot[] = [];
      formation.onDidChange((snapshot) => seen.push(snapshot));
      await formation.start([forever('web.1')]);
      process.kill(lab.endpoint.pid, 'SIGKILL');
      await closed;
      assert.equal(seen.at(-1)?.processes[0]?.status, 'failed');
      await assert.rejects(formation.start([forever('web.1')]), FormationLostError);
      const again = await lab.connect();
      assert.deepEqual((await again.snapshot()).processes, []);
    });
  });

  describe('keeps others out', () => {
    it('starts nothing for an untrusted workspace', async () => {
      const { root, storageDir } = lab;
      await assert.rejects(lab.connect({ trusted: false }), UntrustedWorkspaceError);
      await assert.rejects(attachFormation({ root, storageDir, trusted: false }), UntrustedWorkspaceError);
      assert.deepEqual(readdirSync(storageDir), []);
    });

    it('has files that only its user can open', async () => {
      await lab.connect();
      const mode = (path: string) => (statSync(path).mode & 0o777).toString(8);
      assert.equal(mode(lab.place.directory), '700');
      assert.equal(mode(lab.place.endpoint), '600');
      assert.equal(mode(lab.place.errors), '600');
      assert.equal(mode(lab.endpoint.socket), '600');
    });

    it('refuses a wrong token', async () => {
      await lab.connect();
      for (const token of ['', 'x'.repeat(64), lab.endpoint.token.slice(1)]) {
        const raw = lab.raw();
        raw.send({ type: 'hello', protocol: protocolVersion, token });
        assert.deepEqual(await raw.answer(), { type: 'refused', reason: 'token', protocol: protocolVersion });
        await raw.closed;
      }
    });

    it('drops whoever does not say hello first, or breaks the protocol', async () => {
      const formation = await lab.connect();
      const { token } = lab.endpoint;
      const hello = `${JSON.stringify({ type: 'hello', protocol: protocolVersion, token })}\n`;
      const start = JSON.stringify({ type: 'start', call: 1, specs: [lab.spec('web.1', 'touch ran')] });
      const badSpec = JSON.stringify({
        type: 'start',
        call: 1,
        specs: [{ ...lab.spec('web.1', 'true'), env: { A: 1 } }],
      });
      const breaches = [
        `${start}\n`,
        'GET / HTTP/1.1\r\n\r\n',
        `${' '.repeat(5000)}`,
        'null\n',
        '[]\n',
        `${hello}not json\n`,
        `${hello}{"type":"unknown","call":1}\n`,
        `${hello}{"type":"stop","call":-1}\n`,
        `${hello}${badSpec}\n`,
        `${hello}${hello}`,
      ];
      for (const breach of breaches) {
        const raw = lab.raw();
        raw.write(breach);
        await raw.closed;
      }
      assert.deepEqual((await formation.snapshot()).processes, []);
      assert.equal(existsSync(join(lab.root, 'ran')), false);
    });

    it('drops a client whose frame is too large, and serves the others', async () => {
      const formation = await lab.connect();
      const raw = lab.raw();
      raw.send({ type: 'hello', protocol: protocolVersion, token: lab.endpoint.token });
      await raw.answer();
      raw.write('x'.repeat(largestFrame + 1));
      await raw.closed;
      assert.deepEqual((await formation.snapshot()).processes, []);
    });

    it('keeps values of the environment out of its files and of every command line', async () => {
      const formation = await lab.connect();
      const recorder = new Recorder(formation);
      const env = { TOKEN: canary, BROKEN: `${canary}\0` };
      await formation.start([
        lab.spec('web.1', 'echo ready; exec sleep 1000', { env: { TOKEN: canary } }),
        lab.spec('bad.1', 'true', { env }),
      ]);
      await recorder.printed('web.1', /ready/);
      await recorder.status('bad.1', 'failed');
      const files = readdirSync(lab.place.directory).filter((name) => !name.endsWith('.sock'));
      const texts = files.map((name) => readFileSync(join(lab.place.directory, name), 'latin1'));
      const told = JSON.stringify([recorder.lines, await formation.snapshot()]);
      assert.doesNotMatch(texts.join('\n') + told, new RegExp(canary));
      const lines = readdirSync('/proc')
        .filter((name) => /^\d+$/.test(name))
        .map((pid) => readProc(pid, 'cmdline'));
      const { token, run } = lab.endpoint;
      for (const secret of [canary, token]) assert.ok(!lines.some((line) => line.includes(secret)));
      assert.ok(!readProc(lab.endpoint.pid, 'environ').includes(canary));
      assert.equal(processesWith(`TWELVE_FACTOR_RUN=${run}.1`).length, 1);
    });

    it('takes nothing of the app into its own environment', async () => {
      process.env.NODE_OPTIONS = '--require ./no-such-module';
      process.env.TWELVE_FACTOR_LAB = 'here';
      try {
        await lab.connect();
      } finally {
        delete process.env.NODE_OPTIONS;
        delete process.env.TWELVE_FACTOR_LAB;
      }
      assert.doesNotMatch(readProc(lab.endpoint.pid, 'environ'), /NODE_OPTIONS|TWELVE_FACTOR_LAB/);
    });
  });

  describe('of another version', () => {
    it('is told apart', async () => {
      await lab.connect();
      const raw = lab.raw();
      raw.send({ type: 'hello', protocol: protocolVersion + 1, token: lab.endpoint.token });
      assert.deepEqual(await raw.answer(), {
        type: 'refused',
        reason: 'protocol',
        protocol: protocolVersion,
      });
      await raw.closed;
    });

    it('can be retired by whoever has its token', async () => {
      const formation = await lab.connect();
      await formation.start([forever('web.1')]);
      const stranger = lab.raw();
      stranger.send({ type: 'retire', protocol: protocolVersion + 1, token: 'wrong' });
      await stranger.closed;
      assert.equal(lab.processes().length, 1);
      const { pid } = lab.endpoint;
      const raw = lab.raw();
      raw.send({ type: 'retire', protocol: protocolVersion + 1, token: lab.endpoint.token });
      await raw.closed;
      await until(() => !isAlive(pid));
      assert.deepEqual(lab.processes(), []);
    });
  });

  describe('that has left its files behind', () => {
    it('is replaced', async () => {
      const first = await lab.connect();
      const left = lab.endpoint;
      first.dispose();
      await until(() => !isAlive(left.pid));
      writeEndpoint(lab.place, left);
      writeFileSync(left.socket, 'no socket');
      const second = await lab.connect();
      assert.notEqual(lab.endpoint.run, left.run);
      await second.start([forever('web.1')]);
    });

    it('with a lock is replaced', async () => {
      lab.place;
      writeFileSync(lab.place.lock, '4194305');
      await lab.connect();
      assert.equal(existsSync(lab.place.lock), false);
    });

    it('with a broken file is replaced', async () => {
      writeFileSync(lab.place.endpoint, '{"pid":');
      await lab.connect();
      assert.ok(isAlive(lab.endpoint.pid));
    });
  });
});
