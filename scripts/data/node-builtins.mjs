// The modules that Node itself provides. Run it under a newer Node to add what that has.
import { builtinModules } from 'node:module';
import { writeWords } from './words.mjs';

/** Known by `node:` alone, which `builtinModules` of Node 20 leaves out. */
const PREFIXED = ['node:sea', 'node:sqlite', 'node:test', 'node:test/reporters'];

writeWords(
  'core/manifests/shared/node-builtins.generated.ts',
  'scripts/data/node-builtins.mjs',
  'Modules that Node provides, with subpaths such as `fs/promises`.',
  [...builtinModules, ...PREFIXED],
);
