import fc from 'fast-check';

/** What a configuration file is made to say: maps in maps, and values at the ends. */
export type ConfigTree = ReadonlyMap<string, ConfigTree | string>;

const name = fc.stringMatching(/^[a-z][a-z0-9]{0,5}$/);
const value = fc.stringMatching(/^[A-Za-z0-9/_😀][A-Za-z0-9/_. é-]{0,10}[A-Za-z0-9/_]$/u);

/** Trees of at least one value, whose names and values every format can hold unquoted. */
export function configTree(depth: number): fc.Arbitrary<ConfigTree> {
  const child: fc.Arbitrary<ConfigTree | string> =
    depth <= 1
      ? value
      : fc.oneof({ weight: 2, arbitrary: value }, { weight: 1, arbitrary: configTree(depth - 1) });
  return fc
    .uniqueArray(fc.tuple(name, child), { minLength: 1, maxLength: 4, selector: ([key]) => key })
    .map((pairs) => new Map(pairs));
}

/** Trees of sections that hold values. */
export const configSections: fc.Arbitrary<ConfigTree> = fc
  .uniqueArray(fc.tuple(name, configTree(1)), { minLength: 1, maxLength: 4, selector: ([key]) => key })
  .map((pairs) => new Map(pairs));

/** Each value of a tree by its keys, joined by dots. */
export function valuesOf(tree: ConfigTree, above: readonly string[] = []): Record<string, string> {
  const values: Record<string, string> = {};
  for (const [key, child] of tree) {
    const keys = [...above, key];
    if (typeof child === 'string') values[keys.join('.')] = child;
    else Object.assign(values, valuesOf(child, keys));
  }
  return values;
}
