import type { ConfigEntry } from '../../../formats/entry';
import type { Breach, EntryCheck, FileView } from '../../../rule';
import { engineOf } from './engines';

function other(entry: ConfigEntry, { path }: FileView, all: readonly ConfigEntry[]): Breach | undefined {
  const here = engineOf(entry.value);
  const keys = entry.keys.map((key) => (key === 'development' ? 'production' : key)).join('.');
  const production = all.find((one) => one.keys.join('.') === keys && one.kind === 'value');
  const there = production && engineOf(production.value);
  if (!production || here === undefined || there === undefined || here === there) return undefined;
  return {
    range: entry.range,
    words: { here, there },
    related: [{ path, range: production.range, message: `${there} in production` }],
  };
}

/** The adapters of Rails, Sequelize and kin, by environment in one file. */
export const otherEngines: readonly EntryCheck[] = [
  {
    files: /(?:^|\/)config\/database\.ya?ml(?:\.(?:example|sample|dist|erb))?$/,
    at: /^development\.(?:\w+\.)?adapter$/,
    breach: (entry, file, _app, all) => other(entry, file, all),
  },
  {
    files: /(?:^|\/)(?:config\/(?:config|database)|database)\.json$/,
    at: /^development\.(?:dialect|driver|client)$/,
    breach: (entry, file, _app, all) => other(entry, file, all),
  },
];
