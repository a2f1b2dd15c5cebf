import type { App } from '../../app';
import { runtimeDrifts } from '../../parity/disagreements';
import { nameOf } from '../../parity/names';
import { type Breach, defineRule } from '../../rule';
import { align } from './shared/align';
import { severityOf, toldOf } from './shared/words';

function drifts(path: string, app: App): Breach[] {
  return runtimeDrifts(app)
    .filter(({ at }) => at.path === path)
    .map((drift) => ({
      range: drift.at.range,
      words: { name: nameOf(drift.runtime), ...toldOf(drift) },
      ...severityOf(drift, drift.runtime),
      related: drift.others.map((other) => ({
        path: other.path,
        range: other.range,
        message: `${nameOf(drift.runtime)} ${other.version}`,
      })),
      repair: { to: 'runtime', of: drift.runtime },
    }));
}

export default defineRule({
  id: 'parity/runtime-version-drift',
  title: 'Different versions of the runtime',
  severity: 'warning',
  message:
    '{name} is {version} here and {others}. Use one version everywhere, so that what was tested is what runs.',
  skip: ['test', 'example', 'generated', 'vendored'],
  appFiles: drifts,
  fix: align,
});
