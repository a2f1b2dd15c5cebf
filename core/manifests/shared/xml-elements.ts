import xml from '../../formats/entries/xml';
import type { ConfigEntry } from '../../formats/entry';
import type { Range } from '../../text';

/** One element of an XML manifest with what it says of itself: its attributes and its children that hold text. */
export interface XmlElement {
  readonly path: string;
  readonly range: Range;
  /** Attributes as `@name`, children by their names; the first of each. */
  readonly said: ReadonlyMap<string, ConfigEntry>;
}

/** The elements whose path, joined by dots, ends as asked: `dependencies.dependency`. */
export function elementsAt(entries: readonly ConfigEntry[], path: string): XmlElement[] {
  return entries.flatMap((entry, index) => {
    const keys = entry.keys.join('.');
    if (keys !== path && !keys.endsWith(`.${path}`)) return [];
    return [{ path: keys, range: entry.whole, said: saidIn(entries, index, entry) }];
  });
}

export function readXml(text: string): readonly ConfigEntry[] {
  return xml.entries(text);
}

function saidIn(
  entries: readonly ConfigEntry[],
  index: number,
  element: ConfigEntry,
): Map<string, ConfigEntry> {
  const said = new Map<string, ConfigEntry>();
  const depth = element.keys.length + 1;
  for (let at = index + 1; at < entries.length; at++) {
    const entry = entries[at];
    if (!entry || entry.keys.length < depth || entry.range.start > element.whole.end) break;
    const name = entry.keys[depth - 1];
    if (entry.keys.length === depth && name !== undefined && !said.has(name)) said.set(name, entry);
  }
  return said;
}
