import type { App } from '../../app';
import type { Breach } from '../../rule';
import { defineRule } from '../../rule';
import { otherEngines } from './different-datastore/entries';
import { otherGems, otherServices } from './different-datastore/files';

export default defineRule({
  id: 'parity/different-datastore',
  title: 'Another database in development than in production',
  severity: 'warning',
  message:
    'Development uses {here} and production {there}: what works on the one may fail on the other. Use {there} everywhere.',
  skip: ['test', 'example', 'generated', 'vendored'],
  entries: otherEngines,
  appFiles: (path: string, app: App): Breach[] => [...otherServices(path, app), ...otherGems(path, app)],
});
