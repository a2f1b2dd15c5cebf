import type { App } from '../../../app';
import type { Fact, GivenFact, StringFact } from '../../../facts/fact';
import { property, textOf } from '../../../facts/values';
import type { Breach, FileView } from '../../../rule';
import { serverDriver } from '../../shared/server-driver';
import { engineOf } from './engines';

/** Files of Knex, Sequelize and TypeORM with one entry for each environment. */
const BY_ENVIRONMENT =
  /(?:^|\/)(?:knexfile|(?:config|database|db|ormconfig)(?:\/(?:config|database|index))?)\.[cm]?[jt]s$/;
const KEYS = ['client', 'dialect', 'type', 'adapter'];

/** `development: { client: 'sqlite3' }` beside `production: { client: 'pg' }`. */
export function otherByEnvironment(facts: readonly Fact[], { path }: FileView): Breach[] {
  if (!BY_ENVIRONMENT.test(path)) return [];
  const of = (name: string): GivenFact | undefined =>
    facts.find((fact): fact is GivenFact => fact.kind === 'given' && fact.holder.name === name);
  const [here, there] = [engineIn(of('development')), engineIn(of('production'))];
  if (!here || !there || here.engine === there.engine) return [];
  return [
    {
      range: here.range,
      words: { here: here.engine, there: there.engine },
      related: [{ path, range: there.range, message: `${there.engine} in production` }],
    },
  ];
}

function engineIn(fact: GivenFact | undefined) {
  for (const key of KEYS) {
    const value = property(fact?.value, key);
    const engine = engineOf(textOf(value) ?? '');
    if (value && engine !== undefined) return { engine, range: value.range };
  }
  return undefined;
}

/** `os.environ.get('DATABASE_URL') or 'sqlite:///app.db'` in an app that ships the driver of one other database. */
export function fileAsDefault(fact: StringFact, _file: FileView, app: App): Breach | undefined {
  const { text, range } = fact.value;
  if (!fact.fallback || !/^sqlite(?:\+\w+)?:\/\//.test(text) || /:memory:/.test(text)) return undefined;
  const there = serverDriver(app);
  return there === undefined
    ? undefined
    : { range, words: { here: 'SQLite', there }, severity: 'information' };
}
