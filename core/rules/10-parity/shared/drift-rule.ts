import type { App } from '../../../app';
import type { RuntimeDrift, ServiceDrift } from '../../../parity/disagreements';
import { nameOf } from '../../../parity/names';
import { type Breach, defineRule, type Rule } from '../../../rule';
import { align } from './align';
import { severityOf, toldOf } from './words';

/** A rule about versions of one kind of thing; each disagreement is told once, with all places as related ones. */
export function driftRule(
  { id, title }: Pick<Rule, 'id' | 'title'>,
  driftsOf: (app: App) => readonly (RuntimeDrift | ServiceDrift)[],
): Rule {
  return defineRule({
    id,
    title,
    severity: 'warning',
    message:
      '{name} is {version} here and {others}. Use one version everywhere, so that what was tested is what runs.',
    skip: ['test', 'example', 'generated', 'vendored'],
    appFiles: (path, app) =>
      driftsOf(app)
        .filter(({ at }) => at.path === path)
        .map(breachOf),
    fix: align(driftsOf),
  });
}

function breachOf(drift: RuntimeDrift | ServiceDrift): Breach {
  const name = nameOf(drift.of);
  return {
    range: drift.at.range,
    words: { name, ...toldOf(drift) },
    ...severityOf(drift, drift.of),
    related: drift.others.map(({ path, range, version }) => ({ path, range, message: `${name} ${version}` })),
    repair: { of: drift.of },
  };
}
