import { ignoreEdit, isIgnored } from '../../fix/ignore-file';
import { defineRule, notAppCode } from '../../rule';
import { eachEnvFile } from '../14-env/shared/files';
import { dockerIgnoreEdit, isCopiedIntoImage } from './shared/docker-ignore';
import { holdsSecrets, secretEntry } from './shared/secret-entries';

const HELD_BACK: ReadonlySet<string> = new Set(['base', 'local', 'mode-local']);

export default defineRule({
  id: 'config/dotenv-not-ignored',
  title: 'Env file that git or Docker takes along',
  severity: 'warning',
  message: '{what} Add {path} to {file}.',
  skip: notAppCode,
  appFiles: eachEnvFile((file, app) => {
    const { path, kind } = file;
    const { tracked } = app.tree;
    const entry = secretEntry(file) ?? file.source.file.entries[0];
    if (!entry || !HELD_BACK.has(kind) || tracked?.has(path)) return [];
    const name = path.slice(path.lastIndexOf('/') + 1);
    // A copy without its repository does not tell what git has.
    if (tracked && !isIgnored(path, app)) {
      const what = 'Git does not ignore this file, so the next commit may take it along.';
      const severity = holdsSecrets(file) ? {} : ({ severity: 'information' } as const);
      const words = { what, path: name, file: '.gitignore' };
      return [
        {
          range: entry.nameRange,
          words,
          ...severity,
          repair: { path, docker: isCopiedIntoImage(path, app) },
        },
      ];
    }
    if (!holdsSecrets(file) || !isCopiedIntoImage(path, app)) return [];
    const what =
      'A Dockerfile copies this whole folder, this file included, so its values end up in the image.';
    const words = { what, path: name, file: '.dockerignore' };
    return [{ range: entry.nameRange, words, repair: { path, docker: true } }];
  }),
  fix: ({ breach: { repair } }, _text, app) => {
    if (typeof repair?.path !== 'string') return [];
    const git = ignoreEdit(repair.path, app);
    const docker = repair.docker === true ? dockerIgnoreEdit(repair.path, app) : undefined;
    const edits = [git, docker].filter((edit) => edit !== undefined);
    const files = edits.map(({ path }) => path).join(' and ');
    return edits.length > 0 ? [{ title: `Add it to ${files}`, kind: 'safe', edits }] : [];
  },
});
