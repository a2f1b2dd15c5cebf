import type { App } from '../app';
import type { RuntimeKind, RuntimePin, ServiceKind } from '../formats/source';
import { type Drift, driftOf } from './drift';
import { type Placed, runtimesOf, servicesOf, type VersionAt } from './pins';
import { agree } from './version';

export interface RuntimeDrift extends Drift {
  readonly of: RuntimeKind;
}

export interface ServiceDrift extends Drift {
  readonly of: ServiceKind;
}

/** Of these a manifest names the least version that will do. */
const LEAST = new Set<RuntimeKind>(['go', 'rust', 'java']);

const runtimes = new WeakMap<App, readonly RuntimeDrift[]>();
const services = new WeakMap<App, readonly ServiceDrift[]>();

/** The runtimes on whose version the files of an app do not agree; one for each runtime. */
export function runtimeDrifts(app: App): readonly RuntimeDrift[] {
  const known = runtimes.get(app) ?? findRuntimeDrifts(app);
  runtimes.set(app, known);
  return known;
}

function findRuntimeDrifts(app: App): RuntimeDrift[] {
  const pins = runtimesOf(app);
  return [...new Set(pins.map(({ fact }) => fact.runtime))].flatMap((runtime) => {
    const mine = pins.filter(({ fact }) => fact.runtime === runtime);
    const chosen = mine.filter(({ fact }) => fact.for !== 'support').map(versionAt);
    const drift = amongLocal(mine) ?? driftOf(chosen) ?? againstSupport(mine);
    return drift ? [{ ...drift, of: runtime }] : [];
  });
}

function versionAt({ path, fact, isOwn }: Placed<RuntimePin>): VersionAt {
  const { version, range, place } = fact;
  const least = fact.for === 'support' && LEAST.has(fact.runtime) && /^\d/.test(version);
  return { version: least ? `>=${version}` : version, path, range, place, isOwn };
}

/** Files that choose the version on a developer's machine are there once each, and must all say the same. */
function amongLocal(pins: readonly Placed<RuntimePin>[]): Drift | undefined {
  const chosen = pins.filter(
    ({ fact }) => fact.place === 'local' && fact.for === 'run' && fact.runtime !== 'dotnet',
  );
  const folder = ({ path }: { path: string }): string => path.slice(0, path.lastIndexOf('/') + 1);
  for (const one of chosen) {
    const other = chosen.find(
      (two) => folder(two) === folder(one) && !agree(one.fact.version, two.fact.version),
    );
    if (!other || !one.isOwn) continue;
    return { at: versionAt(one), others: [versionAt(other)], isMajor: true };
  }
  return undefined;
}

/** A version that is chosen somewhere, and that the manifest does not allow. */
function againstSupport(pins: readonly Placed<RuntimePin>[]): Drift | undefined {
  const support = pins.filter(({ fact }) => fact.for === 'support').map(versionAt);
  for (const place of ['local', 'ci', 'deploy'] as const) {
    const chosen = pins.filter(({ fact }) => fact.for !== 'support' && fact.place === place);
    const wrong = support.filter(
      (one) => chosen.length > 0 && chosen.every(({ fact }) => !agree(fact.version, one.version)),
    );
    const at = chosen.find(({ isOwn }) => isOwn);
    if (at && wrong.length === support.length && wrong.length > 0)
      return { at: versionAt(at), others: wrong, isMajor: true };
  }
  return undefined;
}

/** The services on whose version, or make, the files of an app do not agree; one for each service. */
export function serviceDrifts(app: App): readonly ServiceDrift[] {
  const known = services.get(app) ?? findServiceDrifts(app);
  services.set(app, known);
  return known;
}

function findServiceDrifts(app: App): ServiceDrift[] {
  const uses = servicesOf(app).filter(({ fact }) => fact.kind !== 'mail' && fact.kind !== 'storage');
  return [...new Set(uses.map(({ fact }) => fact.kind))].flatMap((kind) => {
    const versions = uses.flatMap(({ path, fact, isOwn }): VersionAt[] =>
      fact.kind === kind && fact.version !== undefined
        ? [{ version: fact.version, path, range: fact.range, place: fact.place, isOwn }]
        : [],
    );
    const drift = driftOf(versions);
    return drift ? [{ ...drift, of: kind }] : [];
  });
}
