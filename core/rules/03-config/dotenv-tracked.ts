import { defineRule, notAppCode } from '../../rule';
import { eachEnvFile } from '../14-env/shared/files';
import { issuedEntry, secretEntry } from './shared/secret-entries';
import { untrack } from './shared/untrack';

/** Files of deploys that hold no real secrets by their name. */
const HARMLESS = /^(?:test|testing|ci|e2e|dev|development|docker|local-dev)$/;
/** What tests make up is no secret; what a provider issued is one there as well. */
const FOR_TESTS = /^(?:test|testing|ci|e2e)$/;

export default defineRule({
  id: 'config/dotenv-tracked',
  title: 'Env file with a secret in the repository',
  severity: 'warning',
  message:
    'Git tracks this file, and {name} looks like a real secret. Give the value up: change it where it is valid, then run `git rm --cached {file}`.',
  skip: notAppCode,
  appFiles: eachEnvFile((file, app) => {
    const { path, kind, source } = file;
    const mode = path.slice(path.lastIndexOf('.') + 1);
    const entry = FOR_TESTS.test(mode) ? issuedEntry(file) : secretEntry(file);
    if (!entry || kind === 'example' || !app.tree.tracked?.has(source.path)) return [];
    const severity = HARMLESS.test(mode) ? ({ severity: 'information' } as const) : {};
    const words = { name: entry.name, file: path };
    return [{ range: entry.nameRange, words, ...severity, repair: { path } }];
  }),
  fix: untrack,
});
