import type { App, EnvSource } from '../../../app';
import { classifyEnvFile } from '../../../env/cascade';
import { setEntry } from '../../../env/edit';
import type { Breach, Fixer } from '../../../rule';
import { isPlatformVariable } from '../../shared/known-variables';
import { type EnvText, envTextOf, folderOf } from './files';

/** Names that `.env` sets and no example file beside it names, not even in a comment. */
export function missingInExample({ source, path, kind }: EnvText, app: App): Breach[] {
  const examples = beside(path, app, (one) => one.example);
  const example = examples[0];
  if (kind !== 'base' || !example) return [];
  const texts = examples.map(({ path: one }) => app.tree.appFiles.get(one)?.text ?? '').join('\n');
  const named = new Set(texts.match(/[\w.-]+/g) ?? []);
  return breaches(source, named, example.path);
}

/** Names that an example file sets, that code reads, and that no env file beside it sets. */
export function missingInEnv({ source, path, kind }: EnvText, app: App): Breach[] {
  const own = beside(path, app, (one) => !one.example);
  const env = own.find((one) => classifyEnvFile(one.path)?.kind === 'base');
  if (!app.complete || kind !== 'example' || classifyEnvFile(path)?.mode !== undefined || !env) return [];
  const set = new Set(own.flatMap(({ file }) => file.entries.map(({ name }) => name)));
  return breaches(source, set, env.path).filter(({ words }) => app.envReads.has(words?.name ?? ''));
}

function breaches({ file }: EnvSource, there: ReadonlySet<string>, other: string): Breach[] {
  const seen = new Set(there);
  return file.entries.flatMap(({ name, nameRange }) => {
    if (seen.has(name) || isPlatformVariable(name)) return [];
    seen.add(name);
    return [{ range: nameRange, words: { name, other }, repair: { name, other } }];
  });
}

function beside(path: string, app: App, is: (source: EnvSource) => boolean): EnvSource[] {
  const near = app.env.filter(
    (one) => folderOf(one.path) === folderOf(path) && envTextOf(one.path, app) && is(one),
  );
  return near.sort((a, b) => a.path.length - b.path.length);
}

/** The name, with nothing behind its `=`, at the end of the file that lacks it. */
export const addMissing: Fixer = ({ breach }, _text, app) => {
  const { name, other } = breach.repair ?? {};
  if (typeof name !== 'string' || typeof other !== 'string') return [];
  const text = app.tree.appFiles.get(other)?.text;
  const edit = text === undefined ? undefined : setEntry(text, name, '');
  if (!edit) return [];
  return [{ title: `Add ${name} to ${other}`, kind: 'suggestion', edits: [{ path: other, ...edit }] }];
};
