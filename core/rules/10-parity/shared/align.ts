import type { App } from '../../../app';
import { runtimeDrifts, serviceDrifts } from '../../../parity/disagreements';
import type { Drift } from '../../../parity/drift';
import { nameOf } from '../../../parity/names';
import type { VersionAt } from '../../../parity/pins';
import { agree } from '../../../parity/version';
import type { FileEdit, Fix, Fixer } from '../../../rule';

/** One fix for each version that stands somewhere: it in the place of all that disagree with it. */
export const align: Fixer = ({ breach: { repair } }, _text, app) => {
  const kind = String(repair?.of ?? '');
  const drifts: readonly (Drift & { runtime?: string; kind?: string })[] =
    repair?.to === 'runtime' ? runtimeDrifts(app) : serviceDrifts(app);
  const drift = drifts.find((one) => (one.runtime ?? one.kind) === kind);
  if (!drift) return [];
  const all = [drift.at, ...drift.others];
  // Production's first: it is the one to follow.
  const ranked = [...all].sort((a, b) => rank(a) - rank(b));
  const versions = [...new Set(ranked.map(({ version }) => version))].filter((version) =>
    /^v?\d[\w.]*$/.test(version),
  );
  return versions.flatMap((version): Fix[] => {
    const edits = all.filter((one) => !agree(one.version, version)).map((one) => editOf(one, version, app));
    if (edits.length === 0 || edits.includes(undefined)) return [];
    return [
      {
        title: `Use ${nameOf(kind)} ${version} everywhere`,
        kind: 'suggestion',
        edits: edits.flatMap((one) => one ?? []),
      },
    ];
  });
};

function rank({ place }: VersionAt): number {
  return ['deploy', 'ci', 'local'].indexOf(place);
}

/** A range of versions, and what stands otherwise in the file, is for people to change. */
function editOf({ path, range, version: old }: VersionAt, version: string, app: App): FileEdit | undefined {
  const text = app.tree.appFiles.get(path)?.text ?? '';
  if (text.slice(range.start, range.end) !== old || !/^v?\d[\w.]*$/.test(old)) return undefined;
  const bare = version.replace(/^v/, '');
  const isBareYaml =
    /\.ya?ml$/.test(path) && /[\s[,:]/.test(text[range.start - 1] ?? '') && text[range.start - 1] !== ':';
  // YAML would read 3.10 as the number 3.1.
  return {
    path,
    range,
    newText: isBareYaml && /\.\d*0$/.test(bare) ? `'${bare}'` : old.startsWith('v') ? `v${bare}` : bare,
  };
}
