import assert from 'node:assert/strict';
import { Listeners } from '../../../client/formation/listeners';
import { TaskProgress } from '../../../client/tasks/task-progress';
import type { ProcessState } from '../../../formation/model';
import manifest from '../../../package.json';
import { processState } from '../../harness/session-world';

const exited = (code: number) => ({ status: 'exited', exit: { code, signal: undefined } }) as const;

/** A session whose processes a test sets, and what the task said. */
function task(target?: { formation: string; type: string; id?: string }, problem?: Error) {
  const changes = new Listeners<void>();
  const said: string[] = [];
  let processes: readonly ProcessState[] = [];
  const session = {
    changes,
    view: () => ({ processes }),
    start: async () => {
      if (problem) throw problem;
    },
  };
  const told = { say: (text: string) => said.push(text), end: (code: number) => said.push(`end ${code}`) };
  const progress = new TaskProgress(session, target, told);
  const set = (...states: ProcessState[]): void => {
    processes = states;
    changes.tell();
  };
  return { progress, said, set };
}

const web = { formation: 'app', type: 'web' };

describe('a task of a formation', () => {
  it('is ready once all its processes are, and says so once', async () => {
    const { progress, said, set } = task();
    await progress.begin();
    set(processState('web.1'), processState('worker.1', { ready: false }));
    assert.deepEqual(said, ['▷ Starting formation']);
    set(processState('web.1'), processState('worker.1'));
    set(processState('web.1'), processState('worker.1'));
    assert.deepEqual(said, ['▷ Starting formation', '✓ formation ready']);
  });

  it('looks at the processes of its target alone', async () => {
    const { progress, said, set } = task(web);
    await progress.begin();
    set(processState('web.1'), processState('worker.1', { status: 'starting', ready: false }));
    assert.deepEqual(said, ['▷ Starting web', '✓ web ready']);
  });

  it('ends with its last process, by the code of the one that failed', async () => {
    const { progress, said, set } = task();
    await progress.begin();
    set(processState('web.1'), processState('worker.1'));
    set(processState('web.1', exited(0)), processState('worker.1'));
    set(processState('web.1', exited(0)), processState('worker.1', exited(3)));
    assert.deepEqual(said.slice(2), ['■ formation ended (worker.1: exit code 3)', 'end 3']);
  });

  it('ends well where the user stopped it', async () => {
    const { progress, said, set } = task(web);
    await progress.begin();
    set(processState('web.1'));
    set(processState('web.1', { ...exited(143), stopped: true }));
    assert.deepEqual(said.slice(2), ['■ web ended (stopped)', 'end 0']);
  });

  it('is not ended by what an earlier start left', async () => {
    const { progress, said, set } = task(web);
    set(processState('web.1', exited(1)));
    await progress.begin();
    assert.deepEqual(said, ['▷ Starting web']);
    set(processState('web.1', { status: 'failed', failure: 'The directory is missing.' }));
    assert.deepEqual(said.slice(1), ['■ web ended (web.1: The directory is missing.)', 'end 1']);
  });

  it('ends where the formation cannot be started', async () => {
    const { progress, said } = task(web, new Error('The Procfile is empty.'));
    await progress.begin();
    assert.deepEqual(said, ['▷ Starting web', '■ web ended (The Procfile is empty.)', 'end 1']);
  });

  it('says nothing after it was closed', async () => {
    const { progress, said, set } = task(web);
    await progress.begin();
    assert.equal(progress.dispose(), true);
    set(processState('web.1'));
    assert.equal(said.length, 1);
  });

  it('is over once its process has ended, whatever is started later', async () => {
    const { progress, set } = task(web);
    await progress.begin();
    set(processState('web.1'));
    set(processState('web.1', exited(0)));
    set(processState('web.1'));
    assert.equal(progress.dispose(), false);
  });

  it('speaks as the problem matcher of the manifest expects', () => {
    const [matcher] = manifest.contributes.problemMatchers;
    const { beginsPattern = '', endsPattern = '' } = matcher?.background ?? {};
    assert.match('▷ Starting web', new RegExp(beginsPattern));
    assert.match('✓ web ready', new RegExp(endsPattern));
    assert.match('■ web ended (exit code 1)', new RegExp(endsPattern));
    assert.doesNotMatch('12:30:45 web.1 | ready', new RegExp(endsPattern));
  });
});
