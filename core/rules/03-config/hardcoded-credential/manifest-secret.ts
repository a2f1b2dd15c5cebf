import type { ConfigEntry } from '../../../formats/entry';
import { type ConfigNode, treesOf } from '../../../formats/sources/shared/tree';
import { textOfBase64 } from '../../../values/base64';

const known = new WeakMap<readonly ConfigEntry[], ReadonlySet<ConfigEntry>>();

/** Whether an entry is a value of a `Secret` manifest of Kubernetes; sealed ones are of another kind. */
export function isOfSecret(entry: ConfigEntry, all: readonly ConfigEntry[]): boolean {
  return /^(?:data|stringData)$/.test(entry.keys.at(-2) ?? '') && valuesOfSecrets(all).has(entry);
}

/** What such an entry holds; undefined where it is encrypted, filled by a template or no text. */
export function heldBySecret({ keys, value }: ConfigEntry): string | undefined {
  return keys.at(-2) === 'data' ? textOfBase64(value)?.trim() : value;
}

/** A `List` holds manifests of its own. */
function itemsOf(tree: ConfigNode): readonly ConfigNode[] {
  return /List$/.test(tree.child('kind')?.value ?? '') ? (tree.child('items')?.children ?? []) : [];
}

function valuesOfSecrets(all: readonly ConfigEntry[]): ReadonlySet<ConfigEntry> {
  const read = known.get(all);
  if (read) return read;
  const manifests = treesOf(all).flatMap((tree) => [tree, ...itemsOf(tree)]);
  const secrets = manifests.filter((tree) => tree.child('kind')?.value === 'Secret');
  const values = secrets.flatMap((tree) =>
    ['data', 'stringData'].flatMap((key) => tree.child(key)?.children ?? []),
  );
  const found = new Set(values.map(({ entry }) => entry));
  known.set(all, found);
  return found;
}
