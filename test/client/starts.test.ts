import assert from 'node:assert/strict';
import { Starts } from '../../client/formation/starts';
import type { FormationView, TypeView } from '../../client/formation/view';
import type { EntryPointsResult } from '../../core/protocol';

const type = (name: string, oneOff = false): TypeView => ({
  name,
  command: `node ${name}.js`,
  count: 1,
  oneOff,
  serves: false,
  ports: [5000],
});
const app = (...types: TypeView[]): FormationView => ({
  key: 'file:///app',
  name: 'app',
  procfile: 'Procfile',
  procfiles: ['Procfile'],
  types,
  processes: [],
});
const says = 'Starts api.js with Express. Express does not finish open requests on SIGTERM by itself.';
const answer: EntryPointsResult = {
  complete: true,
  starts: [
    { type: 'api', serves: true, says },
    { type: 'seed', serves: true, says: '' },
  ],
};

/** Asks answers one after another, and waits until each was taken in. */
function startsOf(...answers: (EntryPointsResult | undefined)[]) {
  let asked = 0;
  let changes = 0;
  const waiting: (() => void)[] = [];
  const starts = new Starts(
    () => Promise.resolve(answers[asked++]),
    (again) => waiting.push(again),
  );
  starts.changes.add(() => {
    changes++;
  });
  const learn = async (view: FormationView): Promise<FormationView> => {
    starts.on(view);
    await new Promise((resolve) => setImmediate(resolve));
    return starts.on(view);
  };
  return { starts, learn, waiting, asked: () => asked, changes: () => changes };
}

describe('where process types start', () => {
  it('tells that a process type serves which is not called web, and what it starts', async () => {
    const { learn, changes } = startsOf(answer);
    const { types } = await learn(app(type('api'), type('worker'), type('seed', true)));
    assert.deepEqual(
      types.map(({ name, serves, starts }) => [name, serves, starts]),
      [
        ['api', true, says],
        ['worker', false, undefined],
        ['seed', false, ''],
      ],
    );
    assert.equal(changes(), 1);
  });

  it('is asked once for the same lines, and again for others', async () => {
    const { learn, asked } = startsOf(answer, answer);
    await learn(app(type('api')));
    await learn(app(type('api')));
    assert.equal(asked(), 1);
    await learn(app(type('api'), type('clock')));
    assert.equal(asked(), 2);
  });

  it('is asked again later while the app is still being read, and with the next change while nobody answers', async () => {
    const { learn, waiting, asked } = startsOf({ complete: false, starts: [] }, undefined, answer);
    const view = app(type('api'));
    assert.equal((await learn(view)).types[0]?.starts, undefined);
    assert.equal(waiting.length, 1);
    await learn(view);
    assert.equal((await learn(view)).types[0]?.starts, says);
    assert.equal(asked(), 3);
  });
});
