import assert from 'node:assert/strict';
import { parseCommand } from '../../../core/procfile/command';
import { programOf } from '../../../core/procfile/program';

function program(text: string): string | undefined {
  const [first] = parseCommand(text).simple;
  const found = first && programOf(first);
  return found && [found.name, ...found.args.map((word) => word.text)].join(' ');
}

describe('the program of a command', () => {
  it('is found behind what only runs it', () => {
    assert.equal(program('bundle exec puma -C x'), 'puma -C x');
    assert.equal(program('exec poetry run /venv/bin/gunicorn app:app'), 'gunicorn app:app');
    assert.equal(program('uv run --group web uvicorn main:app'), 'uvicorn main:app');
    assert.equal(program('tini -- gosu app node server.js'), 'node server.js');
    assert.equal(program('env -u X FOO=1 npx next start'), 'next start');
    assert.equal(program('newrelic-admin run-program celery worker'), 'celery worker');
  });

  it('is the first word otherwise, and none where there is none', () => {
    assert.equal(program('./bin/start'), 'start');
    assert.equal(program('bundle install'), 'bundle install');
    assert.equal(program('FOO=1'), undefined);
  });
});
