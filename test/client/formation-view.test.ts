import assert from 'node:assert/strict';
import { countProblem, countsFrom } from '../../client/formation/counts';
import { summaryOf } from '../../client/formation/summary';
import { type TypeView, viewOf } from '../../client/formation/view';
import { processState } from '../harness/session-world';

const web: TypeView = { name: 'web', command: 'serve', count: 1, oneOff: false, serves: true, ports: [5000] };
const app = { key: 'key', name: 'app', procfile: 'Procfile', procfiles: ['Procfile'] };
const release: TypeView = { ...web, name: 'release', count: 0, oneOff: true };
const crashed = { status: 'exited', exit: { code: 1, signal: undefined } } as const;

describe('the view of a formation', () => {
  const ids = (view: ReturnType<typeof viewOf>) => view.processes.map(({ id }) => id);

  it('leaves out what ended and is no longer wanted', () => {
    const processes = [
      processState('web.1', crashed),
      processState('web.2', crashed),
      processState('old.1', crashed),
      processState('release.1', crashed),
    ];
    assert.deepEqual(ids(viewOf(app, [web, release], processes)), ['web.1', 'release.1']);
  });

  it('keeps what lives though the Procfile no longer names it', () => {
    const view = viewOf(app, [web], [processState('old.1'), processState('old.2')]);
    assert.deepEqual(ids(view), ['old.1', 'old.2']);
    assert.deepEqual(
      view.types.map(({ name, command }) => `${name}: ${command}`),
      ['web: serve', 'old: no longer in the Procfile'],
    );
  });
});

describe('the summary of all formations', () => {
  const view = (...processes: ReturnType<typeof processState>[]) => viewOf(app, [web, release], processes);

  it('counts what runs against what is wanted, one-off processes apart', () => {
    const { active, text } = summaryOf([view(processState('web.1'), processState('release.1'))]);
    assert.deepEqual([active, text], [true, '1/1']);
  });

  it('is inactive where nothing lives', () => {
    assert.deepEqual(summaryOf([view(processState('web.1', { status: 'exited', stopped: true }))]), {
      active: false,
      text: '0/0',
      spoken: 'Formation, 0 of 0 processes running',
      failures: [],
      notes: [],
    });
  });

  it('names what failed, but not what was asked to stop', () => {
    const killed = { code: undefined, signal: 'SIGKILL' };
    const failed = [
      processState('web.1', { status: 'exited', exit: killed }),
      processState('release.1', crashed),
    ];
    assert.deepEqual(summaryOf([view(...failed)]).failures, [
      'web.1: ended by SIGKILL',
      'release.1: exit code 1',
    ]);
    assert.equal(summaryOf([view(...failed)]).text, '0/1');
    const asked = failed.map((process) => ({ ...process, stopped: true }));
    assert.deepEqual(summaryOf([view(...asked)]).failures, []);
  });
});

describe('the summary of what is still to be looked after', () => {
  it('names ports that are not bound and what a restart would change', () => {
    const late = processState('web.1', { portState: 'late', changedKeys: ['API_KEY'] });
    const { notes, failures, text } = summaryOf([viewOf(app, [web], [late])]);
    assert.deepEqual(notes, ['web.1: port 5000 not bound after 20 s', 'web.1: restart for API_KEY']);
    assert.deepEqual([failures, text], [[], '1/1']);
  });
});

describe('the summary after the user stopped a formation', () => {
  it('forgets what had failed before', () => {
    const processes = [
      processState('web.1', { status: 'exited', stopped: true }),
      processState('release.1', crashed),
    ];
    const { active, failures } = summaryOf([viewOf(app, [web, release], processes)]);
    assert.deepEqual([active, failures], [false, []]);
  });
});

describe('counts of instances', () => {
  it('are whole numbers from 0 to 99', () => {
    for (const good of ['0', '1', '99', ' 3 ']) assert.equal(countProblem(good), undefined, good);
    for (const bad of ['', '-1', '1.5', '100', 'two']) assert.notEqual(countProblem(bad), undefined, bad);
  });

  it('are read from what an earlier window stored, whatever it is', () => {
    assert.deepEqual(countsFrom({ web: 2, worker: -1, clock: 'x', api: 0.5, last: 0 }), { web: 2, last: 0 });
    for (const odd of [undefined, null, 'text', 3]) assert.deepEqual(countsFrom(odd), {});
  });
});
