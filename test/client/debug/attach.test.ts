import assert from 'node:assert/strict';
import { attachmentTo } from '../../../client/debug/attach';
import { launchOf } from '../../../client/debug/choose';

const files = {
  has: (path: string) => path === 'package.json',
  scripts: () => ({ start: 'node server.js' }),
};

function attachment(command: string) {
  const launch = launchOf(command, { PORT: '5000' }, files);
  const found = attachmentTo({ name: 'web.1', root: '/app', command, pid: 42 }, launch);
  assert.ok('configuration' in found, command);
  const { name, request, cwd, ...rest } = found.configuration;
  assert.deepEqual([name, request, cwd], ['Attach to web.1', 'attach', '/app']);
  return rest;
}

describe('attaching to a process', () => {
  const skipFiles = ['<node_internals>/**'];

  it('takes the pid where the command is the program', () => {
    assert.deepEqual(attachment('node server.js'), { type: 'node', processId: '42', skipFiles });
    assert.deepEqual(attachment('python3 -m worker'), { type: 'debugpy', processId: 42, justMyCode: true });
  });

  it('lets the user pick where something lies between', () => {
    const pick = (name: string) => `$\{command:${name}}`;
    assert.deepEqual(attachment('npm start'), { type: 'node', processId: pick('PickProcess'), skipFiles });
    assert.equal(attachment('cd api && python app.py').processId, pick('pickProcess'));
  });

  it('takes the inspector port that the command opens', () => {
    assert.deepEqual(attachment('node --inspect server.js'), { type: 'node', port: 9229, skipFiles });
    assert.equal(attachment('node --inspect=9230 server.js').port, 9230);
    assert.equal(attachment('node --inspect-brk=0.0.0.0:9231 server.js').port, 9231);
    assert.equal(attachment('node server.js --inspector=1').processId, '42');
  });

  it('says what cannot be attached to', () => {
    const launch = launchOf('bundle exec puma', {}, files);
    const found = attachmentTo({ name: 'web.1', root: '/app', command: 'bundle exec puma', pid: 42 }, launch);
    assert.ok('problem' in found);
    assert.match(found.problem, /Only Node.js and Python/);
  });
});
