import type { Range } from '../../../text';
import type { ConfigEntry } from '../../entry';

/** The entries of a configuration file as a tree, which is how most of these files are understood. */
export class ConfigNode {
  readonly entry: ConfigEntry;
  readonly #children = new Map<string, ConfigNode>();

  constructor(entry: ConfigEntry) {
    this.entry = entry;
  }

  get key(): string {
    return this.entry.keys.at(-1) ?? '';
  }

  get keyRange(): Range {
    return this.entry.keyRange;
  }

  /** The text of a value; `''` for a map, a list and an empty value. */
  get value(): string {
    return this.entry.value;
  }

  get range(): Range {
    return this.entry.range;
  }

  get kind(): ConfigEntry['kind'] {
    return this.entry.kind;
  }

  /** A value that is written out; an empty one has the range of its key. */
  get isFilled(): boolean {
    return this.kind === 'value' && this.value !== '';
  }

  /** In the order of the file. */
  get children(): readonly ConfigNode[] {
    return [...this.#children.values()];
  }

  /** What stands below these keys, one after another. */
  at(...keys: readonly string[]): ConfigNode | undefined {
    return keys.reduce<ConfigNode | undefined>((node, key) => node?.child(key), this);
  }

  child(key: string): ConfigNode | undefined {
    return this.#children.get(key);
  }

  /** The value below these keys, where one is written. */
  filled(...keys: readonly string[]): ConfigNode | undefined {
    const found = this.at(...keys);
    return found?.isFilled ? found : undefined;
  }

  /** Of two entries with the same keys the last one counts. */
  put(key: string, node: ConfigNode): void {
    this.#children.set(key, node);
  }
}

const ROOT: ConfigEntry = {
  keys: [],
  keyRange: { start: 0, end: 0 },
  value: '',
  range: { start: 0, end: 0 },
  whole: { start: 0, end: 0 },
  kind: 'map',
};

/** One tree for each document of a text: a new one starts where a key at the top comes up again. */
export function treesOf(entries: readonly ConfigEntry[]): ConfigNode[] {
  const trees: ConfigNode[] = [];
  let root = new ConfigNode(ROOT);
  const open = (): void => {
    root = new ConfigNode(ROOT);
    trees.push(root);
  };
  open();
  for (const entry of entries) {
    if (entry.keys.length === 1 && root.child(entry.keys[0] ?? '')?.kind === entry.kind) open();
    const node = new ConfigNode(entry);
    let above = root;
    for (const [index, key] of entry.keys.slice(0, -1).entries()) above = childOf(above, key, entry, index);
    above.put(entry.keys.at(-1) ?? '', node);
  }
  return trees;
}

/** INI sections and dotted TOML keys have entries below keys that have none of their own. */
function childOf(above: ConfigNode, key: string, entry: ConfigEntry, depth: number): ConfigNode {
  const known = above.child(key);
  if (known) return known;
  const made = new ConfigNode({ ...entry, keys: entry.keys.slice(0, depth + 1), value: '', kind: 'map' });
  above.put(key, made);
  return made;
}

/** The one tree of a text that holds a single document. */
export function treeOf(entries: readonly ConfigEntry[]): ConfigNode {
  return treesOf(entries)[0] ?? new ConfigNode(ROOT);
}
