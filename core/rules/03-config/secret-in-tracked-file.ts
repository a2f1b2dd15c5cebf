import { type Breach, defineRule, type FileView, type Severity } from '../../rule';
import { levelOf } from './hardcoded-credential/level';
import { KINDS, type SecretKind } from './secret-in-tracked-file/kinds';
import { untrack } from './shared/untrack';

export default defineRule({
  id: 'config/secret-in-tracked-file',
  title: 'Key or credentials file in the repository',
  severity: 'error',
  message:
    'Git tracks this file, and it holds {holds} for everyone who can read the repository. Replace that where it is in use, then run `git rm --cached {file}`.',
  skip: ['generated', 'vendored'],
  secret: true,
  files: {
    files: KINDS.flatMap(({ files }) => files),
    // It says more of the same: what to do with the file.
    instead: ['config/known-token-format', 'config/hardcoded-credential', 'config/credential-in-url'],
    breaches: (text, file, app) => {
      if (!app.tree.tracked?.has(file.path)) return [];
      for (const kind of KINDS) {
        if (!kind.files.some((files) => files.test(file.path))) continue;
        const range = kind.find(text, file.path);
        const severity = range && severityOf(kind, file);
        if (range && severity) return [breachOf(range, severity, kind, file)];
      }
      return [];
    },
  },
  fix: untrack,
});

/** Files that are made anew for every machine, or shown to everyone. */
const HARMLESS = /snake-?oil|self-?signed|dummy|fake|mock|insecure|vagrant/i;

/** By its place, as any credential. In tests and guides it is for the rules of what stands in it to say. */
function severityOf({ isLocked }: SecretKind, file: FileView): Severity | undefined {
  const level = levelOf('certain', '', '', file);
  if (level !== 'error') return level;
  if (HARMLESS.test(file.path)) return 'information';
  return isLocked ? 'warning' : level;
}

function breachOf(
  range: Breach['range'],
  severity: Severity,
  { holds }: SecretKind,
  { path }: FileView,
): Breach {
  return { range, severity, words: { holds, file: path }, repair: { path } };
}
