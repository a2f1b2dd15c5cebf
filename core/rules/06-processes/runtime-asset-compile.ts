import type { GivenFact } from '../../facts/fact';
import { type Breach, defineRule, notAppCode, notServices } from '../../rule';
import { calls } from './runtime-asset-compile/calls';
import { compilesAtStart, compilingModule } from './runtime-asset-compile/loaders';
import { says } from './shared/apis';
import { isForDevelopment } from './shared/environments';
import { repairing, replacing } from './shared/repairs';

interface Setting {
  readonly name: RegExp;
  readonly owner?: RegExp;
  /** The value that compiles while the app runs, and how the other one is written. */
  readonly on: boolean;
  readonly off: string;
  readonly what: string;
}

const SETTINGS: readonly Setting[] = [
  { name: /^compile$/, owner: /^assets$/, on: true, off: 'false', what: 'The asset pipeline' },
  { name: /^COMPRESS_OFFLINE$/, on: false, off: 'True', what: 'django-compressor' },
  { name: /^ASSETS_(?:AUTO_BUILD|DEBUG)$/, on: true, off: 'False', what: 'Flask-Assets' },
  { name: /^auto_build$/, owner: /^(?:assets|env)$/, on: true, off: 'False', what: 'Flask-Assets' },
  { name: /^SASS_PROCESSOR_ENABLED$/, on: true, off: 'False', what: 'django-sass-processor' },
];

function setting({ holder, value, range }: GivenFact, path: string): Breach | undefined {
  if (value.kind !== 'boolean' || isForDevelopment(path)) return undefined;
  const known = SETTINGS.find(
    ({ name, owner, on }) =>
      name.test(holder.name) && (!owner || owner.test(holder.owner ?? '')) && on === value.value,
  );
  return known && replacing(says(known.what, range), 'Compile in the build stage', range, known.off);
}

export default defineRule({
  id: 'processes/runtime-asset-compile',
  title: 'Assets compiled while the app runs',
  severity: 'warning',
  message:
    '{what} compiles while the app runs, in every process and after every restart. Compile in the build stage and serve the result.',
  skip: notAppCode,
  skipApps: notServices,
  calls,
  notFor: {
    go: 'Assets are embedded when the program is built.',
    rust: 'Assets are embedded when the program is built.',
    shell: 'What a start script compiles is judged as a build step that runs too late.',
  },
  given: {
    names: [
      'assets.compile',
      'COMPRESS_OFFLINE',
      'ASSETS_AUTO_BUILD',
      'ASSETS_DEBUG',
      'auto_build',
      'SASS_PROCESSOR_ENABLED',
    ],
    breach: (fact, { path }) => setting(fact, path),
  },
  imports: {
    suspects: (imported, { path }) =>
      compilingModule(imported.module) !== undefined && !isForDevelopment(path),
    breach: (fact) => {
      const what = compilingModule(fact.import.module);
      return what === undefined ? undefined : says(what, fact.import.range);
    },
  },
  entries: [
    {
      files: /(?:^|\/)config\/assets\.ya?ml$/,
      at: /^package_assets$/,
      breach: ({ value, range }) =>
        /^(?:off|false)$/.test(value)
          ? replacing(says('Jammit', range), 'Package in the build stage', range, 'on')
          : undefined,
    },
    {
      files:
        /(?:^|\/)config\/(?:[^/]+\/)*config(?:_prod)?\.ya?ml$|(?:^|\/)config\/packages\/(?:prod\/)?assetic\.ya?ml$/,
      at: /^assetic\.use_controller$/,
      breach: ({ value, range }) =>
        value === 'true'
          ? replacing(says('Assetic’s controller', range), 'Dump in the build stage', range, 'false')
          : undefined,
    },
  ],
  commands: compilesAtStart,
  fix: repairing,
});
