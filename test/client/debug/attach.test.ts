import assert from 'node:assert/strict';
import { attachmentTo } from '../../../client/debug/attach';
import { launchOf } from '../../../client/debug/choose';

const files = {
  has: (path: string) => path === 'package.json',
  scripts: () => ({ start: 'node server.js' }),
  interpreter: () => undefined,
};

const program = (pid: number, name: string, depth: number) => ({ pid, name, depth });

function attachment(command: string, ...programs: ReturnType<typeof program>[]) {
  const launch = launchOf(command, { PORT: '5000' }, files);
  const found = attachmentTo({ name: 'web.1', root: '/app', command, programs }, launch);
  assert.ok('configuration' in found, command);
  const { name, request, cwd, ...rest } = found.configuration;
  assert.deepEqual([name, request, cwd], ['Attach to web.1', 'attach', '/app']);
  return rest;
}

describe('attaching to a process', () => {
  const skipFiles = ['<node_internals>/**'];
  const address = '127.0.0.1';
  const shell = program(42, 'dash', 0);

  it('takes the program behind the shell and the package manager', () => {
    const node = attachment(
      'npm start',
      shell,
      program(43, 'node', 1),
      program(44, 'dash', 2),
      program(45, 'node', 3),
    );
    assert.deepEqual(node, { type: 'node', address, processId: '45', skipFiles });
    assert.equal(attachment('node server.js', program(42, 'node', 0)).processId, '42');
    const python = attachment('python3 -m worker', shell, program(43, 'python3.11', 1));
    assert.deepEqual(python, { type: 'debugpy', processId: 43, justMyCode: true });
  });

  it('never takes a shell, which a debugger would end: the user picks where nothing else is known', () => {
    const pick = (name: string) => `$\{command:${name}}`;
    assert.equal(attachment('npm start', shell).processId, pick('PickProcess'));
    assert.equal(attachment('cd api && python app.py').processId, pick('pickProcess'));
  });

  it('takes the inspector port that the command opens', () => {
    assert.deepEqual(attachment('node --inspect server.js'), {
      type: 'node',
      address,
      port: 9229,
      skipFiles,
    });
    assert.equal(attachment('node --inspect=9230 server.js').port, 9230);
    assert.equal(attachment('node --inspect-brk=0.0.0.0:9231 server.js').port, 9231);
    assert.equal(attachment('node server.js --inspector=1', program(42, 'node', 0)).processId, '42');
  });

  it('takes the port at which debugpy listens', () => {
    const connect = { host: '127.0.0.1', port: 5678 };
    const shared = { type: 'debugpy', connect, justMyCode: true };
    assert.deepEqual(attachment('python -m debugpy --listen 5678 app.py', program(1, 'python3', 0)), shared);
    assert.deepEqual(
      attachment('python -m debugpy --wait-for-client --listen 0.0.0.0:5678 -m flask run'),
      shared,
    );
    assert.equal(attachment('python app.py --listen 5678', program(7, 'python3', 0)).processId, 7);
  });

  it('says what cannot be attached to', () => {
    const launch = launchOf('bundle exec puma', {}, files);
    const found = attachmentTo(
      { name: 'web.1', root: '/app', command: 'bundle exec puma', programs: [] },
      launch,
    );
    assert.ok('problem' in found);
    assert.match(found.problem, /Only Node.js and Python/);
  });
});
