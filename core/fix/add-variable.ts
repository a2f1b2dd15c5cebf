import type { App, EnvSource } from '../app';
import { classifyEnvFile } from '../env/cascade';
import { setEntry } from '../env/edit';
import { nearestFirst } from '../env/graph';
import type { FileEdit, Fix } from '../rule';
import { ignoreEdit } from './ignore-file';

function sources({ env, envAbove }: App): EnvSource[] {
  return [...env, ...envAbove];
}

/** The `.env` that an app's code would load, and the example file that documents its variables, each the nearest. */
export function envFilesFor(path: string, app: App): { env?: EnvSource; example?: EnvSource } {
  const near = nearestFirst(sources(app), path);
  const env = near.find((one) => classifyEnvFile(one.path)?.kind === 'base');
  const example = near.find((one) => one.example && classifyEnvFile(one.path)?.mode === undefined);
  return { ...(env ? { env } : {}), ...(example ? { example } : {}) };
}

/** Whether an example file speaks of a name, even in a comment. */
export function isDocumented(name: string, app: App): boolean {
  if ((app.variables.get(name)?.documented.length ?? 0) > 0) return true;
  const mention = new RegExp(`(?<![\\w])${name}(?![\\w])`);
  return sources(app).some(({ path, example }) => {
    return example && mention.test(app.tree.appFiles.get(path)?.text ?? '');
  });
}

/** An entry without a value at the end of an env file. */
export function addTo(path: string, name: string, app: App): Fix | undefined {
  const text = app.tree.appFiles.get(path)?.text;
  const edit = text === undefined ? undefined : setEntry(text, name, '');
  const edits: FileEdit[] = edit ? [{ path, ...edit }] : [];
  return edits.length > 0 ? { title: `Add ${name} to ${path}`, kind: 'suggestion', edits } : undefined;
}

/**
 * The edits that make a new variable known to the app of a file: an entry without a value in its `.env`, which is made
 * and kept out of git where there is none, and one in its example file. None where both know it.
 */
export function declareVariable(name: string, path: string, app: App): FileEdit[] {
  const { env, example } = envFilesFor(path, app);
  const isSet = (app.variables.get(name)?.set.length ?? 0) > 0;
  const documented = example && !isDocumented(name, app) ? addTo(example.path, name, app)?.edits : undefined;
  if (env) return [...((!isSet && addTo(env.path, name, app)?.edits) || []), ...(documented ?? [])];
  if (isSet || example) return [...(documented ?? [])];
  const fresh = app.root === '' ? '.env' : `${app.root}/.env`;
  const entry = setEntry('', name, '');
  const ignored = ignoreEdit(fresh, app);
  return entry ? [{ path: fresh, ...entry, create: true }, ...(ignored ? [ignored] : [])] : [];
}
