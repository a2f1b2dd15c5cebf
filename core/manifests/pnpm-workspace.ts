import yaml from '../formats/entries/yaml';
import type { ConfigEntry } from '../formats/entry';
import { type Dependency, defineManifest } from '../manifest';
import { emptyManifest } from './shared/empty';

/** pnpm's workspace: its members, its catalogs of versions, and its overrides. https://pnpm.io/pnpm-workspace_yaml */
export default defineManifest({
  id: 'pnpm-workspace',
  ecosystem: 'npm',
  files: /(?:^|\/)pnpm-workspace\.yaml$/,
  parse(path, text) {
    const entries = yaml.entries(text).filter(({ kind }) => kind === 'value');
    return {
      ...emptyManifest(path, 'npm', 'pnpm-workspace'),
      workspaces: entries.flatMap(({ keys, value }) =>
        keys[0] === 'packages' && keys.length === 2 ? [value] : [],
      ),
      overrides: entries.flatMap((entry) => versionIn(entry)),
      traits: new Set(['tooling-only'] as const),
    };
  },
  declare: () => undefined,
});

/** A version of `catalog`, of one of `catalogs`, or of `overrides`. */
function versionIn({ keys, keyRange, value, range }: ConfigEntry): Dependency[] {
  const [section, first, second] = keys;
  const inCatalog = section === 'catalog' || section === 'overrides';
  const name = inCatalog && keys.length === 2 ? first : section === 'catalogs' ? second : undefined;
  if (name === undefined || keys.length > 3) return [];
  return [
    {
      name,
      nameRange: keyRange,
      version: value,
      versionRange: range,
      kind: 'runtime',
      section: keys.slice(0, -1).join('.'),
    },
  ];
}
