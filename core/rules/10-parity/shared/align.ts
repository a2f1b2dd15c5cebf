import type { App } from '../../../app';
import type { Drift } from '../../../parity/drift';
import { nameOf } from '../../../parity/names';
import { placeInWords, type VersionAt } from '../../../parity/pins';
import { agree } from '../../../parity/version';
import type { Choice, FileEdit, Fix, Fixer } from '../../../rule';

/** The version that runs in production in the place of all that disagree with it, or another that the user picks. */
export const align =
  (driftsOf: (app: App) => readonly (Drift & { readonly of: string })[]): Fixer =>
  ({ breach: { repair } }, _text, app) => {
    const drift = driftsOf(app).find(({ of }) => of === repair?.of);
    return drift ? fixesOf(drift, app) : [];
  };

function fixesOf(drift: Drift & { readonly of: string }, app: App): Fix[] {
  const all = [drift.at, ...drift.others];
  // Production's first: it is the one to follow.
  const ranked = [...all].sort((a, b) => rank(a) - rank(b));
  const versions = [...new Set(ranked.map(({ version }) => version))].filter((version) =>
    /^v?\d[\w.]*$/.test(version),
  );
  const choices = versions.flatMap((version): Choice[] => {
    const edits = all.filter((one) => !agree(one.version, version)).map((one) => editOf(one, version, app));
    if (edits.length === 0 || edits.includes(undefined)) return [];
    const used = ranked.filter((one) => one.version === version);
    const description = [...new Set(used.map(({ place, path }) => `${placeInWords(place)} (${path})`))].join(
      ', ',
    );
    return [{ label: version, description, edits: edits.flatMap((one) => one ?? []) }];
  });
  const [best] = choices;
  if (!best) return [];
  const name = nameOf(drift.of);
  const direct: Fix = {
    title: `Use ${name} ${best.label} everywhere`,
    kind: 'suggestion',
    edits: best.edits,
  };
  const picked: Fix = { title: `Choose the version of ${name}…`, kind: 'suggestion', edits: [], choices };
  return choices.length > 1 ? [direct, picked] : [direct];
}

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
