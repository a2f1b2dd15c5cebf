import { asObject } from './versions';

const SECTIONS = ['dependencies', 'devDependencies', 'optionalDependencies', 'peerDependencies'];

/** The packages with their ranges that a part of a lockfile lists as a package.json does. */
export function rangesIn(value: unknown): Map<string, string> {
  const ranges = new Map<string, string>();
  for (const section of SECTIONS) {
    for (const [name, range] of Object.entries(asObject(asObject(value)[section])))
      if (typeof range === 'string') ranges.set(name, range);
  }
  return ranges;
}
