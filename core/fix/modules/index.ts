import type { App } from '../../app';
import type { Cast, EnvExpression, Family } from '../../language';
import type { FileEdit } from '../../rule';
import type { FixTarget } from '../fixes';
import { readByHabit } from '../habit';
import configObject from './config-object';
import convict from './convict';
import djangoSettings from './django-settings';
import type { EnvModule, ModuleFile, Surroundings, Wanted } from './env-module';
import envalid from './envalid';
import laravelConfig from './laravel-config';
import pydanticSettings from './pydantic-settings';
import { resolves } from './script-imports';
import t3Env from './t3-env';
import zod from './zod';

/** The strict ones first: what they do not know of, code does not get from them. */
const MODULES: readonly EnvModule[] = [
  t3Env,
  zod,
  envalid,
  convict,
  pydanticSettings,
  djangoSettings,
  laravelConfig,
  configObject,
];
/** Nobody writes a longer one by hand. */
const LONGEST = 60_000;

/** Which kind of module for configuration a code file is, if it is one. */
export function envModuleOf(path: string, text: string, family: Family | undefined): string | undefined {
  if (family === undefined || text.length > LONGEST) return undefined;
  return MODULES.find((one) => one.families.includes(family) && one.matches(path, text))?.id;
}

/** A read of a variable by way of a module, with the edits of that module. */
export interface ModuleRead {
  readonly read: EnvExpression;
  readonly edits: readonly FileEdit[];
}

/**
 * The read of a variable by the module in which the app gathers its configuration, with the variable added there.
 * Undefined where there is none, and where the file reads the environment by itself and does not use that module.
 */
export function readByModule(
  target: FixTarget,
  app: App,
  name: string,
  cast: Cast,
  fallback: string | undefined,
): ModuleRead | undefined {
  const { language, path } = target;
  const own = app.files.get(path);
  if (!language || own?.module) return undefined;
  const wanted: Wanted = { name, cast, fallback };
  for (const { module, file } of candidates(target, app)) {
    const importsIt = own?.imports.some((one) => resolves(one, path, file.path)) ?? false;
    const isOnly = module.id === 'laravel-config' || module.id === 'django-settings';
    if (!importsIt && !isOnly && (own?.envReads.length ?? 0) > 0) continue;
    const entry = module.entry(file, wanted, target, surroundings(file, target, app));
    if (entry) return { read: entry.read, edits: entry.edits.map((edit) => ({ path: file.path, ...edit })) };
  }
  return undefined;
}

function candidates({ language, path }: FixTarget, app: App): { module: EnvModule; file: ModuleFile }[] {
  const found = [...app.files.values()].flatMap((file) => {
    const module = MODULES.find(({ id }) => id === file.module?.kind);
    const isApart = file.class !== 'app' || file.path === path || file.family !== language?.family;
    return module && file.module && !isApart
      ? [{ module, file: { path: file.path, text: file.module.text } }]
      : [];
  });
  const rank = ({ module, file }: { module: EnvModule; file: ModuleFile }): number =>
    MODULES.indexOf(module) * 1_000 + (/\/app\.php$/.test(file.path) ? 500 : 0) + file.path.split('/').length;
  return found.sort((a, b) => rank(a) - rank(b));
}

function surroundings(file: ModuleFile, target: FixTarget, app: App): Surroundings {
  const others = [...app.files.values()].filter(({ path }) => path !== file.path);
  return {
    root: app.root,
    isShared: others.some((one) => one.imports.some((imported) => resolves(imported, one.path, file.path))),
    named: new Set(others.flatMap(({ imports }) => imports.filter((one) => !one.startsWith('.')))),
    readIn: (module, { name, cast, fallback }) => {
      const there: FixTarget = { ...target, path: module.path, text: module.text, tree: undefined };
      const plain = target.language?.readEnv(name, cast, fallback, module.text);
      return (
        readByHabit(there, app, name, cast, fallback) ?? plain ?? { text: '', compound: false, edits: [] }
      );
    },
  };
}
