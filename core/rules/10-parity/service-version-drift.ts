import type { App } from '../../app';
import { serviceDrifts } from '../../parity/disagreements';
import { nameOf } from '../../parity/names';
import { type Breach, defineRule } from '../../rule';
import { align } from './shared/align';
import { severityOf, toldOf } from './shared/words';

function drifts(path: string, app: App): Breach[] {
  return serviceDrifts(app)
    .filter(({ at }) => at.path === path)
    .map((drift) => ({
      range: drift.at.range,
      words: { name: nameOf(drift.kind), ...toldOf(drift) },
      ...severityOf(drift, drift.kind),
      related: drift.others.map((other) => ({
        path: other.path,
        range: other.range,
        message: `${nameOf(drift.kind)} ${other.version}`,
      })),
      repair: { to: 'service', of: drift.kind },
    }));
}

export default defineRule({
  id: 'parity/service-version-drift',
  title: 'Different versions of a backing service',
  severity: 'warning',
  message:
    '{name} is {version} here and {others}. Use one version everywhere, so that what was tested is what runs.',
  skip: ['test', 'example', 'generated', 'vendored'],
  appFiles: drifts,
  fix: align,
});
