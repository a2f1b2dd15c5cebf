import assert from 'node:assert/strict';
import { changedRows } from '../../client/formation/changed-rows';
import { rowsOf } from '../../client/formation/rows';
import type { TypeView } from '../../client/formation/view';
import type { ProcessState } from '../../formation/model';
import { processState } from '../harness/session-world';

const type = (name: string, count: number): TypeView => ({
  name,
  command: 'run',
  count,
  oneOff: false,
  serves: false,
  ports: [],
});
const tree = (types: readonly TypeView[], processes: readonly ProcessState[]) =>
  rowsOf([{ key: 'app', name: 'app', procfile: 'Procfile', procfiles: ['Procfile'], types, processes }], 0);
const two = [type('web', 2), type('worker', 1)];
const changed = (before: ReturnType<typeof tree>, after: ReturnType<typeof tree>) =>
  changedRows(before, after)?.map((row) => row.label);

describe('rows to repaint', () => {
  const before = tree(two, [processState('web.1'), processState('web.2')]);

  it('are none where nothing changed', () => {
    assert.deepEqual(changed(before, tree(two, [processState('web.1'), processState('web.2')])), []);
  });

  it('are the one row whose own face changed', () => {
    const after = tree(two, [processState('web.1'), processState('web.2', { pid: 7 })]);
    assert.deepEqual(changed(before, after), ['web.2']);
  });

  it('are the parent where rows below it come or go', () => {
    const three = [type('web', 3), type('worker', 1)];
    const [web] = changed(tree(two, []), tree(three, [])) ?? [];
    assert.equal(web, 'web');
  });

  it('are the row itself where its children disappear', () => {
    assert.deepEqual(changed(tree(two, []), tree([type('web', 0), type('worker', 1)], [])), ['web']);
  });

  it('are all where the top level has other rows', () => {
    assert.equal(changed(before, tree([type('web', 2)], [])), undefined);
    assert.equal(changed(before, tree([type('worker', 1), type('web', 2)], [])), undefined);
  });
});
