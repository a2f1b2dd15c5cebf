import assert from 'node:assert/strict';
import { choicesOf, nameOf, runsFrom, withRun } from '../../../client/admin/choices';
import type { AdminProcess } from '../../../core/protocol';

const process = (kind: AdminProcess['kind'], name: string, detail = ''): AdminProcess => ({
  kind,
  name,
  command: `run ${name}`,
  detail,
  source: 'Rakefile',
});
const drawn = (...args: Parameters<typeof choicesOf>) =>
  choicesOf(...args).map(({ label, description, isHeading }) =>
    isHeading ? `— ${label}` : `${label} | ${description}`,
  );

describe('the list of one-off processes', () => {
  it('has what was run before, then what was found by its kind, then typing', () => {
    const found = [
      process('release', 'release'),
      process('task', 'send', 'Send the mails'),
      process('task', 'seed'),
    ];
    assert.deepEqual(drawn(found, [{ name: 'seed', command: 'run seed' }]), [
      '— Run before',
      '$(history) seed | run seed',
      '— Release',
      '$(rocket) release | run release',
      '— Tasks',
      '$(checklist) send | Send the mails',
      '— ',
      '$(edit) Type a command… | ',
    ]);
  });

  it('offers typing alone where nothing was found', () => {
    assert.deepEqual(drawn([], []), ['$(edit) Type a command… | ']);
  });
});

describe('one-off processes that were run', () => {
  it('are kept newest first, each command once, ten of them', () => {
    const run = (command: string) => ({ name: command, command });
    assert.deepEqual(withRun([run('a'), run('b')], run('b')), [run('b'), run('a')]);
    const many = Array.from({ length: 12 }, (_, at) => run(String(at)));
    assert.equal(withRun(many, run('x')).length, 10);
  });

  it('are read from what an earlier window stored, whatever it is', () => {
    assert.deepEqual(runsFrom([{ name: 'a', command: 'b' }, { name: 'a' }, null, 3]), [
      { name: 'a', command: 'b' },
    ]);
    for (const odd of [undefined, null, 'text', { 0: 1 }]) assert.deepEqual(runsFrom(odd), []);
  });

  it('are called by their first words', () => {
    assert.equal(nameOf('  bundle exec rake db:migrate VERSION=1 '), 'bundle exec rake');
    assert.ok(nameOf('x'.repeat(100)).length <= 40);
  });
});
