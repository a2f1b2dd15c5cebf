import type { App } from '../../app';
import type { Breach } from '../../rule';
import { defineRule } from '../../rule';
import { fileAsDefault, otherByEnvironment } from './different-datastore/code';
import { otherEngines } from './different-datastore/entries';
import { otherGems, otherServices } from './different-datastore/files';
import { otherProfiles } from './different-datastore/profiles';

export default defineRule({
  id: 'parity/different-datastore',
  title: 'Another database in development than in production',
  severity: 'warning',
  message:
    'Development uses {here} and production {there}: what works on the one may fail on the other. Use {there} everywhere.',
  skip: ['test', 'example', 'generated', 'vendored'],
  given: { names: ['development', 'production'], breach: () => undefined },
  whole: otherByEnvironment,
  strings: { containing: ['sqlite://'], breach: fileAsDefault },
  entries: otherEngines,
  appFiles: (path: string, app: App): Breach[] => [
    ...otherServices(path, app),
    ...otherGems(path, app),
    ...otherProfiles(path, app),
  ],
  notFor: {
    ruby: 'Rails names its databases in config/database.yml and in the Gemfile.',
    php: 'Laravel and Symfony take the connection from the environment.',
    java: 'Spring names its databases in configuration files, one for each profile.',
    go: 'A program that opens either is made to run on either.',
    csharp: 'A program that opens either is made to run on either.',
    rust: 'A program that opens either is made to run on either.',
    shell: 'A script opens no database.',
  },
});
