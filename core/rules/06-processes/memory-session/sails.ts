import type { App } from '../../../app';
import type { Holder, Value } from '../../../facts/fact';
import { property, textOf } from '../../../facts/values';
import type { Breach } from '../../../rule';
import { declaredPackages } from '../../shared/declared';
import { says } from '../shared/apis';

/** Packages that keep the sessions of Sails, which a deploy's own settings may name. */
const STORES = /^(?:@sailshq\/)?connect-(?:redis|mongo|pg-simple|session-\w+)$|^sails-hook-\w*session/;

/** Sails keeps sessions in memory where its settings name no adapter. */
export function sails({ owner }: Holder, value: Value, path: string, app: App): Breach | undefined {
  if (!/(?:^|\/)config\/(?:session|env\/production)\.[cm]?[jt]s$/.test(path)) return undefined;
  const declared = declaredPackages(app, 'npm');
  if (!declared?.has('sails') || value.kind !== 'object' || value.open) return undefined;
  const adapter = property(value, 'adapter');
  if (adapter) return textOf(adapter) === 'memory' ? says('Sails’ memory adapter', adapter.range) : undefined;
  const isWhole = /(?:^|\/)session\./.test(path) && (owner === 'exports' || owner === undefined);
  return isWhole && ![...declared].some((name) => STORES.test(name))
    ? says('Sails without an adapter', value.range, 'information')
    : undefined;
}
