import type { App } from '../../../app';
import type { ServiceKind } from '../../../formats/source';
import type { Dependency } from '../../../manifest';
import { nameOf } from '../../../parity/names';
import { familyOf, placeInWords, servicesOf } from '../../../parity/pins';
import type { Breach } from '../../../rule';
import { engineOf } from './engines';

const DATABASES: ReadonlySet<ServiceKind> = new Set(['postgres', 'mysql', 'mssql', 'oracle', 'mongodb']);

/** Services: the one database of development is none of those of the deploys. */
export function otherServices(path: string, app: App): Breach[] {
  if (!app.sources.some((source) => source.path === path)) return [];
  const uses = servicesOf(app).filter(({ fact }) => DATABASES.has(familyOf(fact.kind)));
  const deployed = uses.filter(({ fact }) => fact.place === 'deploy');
  const local = uses.filter(({ fact }) => fact.place === 'local');
  const kinds = new Set(deployed.map(({ fact }) => familyOf(fact.kind)));
  const agrees = local.some(({ fact }) => kinds.has(familyOf(fact.kind)));
  const [first] = local;
  const [production] = deployed;
  if (!first || !production || agrees || first.path !== path || !first.isOwn) return [];
  const there = nameOf(familyOf(production.fact.kind));
  const here = nameOf(familyOf(first.fact.kind));
  // An app that ships the drivers of both is made to run on either.
  const engines = new Set(app.manifests.flatMap(({ dependencies }) => dependencies.flatMap(shippedEngine)));
  if (engines.has(here) && engines.has(there)) return [];
  return [
    {
      range: first.fact.range,
      words: { here, there },
      related: deployed.map((one) => ({
        path: one.path,
        range: one.fact.range,
        message: `${nameOf(familyOf(one.fact.kind))} ${placeInWords('deploy')}`,
      })),
    },
  ];
}

function shippedEngine({ name, kind }: Dependency): string[] {
  const engine = kind === 'runtime' ? engineOf(name) : undefined;
  return engine === undefined ? [] : [engine];
}

const GEM = /^[ \t]{0,16}gem[ \t(]{1,4}["']([\w-]+)["']/;
const GROUP = /^[ \t]{0,16}group[ \t(]{1,4}([^\n]{1,200})[ \t]do\b/;

/** A Gemfile with one database's driver for development and another's for production. */
export function otherGems(path: string, app: App): Breach[] {
  if (!/(?:^|\/)Gemfile$/.test(path)) return [];
  const drivers: { engine: string; groups: string; range: { start: number; end: number } }[] = [];
  const text = app.tree.appFiles.get(path)?.text ?? '';
  let groups = '';
  let at = 0;
  for (const line of text.split('\n')) {
    const opened = GROUP.exec(line)?.[1];
    const gem = GEM.exec(line);
    const engine = gem && engineOf(gem[1] ?? '');
    if (opened !== undefined) groups = opened;
    else if (/^end\b/.test(line)) groups = '';
    else if (gem && engine !== undefined && engine !== null) {
      const start = at + line.indexOf(gem[1] ?? '');
      const own = /groups?:\s{0,4}([^\n]{1,120})/.exec(line)?.[1] ?? groups;
      drivers.push({ engine, groups: own, range: { start, end: start + (gem[1]?.length ?? 0) } });
    }
    at += line.length + 1;
  }
  const development = drivers.filter((one) => /:development\b/.test(one.groups));
  const production = drivers.filter((one) => /:production\b/.test(one.groups));
  const [here] = development;
  const [there] = production;
  const everywhere = drivers.some((one) => one.groups === '' && one.engine === there?.engine);
  if (!here || !there || everywhere || development.some(({ engine }) => engine === there.engine)) return [];
  return [
    {
      range: here.range,
      words: { here: here.engine, there: there.engine },
      related: [{ path, range: there.range, message: `${there.engine} in production` }],
    },
  ];
}
