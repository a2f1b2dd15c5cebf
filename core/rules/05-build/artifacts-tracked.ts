import type { App } from '../../app';
import { ignoreEdit, isIgnored } from '../../fix/ignore-file';
import { type Breach, defineRule } from '../../rule';
import { fileStart } from '../shared/file-start';
import { artifactOf } from './artifacts-tracked/artifacts';

/** Told once, at the ignore file of the app that would have kept them out, or else at its manifest. */
function tracked(path: string, app: App): Breach[] {
  const root = app.root === '' ? '' : `${app.root}/`;
  const hasIgnoreFile = app.tree.appFiles.has(`${root}.gitignore`);
  if (path !== (hasIgnoreFile ? `${root}.gitignore` : app.manifests[0]?.path) || !app.tree.tracked) return [];
  for (const file of app.tree.tracked) {
    const found = file.startsWith(root) ? artifactOf(file.slice(root.length), app) : undefined;
    // What is ignored already needs no line here; that git still tracks it is for its own commands.
    if (found === undefined || isIgnored(file, app)) continue;
    const text = app.tree.appFiles.get(path)?.text ?? '';
    const end = text.trimEnd().length;
    const start = text.lastIndexOf('\n', end - 1) + 1;
    const words = { file, found, where: hasIgnoreFile ? 'here' : 'to a .gitignore' };
    const range = hasIgnoreFile ? { start, end } : fileStart(path, app);
    return [{ range, words, repair: { path: `${root}${found}` } }];
  }
  return [];
}

export default defineRule({
  id: 'build/artifacts-tracked',
  title: 'Build output in the repository',
  severity: 'hint',
  message:
    'Git tracks {file}, which a build makes. Add “{found}” {where} and run `git rm -r --cached {found}`, so that the build alone makes it.',
  skip: [],
  appFiles: tracked,
  fix: ({ breach: { repair } }, _text, app) => {
    const edit = typeof repair?.path === 'string' ? ignoreEdit(repair.path, app) : undefined;
    return edit ? [{ title: 'Ignore what the build makes', kind: 'safe', edits: [edit] }] : [];
  },
});
