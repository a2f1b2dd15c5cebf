import assert from 'node:assert/strict';
import { memory, uptime, usage } from '../../../client/formation/figures';
import { hasFailed, wordsFor } from '../../../client/formation/process-words';
import { procfilesOf } from '../../../client/formation/procfiles';
import { processState } from '../../harness/session-world';

const minute = 60_000;

describe('figures of a process', () => {
  it('are short and in units that a user reads', () => {
    const times = [0, 59, 60, 59 * 60, 3600, 3 * 3600 + 300, 86_400, 2 * 86_400 + 4 * 3600];
    assert.deepEqual(
      times.map((seconds) => uptime(0, seconds * 1000)),
      ['< 1 min', '< 1 min', '1 min', '59 min', '1 h', '3 h 5 min', '1 d', '2 d 4 h'],
    );
    assert.equal(uptime(5 * minute, 0), '< 1 min');
    assert.deepEqual([640_400, 45_300_000, 1_234_000_000].map(memory), ['640 kB', '45 MB', '1.2 GB']);
    assert.deepEqual(usage({ id: 'web.1', cpu: 149.6, memory: 1_000_000, processes: 1 }), ['150 %', '1 MB']);
    assert.deepEqual(usage(undefined), []);
  });
});

describe('the state of a process in words', () => {
  const words = (changes: Parameters<typeof processState>[1]) =>
    wordsFor(processState('web.1', changes), 1000).state;

  it('says what it waits for', () => {
    assert.equal(words({ status: 'waiting', waitingFor: ['db', 'cache'] }), 'waiting for db, cache');
    assert.equal(words({ ready: false }), 'not ready yet');
    assert.equal(words({ ready: false, oneShot: true }), 'running');
  });

  it('says why and when it is started again', () => {
    const resting = { status: 'resting', exit: { code: 1, signal: undefined }, restartAt: 9000 } as const;
    assert.equal(words(resting), 'exit code 1, starts again in 8 s');
    assert.equal(words({ ...resting, crashLoop: true }), 'keeps crashing, exit code 1, starts again in 8 s');
    assert.equal(words({ ...resting, restartAt: 500 }), 'exit code 1, starts again in 1 s');
    assert.ok(hasFailed(processState('web.1', resting)));
  });

  it('says what an exit code of the shell means', () => {
    const exit = (code: number) => words({ status: 'exited', exit: { code, signal: undefined } });
    assert.deepEqual(
      [exit(127), exit(126), exit(0)],
      ['exit code 127 (command not found)', 'exit code 126 (not executable)', 'finished'],
    );
  });

  it('takes no warning about a port for a failure', () => {
    assert.equal(hasFailed(processState('web.1', { portState: 'late' })), false);
  });
});

describe('the Procfiles of a folder', () => {
  it('are those that can be run, the default one first', () => {
    const names = [
      'Procfile.local',
      'Procfile.md',
      'Procfile.example',
      'MyProcfile',
      'Procfile.dev',
      'Procfile',
    ];
    assert.deepEqual(procfilesOf(names, 'Procfile'), ['Procfile', 'Procfile.dev', 'Procfile.local']);
    assert.deepEqual(procfilesOf(['Procfile.local', 'Procfile.dev'], 'Procfile'), [
      'Procfile.dev',
      'Procfile.local',
    ]);
    assert.deepEqual(procfilesOf([], 'Procfile'), []);
  });

  it('include what the setting names', () => {
    assert.deepEqual(procfilesOf(['deploy/web.proc', 'Procfile'], 'deploy/web.proc'), [
      'Procfile',
      'deploy/web.proc',
    ]);
  });
});
