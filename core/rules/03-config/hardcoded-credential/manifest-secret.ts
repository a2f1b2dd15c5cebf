import type { ConfigEntry } from '../../../formats/entry';
import { treesOf } from '../../../formats/sources/shared/tree';
import { textOfBase64 } from '../../../values/base64';

const known = new WeakMap<readonly ConfigEntry[], ReadonlySet<ConfigEntry>>();

/** Whether an entry is a value of a `Secret` manifest of Kubernetes; sealed ones are of another kind. */
export function isOfSecret(entry: ConfigEntry, all: readonly ConfigEntry[]): boolean {
  const [top = ''] = entry.keys;
  return entry.keys.length === 2 && /^(?:data|stringData)$/.test(top) && valuesOfSecrets(all).has(entry);
}

/** What such an entry holds; undefined where it is encrypted, filled by a template or no text. */
export function heldBySecret({ keys, value }: ConfigEntry): string | undefined {
  return keys[0] === 'data' ? textOfBase64(value)?.trim() : value;
}

function valuesOfSecrets(all: readonly ConfigEntry[]): ReadonlySet<ConfigEntry> {
  const read = known.get(all);
  if (read) return read;
  const secrets = treesOf(all).filter((tree) => tree.child('kind')?.value === 'Secret');
  const values = secrets.flatMap((tree) =>
    ['data', 'stringData'].flatMap((key) => tree.child(key)?.children ?? []),
  );
  const found = new Set(values.map(({ entry }) => entry));
  known.set(all, found);
  return found;
}
