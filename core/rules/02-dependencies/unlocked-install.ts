import type { App } from '../../app';
import type { RoleCommand } from '../../formats/commands';
import type { PackageManager } from '../../lockfile';
import { everySimple, type SimpleCommand } from '../../procfile/procfile';
import { type Breach, defineRule } from '../../rule';
import { oneEdit, withEdit } from '../shared/one-edit';
import { INSTALLS, type OpenInstall } from './unlocked-install/installs';

/** Builds and deploys: elsewhere a developer may well want the newest. */
const STRICT: ReadonlySet<string> = new Set(['build', 'deploy', 'release']);
/** Behind an option the next word may be its value. */
const PACKAGE = /^[\w@./~^*-]+$/;

function open(one: RoleCommand, app: App): Breach[] {
  const { role, command, place } = one;
  // A script of a manifest is called by whoever installs it, and has its place in what calls it.
  if (!(STRICT.has(role) || role === 'ci') || place === undefined || !app.complete) return [];
  // What a developer types may well bring the newest.
  if (place.key === 'recipe' && role !== 'deploy') return [];
  if (/\bCI=(?:1|true)\b/.test(command.text)) return [];
  // Platforms that build say that they are a CI.
  const inCi = role === 'ci' || place.key !== 'RUN';
  const all = everySimple(command);
  return all.flatMap((simple, index): Breach[] => {
    if (isElsewhere(all.slice(0, index), app)) return [];
    const found = INSTALLS.find((install) => isOpen(simple, install, inCi && keepsInCi(install, app)));
    const lock = found && lockOf(found.manager, app);
    const [program, verb] = simple.words;
    if (!found || lock === undefined || !program) return [];
    const instead = insteadOf(found, app);
    const last = verb && found.verb.test(verb.text) && !verb.text.startsWith('-') ? verb : program;
    const range = { start: program.range.start, end: last.range.end };
    const asked = last === program ? program.text : `${program.text} ${last.text}`;
    const words = {
      asked,
      lock,
      instead: 'verb' in instead ? `${program.text} ${instead.verb}` : `${asked} ${instead.option}`,
    };
    const at = 'verb' in instead ? last.range : { start: last.range.end, end: last.range.end };
    const newText = 'verb' in instead ? instead.verb : ` ${instead.option}`;
    const severity = role === 'ci' ? ({ severity: 'information' } as const) : {};
    const breach: Breach = { range, words, ...severity };
    // In the exec form each word has quotes of its own.
    const isPlain = place.form !== 'exec';
    const edit = { title: `Use “${words.instead}”`, safe: false, ...at, newText };
    return [isPlain ? withEdit(breach, edit) : breach];
  });
}

/** After `cd` into what is no folder here, such as a repository that was just cloned. */
function isElsewhere(before: readonly SimpleCommand[], app: App): boolean {
  const gone = before.findLast(({ words }) => words[0]?.text === 'cd')?.words[1];
  const folder = gone?.literal ? gone.text.replace(/^\.\/|\/+$/g, '') : '';
  if (!/^\w[\w./-]*$/.test(folder)) return false;
  for (const path of app.tree.paths)
    if (path.startsWith(`${folder}/`) || path.includes(`/${folder}/`)) return false;
  return true;
}

function isOpen({ words }: SimpleCommand, install: OpenInstall, keeps: boolean): boolean {
  // A variable may bring the option along.
  if (words.some(({ literal }) => !literal)) return false;
  const [program, ...rest] = words.map(({ text }) => text);
  if (!install.program.test(program ?? '') || keeps) return false;
  if (rest.some((word) => install.keeps.test(word))) return false;
  const verb = rest.find((word) => !word.startsWith('-')) ?? '';
  if (!install.verb.test(verb) || (verb !== '' && verb !== rest[0])) return false;
  // What is named is added or brought up to date on purpose.
  const named = rest.slice(verb === '' ? 0 : 1).filter((word) => !word.startsWith('-') && PACKAGE.test(word));
  return named.length === 0 && !rest.some((word) => /^--(?:prefix|cwd|workdir|dir|filter)\b/.test(word));
}

/** The lockfile that the tool would keep to, with its path in the app. */
function lockOf(manager: PackageManager, { locks }: App): string | undefined {
  const path = locks.find((lock) => lock.manager === manager)?.path;
  return path?.slice(path.lastIndexOf('/') + 1);
}

/** Yarn 2 and later call the option by another name. */
function insteadOf({ manager, instead }: OpenInstall, app: App): OpenInstall['instead'] {
  return manager === 'yarn' && isModernYarn(app) ? { option: '--immutable' } : instead;
}

/** Yarn 2 and later keep to the lockfile in CI. https://yarnpkg.com/configuration/yarnrc#enableImmutableInstalls */
function keepsInCi({ manager, keepsInCi }: OpenInstall, app: App): boolean {
  return keepsInCi === true || (manager === 'yarn' && isModernYarn(app));
}

function isModernYarn({ tree }: App): boolean {
  if ([...tree.paths].some((path) => /(?:^|\/)\.yarnrc\.yml$/.test(path))) return true;
  for (const [path, { text }] of tree.appFiles)
    if (/(?:^|\/)package\.json$/.test(path) && /"packageManager"\s{0,9}:\s{0,9}"yarn@[2-9]/.test(text))
      return true;
  return false;
}

export default defineRule({
  id: 'dependencies/unlocked-install',
  title: 'Installation that does not keep to the lockfile',
  severity: 'warning',
  message:
    '“{asked}” may install other versions than {lock} says, so two builds of one commit may differ. Use “{instead}”.',
  skip: ['test', 'example', 'generated', 'vendored'],
  commands: open,
  fix: oneEdit,
});
