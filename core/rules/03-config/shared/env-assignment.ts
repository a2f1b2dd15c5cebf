import type { App } from '../../../app';
import type { CallFact, StringFact } from '../../../facts/fact';
import type { Api, Breach, FileView, Rule } from '../../../rule';
import { isOwnVariable } from './variables';

/** Where languages keep the environment, as the owner of what is assigned. */
const OWNER = /^(?:env|environ|ENV|_ENV)$/;

/** `process.env.X = 'literal'`, `os.environ['X'] = "literal"`, `ENV['X'] = 'literal'`. */
export function assigned(
  { holder, value, fallback, enclosure }: StringFact,
  file: FileView,
  app: App,
): Breach | undefined {
  if (holder?.kind !== 'attribute' || !OWNER.test(holder.owner ?? '') || fallback) return undefined;
  const name = holder.name.replace(/^\[|\]$/g, '');
  // Under a condition it is set for some case, such as an option or a value that is missing.
  if (enclosure.inTest || enclosure.inBranch || value.kind !== 'string' || !isSettable(name, value.text, app))
    return undefined;
  // What reads it as well puts it back, or asks first whether it is set.
  if (app.files.get(file.path)?.envReads.includes(name)) return undefined;
  return isScript(file.path) ? undefined : { range: value.range, words: { name } };
}

function isSettable(name: string, value: string, app: App): boolean {
  return value !== '' && isOwnVariable(name) && isOfApp(name, app);
}

/** Whether code of the workspace folder reads a variable or a file sets it: what only a library reads is not the app's. */
function isOfApp(name: string, app: App): boolean {
  const known = app.tree.variables.get(name);
  const uses = [known?.set, known?.documented, known?.read, app.variables.get(name)?.readers];
  return uses.some((list) => list && list.length > 0) || app.envReads.has(name);
}

/** What starts a program may set the stage for it. */
function isScript(path: string): boolean {
  return /(?:^|\/)(?:manage|wsgi|asgi|celery|conftest|setup|settings_test|tasks)\.py$|(?:^|\/)(?:bin|scripts?|cli|tasks)\//.test(
    path,
  );
}

function setter(calls: readonly string[], global = false): Api {
  return {
    calls,
    global,
    breach(call: CallFact, file: FileView, app: App): Breach | undefined {
      if (call.enclosure.inBranch) return undefined;
      const [name, value] = call.args.map((argument) => argument.value);
      const read = name?.kind === 'string' ? name.text : undefined;
      const given = value?.kind === 'string' ? value : undefined;
      const [joined = '', rest] = (read ?? '').split('=', 2);
      if (call.args.length === 1 && rest !== undefined && name && isSettable(joined, rest, app))
        return isScript(file.path) ? undefined : { range: name.range, words: { name: joined } };
      if (!read || !given || !isSettable(read, given.text, app) || isScript(file.path)) return undefined;
      return { range: given.range, words: { name: read } };
    },
  };
}

/** Calls that set a variable for the whole process. */
export const setters: NonNullable<Rule['calls']> = {
  python: [setter(['os.putenv'])],
  php: [setter(['putenv'], true)],
  go: [setter(['os.Setenv'])],
  csharp: [setter(['System.Environment.SetEnvironmentVariable', 'Environment.SetEnvironmentVariable'], true)],
  rust: [setter(['std::env::set_var', 'std.env.set_var'], true)],
};
