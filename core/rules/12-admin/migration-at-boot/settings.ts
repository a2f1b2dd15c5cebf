import type { App } from '../../../app';
import { isStarted } from '../../../entry/started';
import type { GivenFact } from '../../../facts/fact';
import type { Breach, EntryCheck, FileView } from '../../../rule';
import { says } from '../../06-processes/shared/apis';
import { isForDevelopment, isKeyForDevelopment } from '../../06-processes/shared/environments';
import { replacing } from '../../06-processes/shared/repairs';
import { isAdminFile } from '../shared/migrations';

const SPRING = /(?:^|\/)application[\w.-]*\.(?:properties|ya?ml)$/;
const isProduction = (path: string, keys: readonly string[]): boolean =>
  !isForDevelopment(path) && !isKeyForDevelopment(keys);

export const entries: readonly EntryCheck[] = [
  {
    files: SPRING,
    at: /^spring\.jpa\.(?:hibernate\.ddl-?auto|properties\.hibernate\.hbm2ddl\.auto)$/i,
    breach: ({ value, range, keys }, { path }) =>
      /^(?:update|create|create-drop)$/.test(value) && isProduction(path, keys)
        ? replacing(says(`Hibernate’s ${value}`, range), 'Only validate the schema', range, 'validate')
        : undefined,
  },
  {
    files: /(?:^|\/)(?:persistence|hibernate\.cfg)\.xml$/,
    at: /property\.@value$/,
    breach: (entry, _file, _app, all) => {
      const name = all[all.indexOf(entry) - 1];
      return /^(?:update|create|create-drop)$/.test(entry.value) && /hbm2ddl\.auto$/.test(name?.value ?? '')
        ? replacing(
            says(`Hibernate’s ${entry.value}`, entry.range),
            'Only validate the schema',
            entry.range,
            'validate',
          )
        : undefined;
    },
  },
  {
    files: SPRING,
    at: /^spring\.sql\.init\.mode$/,
    breach: ({ value, range, keys }, { path }) =>
      value === 'always' && isProduction(path, keys)
        ? says('Spring’s SQL initialisation', range, 'information')
        : undefined,
  },
  {
    files: SPRING,
    at: /^%?(?:prod\.)?quarkus\.(?:flyway|liquibase|liquibase-mongodb)(?:\.[\w-]+)?\.migrate-at-start$/,
    breach: ({ value, range, keys }, { path }) =>
      value === 'true' && isProduction(path, keys)
        ? replacing(says('Quarkus’ migration', range), 'Do not migrate at the start', range, 'false')
        : undefined,
  },
  {
    files: SPRING,
    at: /^(?:%prod\.)?quarkus\.hibernate-orm(?:\.[\w-]+)?\.(?:database\.generation|schema-management\.strategy)$/,
    breach: ({ value, range, keys }, { path }) =>
      /^(?:update|create|drop-and-create)$/.test(value) && isProduction(path, keys)
        ? replacing(says(`Hibernate’s ${value}`, range), 'Only validate the schema', range, 'validate')
        : undefined,
  },
];

/** Options that make a library bring the schema up to date when it connects. */
export const OPTIONS = ['synchronize', 'migrationsRun', 'generate_schemas'] as const;

export function option(
  { holder, value, range, argumentOf }: GivenFact,
  file: FileView,
  app: App,
): Breach | undefined {
  if (value.kind !== 'boolean' || !value.value || isAdminFile(file.path)) return undefined;
  const isKnown =
    holder.name === 'generate_schemas'
      ? /register_tortoise$/.test(argumentOf ?? '')
      : file.imports.some(({ module }) => /typeorm/.test(module)) ||
        /TypeOrm|DataSource/.test(argumentOf ?? '');
  if (!isKnown || !isStarted(file.path, app)) return undefined;
  const off = file.family === 'python' ? 'False' : 'false';
  return replacing(says(holder.name, range), `Turn ${holder.name} off`, range, off);
}
