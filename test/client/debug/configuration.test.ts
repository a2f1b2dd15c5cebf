import assert from 'node:assert/strict';
import { launchOf } from '../../../client/debug/choose';
import { configurationOf } from '../../../client/debug/configuration';

const files = {
  has: (path: string) => path === 'node_modules/.bin/next',
  scripts: () => undefined,
  interpreter: () => undefined,
};
const env = { PORT: '5000', HOME: '/home/user', PATH: '/new', TOKEN: 'abc' };
const inherited = { HOME: '/home/user', PATH: '/old' };

function configuration(command: string, way = 0) {
  const launch = launchOf(command, env, files);
  assert.ok('ways' in launch);
  const chosen = launch.ways[way];
  assert.ok(chosen);
  return configurationOf(launch, chosen, { name: 'web.1', root: '/app', env, inherited });
}

describe('a debug configuration', () => {
  it('has absolute paths, its folder, and the env vars that it would not inherit', () => {
    const { name, type, request, program, cwd, env: given } = configuration('cd web && A=1 node server.js');
    assert.deepEqual(
      [name, type, request, program, cwd],
      ['web.1', 'node', 'launch', '/app/web/server.js', '/app/web'],
    );
    assert.deepEqual(given, { PORT: '5000', PATH: '/new', TOKEN: 'abc', A: '1' });
  });

  it('leaves absolute paths, empty ones and command lines alone', () => {
    assert.equal(configuration('node /srv/server.js').program, '/srv/server.js');
    assert.equal(configuration('php -S :$PORT').program, '');
    assert.equal(configuration('go run .').program, '/app');
    assert.equal(configuration('bundle exec rails server', 1).program, 'bundle exec rails server');
  });

  it('names tools of the app by their path', () => {
    assert.equal(configuration('next start').runtimeExecutable, '/app/node_modules/.bin/next');
    assert.equal(configuration('.venv/bin/python a.py').python, '/app/.venv/bin/python');
  });

  it('shows no terminal, which would show the env vars', () => {
    for (const command of ['node a.js', 'python a.py', 'go run .', 'java -jar a.jar']) {
      assert.equal(configuration(command).console, 'internalConsole', command);
    }
  });
});
