import type { App } from '../../../app';
import { isProcfile } from '../../../facts/app-files';
import { parseProcfile } from '../../../procfile/parse';
import type { Breach, Fixer } from '../../../rule';
import { suggestProcfile } from '../../../suggest/suggest';
import { isFixture } from './grammar';

/** A Procfile of comments alone, told at the first of them. */
export function withoutTypes(path: string, app: App): Breach[] {
  const text = isProcfile(path) && !isFixture(path) ? app.tree.appFiles.get(path)?.text : undefined;
  if (text === undefined) return [];
  const { processes, problems, comments } = parseProcfile(text);
  const [first] = comments;
  return first && processes.length + problems.length === 0
    ? [{ range: first, repair: { suggest: true } }]
    : [];
}

/** Adds what the app seems to run. */
export const suggestedLines: Fixer = ({ path }, text, app) => {
  const lines = suggestProcfile(app).map(({ type, command }) => `${type}: ${command}\n`);
  if (lines.length === 0) return [];
  const range = { start: text.length, end: text.length };
  const newText = (text.endsWith('\n') ? '' : '\n') + lines.join('');
  return [{ title: 'Add what the app runs', kind: 'suggestion', edits: [{ path, range, newText }] }];
};
