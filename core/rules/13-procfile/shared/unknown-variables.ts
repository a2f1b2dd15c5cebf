import type { App } from '../../../app';
import { setEntry } from '../../../env/edit';
import type { RoleCommand } from '../../../formats/commands';
import { everySimple } from '../../../procfile/procfile';
import type { Breach, Fixer } from '../../../rule';
import { declaresElsewhere, isKnownVariable } from '../../shared/known-variables';

const READS_INTO = new Set(['export', 'read', 'for', 'local', 'declare', 'typeset', 'readonly']);

/** Variables of a process command that no env file, no code and no platform is known to set. */
export function unknownVariables({ command, path }: RoleCommand, app: App): Breach[] {
  if (!app.complete || command.variables.length === 0 || declaresElsewhere(app)) return [];
  const text = app.tree.appFiles.get(path)?.text ?? '';
  const set = new Set<string>();
  for (const { assignments, words } of everySimple(command)) {
    for (const { name } of assignments) set.add(name);
    if (!READS_INTO.has(words[0]?.text ?? '')) continue;
    for (const word of words) set.add(/^\w*/.exec(word.text)?.[0] ?? '');
  }
  const known = new Map<string, boolean>();
  const isKnown = (name: string) => {
    const answer = known.get(name) ?? (/^port$/i.test(name) || isKnownVariable(name, app));
    known.set(name, answer);
    return answer;
  };
  return command.variables
    .filter(({ name, hasDefault, range }) => !hasDefault && !set.has(name) && !isEscaped(text, range.start))
    .filter(({ name }) => !isKnown(name))
    .map(({ name, range }) => ({
      range,
      words: { name, default: `\`\${${name}:-…}\`` },
      ...(exampleOf(app) ? { repair: { name } } : {}),
    }));
}

function isEscaped(text: string, at: number): boolean {
  return text[at - 1] === '\\' || text[at - 1] === '$';
}

function exampleOf(app: App) {
  return app.env.find(({ example }) => example);
}

/** An empty entry in the example file. */
export const documentVariable: Fixer = ({ breach }, _text, app) => {
  const name = breach.repair?.name;
  const path = exampleOf(app)?.path;
  const text = path === undefined ? undefined : app.tree.appFiles.get(path)?.text;
  const edit = typeof name === 'string' && text !== undefined ? setEntry(text, name, '') : undefined;
  if (!edit || path === undefined) return [];
  return [{ title: `Document ${name} in ${path}`, kind: 'suggestion', edits: [{ path, ...edit }] }];
};
