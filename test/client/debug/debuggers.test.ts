import assert from 'node:assert/strict';
import { launchOf } from '../../../client/debug/choose';
import { wayFor } from '../../../client/debug/debuggers';

const files = { has: () => false, scripts: () => undefined, interpreter: () => undefined };

function way(command: string, ...installed: string[]) {
  const launch = launchOf(command, {}, files);
  assert.ok('ways' in launch);
  return wayFor(launch, new Set(installed));
}

describe('the debugger to use', () => {
  it('is the first of the runtime that is installed', () => {
    const chosen = way('bundle exec puma', 'ruby_lsp', 'node');
    assert.ok('type' in chosen);
    assert.equal(chosen.type, 'ruby_lsp');
  });

  it('is named where none is installed', () => {
    const named = (command: string) => {
      const missing = way(command, 'other');
      assert.ok('message' in missing, command);
      assert.ok(missing.message.includes(missing.extension));
      return missing.message;
    };
    assert.match(named('gunicorn app:app'), /^To debug Python, install the extension “Python Debugger”/);
    assert.match(named('rails server'), /rdbg/);
    assert.match(named('go run .'), /Go/);
    assert.match(named('php -S :80'), /PHP Debug/);
    assert.match(named('java -jar a.jar'), /Debugger for Java/);
    assert.match(named('bun server.ts'), /Bun/);
  });
});
