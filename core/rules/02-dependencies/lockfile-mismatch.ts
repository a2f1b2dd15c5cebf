import { type Breach, defineRule, notAppCode } from '../../rule';
import { lockOf } from './lockfile-mismatch/lock-of';
import { mismatches } from './lockfile-mismatch/mismatches';
import { lockWanted } from './shared/locking';
import { ownManifest } from './shared/own-manifest';

export default defineRule({
  id: 'dependencies/lockfile-mismatch',
  title: 'Lockfile that disagrees with its manifest',
  severity: 'warning',
  message:
    '{lock} disagrees: {what}. An install that trusts it fails, or brings something else than is declared. Run {command} and commit {lock}.',
  skip: notAppCode,
  appFiles: (path, app) => {
    const manifest = ownManifest(path, app);
    const place = manifest && lockOf(manifest, app);
    if (!manifest || !place) return [];
    const [first, ...others] = mismatches(manifest, place, app);
    if (!first) return [];
    const { lock } = place;
    const breach: Breach = {
      range: first.range,
      words: {
        lock: lock.path.slice(lock.path.lastIndexOf('/') + 1),
        what: first.what,
        command: lockWanted(manifest, app, lock.manager)?.command ?? lock.manager,
      },
      related: [
        ...others.slice(0, 20).map(({ range, what }) => ({ path, range, message: `Here too: ${what}` })),
        { path: lock.path, range: { start: 0, end: 0 }, message: 'The lockfile' },
      ],
    };
    return [breach];
  },
});
