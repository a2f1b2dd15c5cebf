import { defineRule, notAppCode } from '../../rule';
import { eachEnvFile } from '../14-env/shared/files';
import { secretEntry } from './shared/secret-entries';

/** Files that hold the values of this machine. */
const OWN: ReadonlySet<string> = new Set(['base', 'local', 'mode-local']);

export default defineRule({
  id: 'config/dotenv-readable',
  title: 'Env file that every user of the machine may read',
  severity: 'information',
  message:
    'Every user of this machine may read this file, and {name} looks like a secret. Run `chmod 600 {file}`.',
  skip: notAppCode,
  appFiles: eachEnvFile((file, app) => {
    const { exposed, tracked } = app.tree;
    const entry = secretEntry(file);
    if (!entry || !OWN.has(file.kind) || !exposed.has(file.path)) return [];
    // What git tracks all may read anyhow, and a copy without its repository does not tell what that is.
    if (!tracked || tracked.has(file.path)) return [];
    const words = { name: entry.name, file: file.path };
    return [{ range: entry.nameRange, words, repair: { path: file.path } }];
  }),
  fix: ({ breach: { repair } }) => {
    const { path } = repair ?? {};
    if (typeof path !== 'string') return [];
    const run = { does: 'restrict', path } as const;
    return [{ title: 'Let only its owner read it (chmod 600)', kind: 'safe', edits: [], run }];
  },
});
