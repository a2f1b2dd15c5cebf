import type { App } from '../../../app';
import { entryFormatOf } from '../../../formats/entry-format';
import type { Breach } from '../../../rule';
import type { Range } from '../../../text';
import { engineOf } from './engines';

const PROFILE = /(?:^|\/)resources\/(?:config\/)?application(?:-([\w-]+))?\.(?:properties|ya?ml)$/;
const DEVELOPMENT = /^(?:dev|development|local)$/;
const PRODUCTION = /^(?:prod|production|live)$/;

/** Spring: the database of the profile for developers is another than that of the one for production. */
export function otherProfiles(path: string, app: App): Breach[] {
  if (!DEVELOPMENT.test(PROFILE.exec(path)?.[1] ?? '')) return [];
  const here = engineAt(path, app);
  const folder = path.slice(0, path.lastIndexOf('/'));
  const others = [...app.tree.appFiles.keys()].filter(
    (one) => one.startsWith(`${folder}/`) && PRODUCTION.test(PROFILE.exec(one)?.[1] ?? ''),
  );
  for (const other of others) {
    const there = engineAt(other, app);
    if (!here || !there || here.engine === there.engine) continue;
    const related = [{ path: other, range: there.range, message: `${there.engine} in production` }];
    return [{ range: here.range, words: { here: here.engine, there: there.engine }, related }];
  }
  return [];
}

function engineAt(path: string, app: App): { engine: string; range: Range } | undefined {
  const entries = entryFormatOf(path)?.entries(app.tree.appFiles.get(path)?.text ?? '') ?? [];
  const url = entries.find(
    ({ keys, kind }) => kind === 'value' && keys.join('.') === 'spring.datasource.url',
  );
  const engine = engineOf(
    /^(?:\$\{[^}:]{1,80}:)?jdbc:(?:log4jdbc:|tc:)?([a-z0-9]+):/.exec(url?.value ?? '')?.[1] ?? '',
  );
  return url && engine !== undefined ? { engine, range: url.range } : undefined;
}
