import { modify } from 'jsonc-parser';
import type { App } from '../app';
import { mentionsAround } from '../facts/env-part';
import type { Source, SourceEnv } from '../formats/source';
import type { FileEdit } from '../rule';
import { applyEdits, eolOf } from '../text';

/**
 * The edits that hand a new variable on where the app's deploys list its variables already: in the services of a
 * compose file that give the app others, and in `app.json`. Each is to be confirmed: only its owner knows which
 * services need it.
 */
export function listingEdits(name: string, app: App): FileEdit[] {
  return [...app.sources, ...app.sourcesAbove].flatMap((source) => {
    const text = app.tree.appFiles.get(source.path)?.text;
    if (text === undefined || source.facts.env.some((one) => one.name === name && one.does !== 'read'))
      return [];
    const edits = /(?:^|\/)app\.json$/.test(source.path)
      ? inAppJson(name, source, text)
      : inCompose(name, source, text, app);
    return edits.filter((edit) => isListed(edit, name, text));
  });
}

function isListed(edit: FileEdit, name: string, text: string): boolean {
  const after = mentionsAround(edit.path, applyEdits(text, [edit]));
  return after.some((one) => one.name === name) && after.length > mentionsAround(edit.path, text).length;
}

function inAppJson(name: string, { path, facts }: Source, text: string): FileEdit[] {
  if (facts.env.length === 0) return [];
  const options = { formattingOptions: { insertSpaces: true, tabSize: 2, eol: eolOf(text) } };
  const label = `List ${name} in ${path}`;
  return modify(text, ['env', name], { required: true }, options).map(({ offset, length, content }) => ({
    path,
    range: { start: offset, end: offset + length },
    newText: content,
    note: { label, confirm: true },
  }));
}

function inCompose(name: string, { path, facts }: Source, text: string, app: App): FileEdit[] {
  const file = path.slice(path.lastIndexOf('/') + 1);
  if (!file.includes('compose') || !/\.ya?ml$/.test(file)) return [];
  const scopes = new Map<string, SourceEnv[]>();
  for (const one of facts.env) {
    if (one.scope === undefined || one.when !== 'run' || (one.does !== 'set' && !one.passed)) continue;
    scopes.set(one.scope, [...(scopes.get(one.scope) ?? []), one]);
  }
  return [...scopes].flatMap(([scope, list]) => {
    const last = list.at(-1);
    const isOurs = list.some((one) => (app.variables.get(one.name)?.readers.length ?? 0) > 0);
    return last && isOurs ? [afterLine(name, scope, path, text, last)] : [];
  });
}

/** A line below the last entry, written as that is. */
function afterLine(name: string, scope: string, path: string, text: string, last: SourceEnv): FileEdit {
  const from = text.lastIndexOf('\n', last.range.start - 1) + 1;
  const end = text.indexOf('\n', last.valueRange?.end ?? last.range.end);
  const lead = /^[ \t]*(?:-[ \t]+)?/.exec(text.slice(from, last.range.start))?.[0] ?? '';
  const entry = lead.includes('-') ? name : `${name}: \${${name}}`;
  const at = end < 0 ? text.length : end + 1;
  const eol = eolOf(text);
  const newText = `${end < 0 ? eol : ''}${lead}${entry}${end < 0 ? '' : eol}`;
  const note = { label: `Pass ${name} to ${scope} in ${path}`, confirm: true };
  return { path, range: { start: at, end: at }, newText, note };
}
