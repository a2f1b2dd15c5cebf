import assert from 'node:assert/strict';
import { UserError } from '../../client/errors';
import { FormationSession } from '../../client/formation/session';
import type { LogLine } from '../../formation/model';
import { logLine, MemoryWorld, processState } from '../harness/session-world';

const procfile = 'release: migrate\nweb: serve --port $PORT\nworker: work\n';

async function opened(files: Record<string, string> = { Procfile: procfile }) {
  const world = new MemoryWorld(files);
  const session = new FormationSession(world);
  await session.refresh();
  return { world, session, engine: world.engine };
}
const web = { formation: 'file:///app', type: 'web' };

describe('a formation session', () => {
  it('lists the process types of the Procfile without an engine', async () => {
    const { world, session } = await opened();
    const { types } = session.view();
    assert.deepEqual(
      types.map(({ name, count, oneOff, serves, ports }) => [name, count, oneOff, serves, ...ports]),
      [
        ['release', 0, true, false],
        ['web', 1, false, true, 5100],
        ['worker', 1, false, false, 5200],
      ],
    );
    assert.equal(world.connections, 0);
  });

  it('starts all but one-off processes, with the variables of the env file', async () => {
    const { session, engine } = await opened({ Procfile: procfile, '.env': 'GREETING=hello\nPORT=7000\n' });
    await session.start();
    assert.deepEqual(engine.orders, ['start web.1 worker.1']);
    const [spec] = engine.specs;
    assert.equal(spec?.env.GREETING, 'hello');
    assert.equal(spec?.env.HOME, '/home/user');
    assert.equal(spec?.env.PORT, '7100');
    assert.equal(spec?.graceMs, 5000);
    assert.equal(session.portOf('web.1'), 7100);
  });

  it('has the engine expect what is known to listen, whatever it is called', async () => {
    const { world, session, engine } = await opened({ Procfile: 'api: node api.js\nworker: work\n' });
    world.known = [{ type: 'api', serves: true, says: '' }];
    await session.start();
    assert.deepEqual(
      engine.specs.map(({ id, serves }) => [id, serves]),
      [
        ['api.1', true],
        ['worker.1', false],
      ],
    );
  });

  it('starts one type, one process, or a one-off process', async () => {
    const { session, engine } = await opened();
    await session.start(web);
    await session.start({ ...web, type: 'worker', id: 'worker.1' });
    await session.start({ ...web, type: 'release', id: 'release.1' });
    assert.deepEqual(engine.orders, ['start web.1', 'start worker.1', 'start release.1']);
  });

  it('reads the Procfile anew at each start', async () => {
    const { world, session, engine } = await opened();
    world.files.set('Procfile', 'api: serve\n');
    await session.start();
    assert.deepEqual(engine.orders, ['start api.1']);
  });

  it('stops what it is asked to, and nothing where nothing ever ran', async () => {
    const { world, session, engine } = await opened();
    await session.stop();
    assert.equal(world.connections, 0);
    await session.start();
    await session.stop(web);
    await session.stop({ formation: session.key, id: 'worker.1' });
    await session.stop();
    assert.deepEqual(engine.orders.slice(1), ['stop web.1', 'stop worker.1', 'stop all']);
  });

  it('scales what runs up and down, and remembers the count of what does not run', async () => {
    const { session, engine } = await opened();
    await session.scaleTo({ worker: 3 });
    assert.deepEqual(engine.orders, []);
    await session.start();
    await session.scaleBy('web', 1);
    await session.scaleTo({ worker: 1 });
    assert.deepEqual(engine.orders, [
      'start web.1 worker.1 worker.2 worker.3',
      'start web.1 web.2',
      'start worker.1',
      'stop worker.2 worker.3',
    ]);
    assert.equal(session.countOf('web'), 2);
  });

  it('keeps counts within bounds', async () => {
    const { session } = await opened();
    await session.scaleTo({ web: -4 });
    assert.equal(session.countOf('web'), 0);
    await session.scaleTo({ web: 1000 });
    assert.equal(session.countOf('web'), 99);
  });

  it('refuses to start or to connect where there is no trust', async () => {
    const { world, session } = await opened();
    world.trustProblem = new UserError('not trusted');
    for (const order of [session.start(), session.restart(), session.start(web), session.attach()]) {
      await assert.rejects(order, { message: 'not trusted' });
    }
    assert.equal(world.connections, 0);
  });

  it('says why it cannot start, and where to mend it', async () => {
    const { session, engine } = await opened({ Procfile: 'web: a\nweb: b\n' });
    await assert.rejects(session.start(), (error) => {
      assert.ok(error instanceof UserError);
      assert.match(error.message, /two process types named web/);
      assert.deepEqual(error.place, { uri: 'file:///app/Procfile', range: { start: 7, end: 10 } });
      return true;
    });
    assert.deepEqual(engine.orders, []);
  });

  it('points to the env file that holds the problem', async () => {
    const { session } = await opened({ Procfile: procfile, '.env': 'PORT=high\n' });
    await assert.rejects(session.start(), (error) => {
      assert.ok(error instanceof UserError);
      assert.equal(error.place?.uri, 'file:///app/.env');
      assert.doesNotMatch(error.message, /high/);
      return true;
    });
  });

  it('connects once, and tries again after a failure', async () => {
    const { world, session, engine } = await opened();
    world.connectProblem = new Error('no engine');
    await assert.rejects(session.start(), { message: 'no engine' });
    world.connectProblem = undefined;
    await session.start();
    await session.restart(web);
    assert.equal(world.connections, 2);
    assert.deepEqual(engine.orders, ['start web.1 worker.1', 'restart web.1']);
  });

  it('connects anew after the engine has died', async () => {
    const { world, session, engine } = await opened();
    await session.start();
    engine.die();
    assert.deepEqual(
      session.view().processes.map(({ status }) => status),
      ['exited', 'exited'],
    );
    await session.start();
    assert.equal(world.connections, 2);
  });

  it('shows what an engine from before already runs, and starts none', async () => {
    const { world, session, engine } = await opened();
    await session.attach();
    assert.deepEqual(session.view().processes, []);
    engine.processes = [processState('web.1', { pid: 99 })];
    await session.attach();
    assert.deepEqual(
      session.view().processes.map(({ id, pid }) => [id, pid]),
      [['web.1', 99]],
    );
    assert.equal(world.connections, 0);
    await session.stop();
    assert.deepEqual(engine.orders, ['stop all']);
  });

  it('passes output on as it comes, and gives what is held', async () => {
    const { session, engine } = await opened();
    assert.deepEqual(await session.heldLines(), []);
    const heard: LogLine[] = [];
    session.lines.add((lines) => heard.push(...lines));
    engine.held = [logLine(1, 'web.1', 'earlier')];
    await session.start();
    engine.say(logLine(2, 'web.1', 'later'));
    assert.deepEqual(
      [...(await session.heldLines()), ...heard].map(({ text }) => text),
      ['earlier', 'later'],
    );
  });

  it('depends on its Procfile and env files alone', async () => {
    const { session } = await opened();
    const files = ['app/Procfile', 'app/.env', 'app/server.js', 'app/sub/Procfile', 'apple/Procfile'];
    assert.deepEqual(
      files.filter((file) => session.reads(`file:///${file}`)),
      ['app/Procfile', 'app/.env'],
    );
  });

  it('finds a process type in the Procfile', async () => {
    const { session } = await opened();
    assert.deepEqual(session.placeOf('web'), { uri: 'file:///app/Procfile', range: { start: 17, end: 20 } });
    assert.deepEqual(session.placeOf(), { uri: 'file:///app/Procfile', range: undefined });
  });

  it('runs the Procfile that the user chose, and asks once where there are several', async () => {
    const files = { Procfile: procfile, 'Procfile.dev': 'dev: watch\n', 'Procfile.md': 'text' };
    const { session, engine } = await opened(files);
    assert.deepEqual(
      [session.view().procfile, session.view().procfiles],
      ['Procfile', ['Procfile', 'Procfile.dev']],
    );
    assert.equal(session.isUndecided, true);
    await session.choose('Procfile.dev');
    assert.equal(session.isUndecided, false);
    await session.start();
    assert.deepEqual(engine.orders, ['start dev.1']);
    assert.equal(session.placeOf().uri, 'file:///app/Procfile.dev');
  });

  it('runs the only Procfile there is, whatever it is called', async () => {
    const { session, engine } = await opened({ 'Procfile.dev': 'dev: watch\n' });
    await session.start();
    assert.deepEqual(engine.orders, ['start dev.1']);
    assert.equal(session.isUndecided, false);
  });

  it('tells the engine what it would run now, so that it can name what changed', async () => {
    const { world, session, engine } = await opened();
    await session.start();
    world.files.set('.env', 'API_KEY=1\n');
    await session.refresh();
    assert.equal(engine.proposed.find(({ id }) => id === 'web.1')?.env.API_KEY, '1');
    world.files.set('.env', 'PORT=none\n');
    await session.refresh();
    assert.equal(engine.proposed[0]?.env.API_KEY, '1');
  });

  it('starts what a process comes after with it', async () => {
    const { session, engine } = await opened({ Procfile: 'db: postgres\n# after: db\nweb: serve\n' });
    await session.start(web);
    assert.deepEqual(engine.orders, ['start db.1 web.1']);
  });

  it('plans one process though none of it is wanted', async () => {
    const { session } = await opened();
    await session.scaleTo({ web: 0 });
    const [spec, ...others] = await session.plan({ ...web, id: 'web.2' });
    assert.deepEqual([spec?.id, spec?.port, others.length], ['web.2', 5101, 0]);
  });

  it('plans a command in the environment of the formation, without a port of its own', async () => {
    const { session } = await opened({ Procfile: procfile, '.env': 'GREETING=hello\n' });
    const spec = await session.planCommand('run.1', 'rake db:migrate');
    assert.deepEqual(
      [spec.command, spec.cwd, spec.env.GREETING, spec.env.PS],
      ['rake db:migrate', '/app', 'hello', 'run.1'],
    );
    assert.equal(spec.port, undefined);
  });

  it('scales all types at once', async () => {
    const { session } = await opened();
    await session.scaleTo({ web: 3 });
    await session.scaleTo({ all: 2, worker: 1 });
    assert.deepEqual(
      [session.countOf('web'), session.countOf('worker'), session.countOf('release')],
      [2, 1, 0],
    );
  });

  it('measures only while somebody looks', async () => {
    const { session, engine } = await opened();
    await session.start();
    assert.equal(engine.gauges.size, 0);
    await session.watchStats(true);
    for (const gauge of engine.gauges) gauge([{ id: 'web.1', cpu: 5, memory: 1000, processes: 1 }]);
    assert.equal(session.view().stats?.get('web.1')?.cpu, 5);
    await session.watchStats(false);
    assert.equal(engine.gauges.size, 0);
    assert.equal(session.view().stats?.size, 0);
  });

  it('shows what runs under a debugger until it ends', async () => {
    const { session } = await opened();
    session.setDebugged('web.1', true);
    assert.ok(session.view().debugged?.has('web.1'));
    session.setDebugged('web.1', false);
    assert.equal(session.view().debugged?.size, 0);
  });

  it('lets the settings say how the formation runs', async () => {
    const { world, session, engine } = await opened({
      Procfile: procfile,
      '.env': 'HOME=/mine\nAPI_KEY=abc\n',
    });
    world.changedSettings = {
      shellWins: true,
      onEnd: 'stop-all',
      canDie: ['worker'],
      terminals: true,
      maskSecrets: false,
    };
    await session.start();
    const [first, second] = engine.specs;
    assert.deepEqual([first?.env.HOME, first?.terminal, first?.secrets], ['/home/user', true, []]);
    assert.deepEqual([first?.onEnd, second?.onEnd], ['stop-all', 'leave']);
  });
});
