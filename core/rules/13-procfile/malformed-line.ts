import { defineRule } from '../../rule';
import { oneEdit, withEdit } from '../shared/one-edit';
import { ADVICE } from './shared/flaws';
import { eachLine } from './shared/grammar';
import { repairOf } from './shared/malformed';

export default defineRule({
  id: 'procfile/malformed-line',
  title: 'Line that is no process type',
  severity: 'warning',
  message: '{flaw} {todo}',
  skip: ['generated', 'vendored'],
  appFiles: eachLine((line, text, lines) => {
    if (line.kind !== 'malformed') return undefined;
    const breach = { range: line.range, words: { ...ADVICE[line.flaw] } };
    return withEdit(breach, repairOf(line.flaw, line.range, text, lines));
  }),
  fix: oneEdit,
});
