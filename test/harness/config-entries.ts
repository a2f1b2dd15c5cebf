import assert from 'node:assert/strict';
import formats from '../../core/formats/entries/index.generated';
import type { ConfigEntry, EntryFormat } from '../../core/formats/entry';
import { entryFormatOf } from '../../core/formats/entry-format';
import type { Range } from '../../core/text';

export function formatCalled(id: string): EntryFormat {
  const format = formats.find((one) => one.id === id);
  assert.ok(format, `No format ${id}`);
  return format;
}

/** The entries of the file at a path, checked for what holds of all of them. */
export function entriesOf(path: string, text: string): readonly ConfigEntry[] {
  const format = entryFormatOf(path);
  assert.ok(format, `No format reads ${path}`);
  return soundEntries(format, text);
}

/** Each entry in a line: `a.b = value`, or `a.b: map`. */
export function shown(path: string, text: string): string[] {
  return entriesOf(path, text).map(({ keys, kind, value }) =>
    kind === 'value' ? `${keys.join('.')} = ${value}` : `${keys.join('.')}: ${kind}`,
  );
}

/** What stands at each value, by its keys: the text itself. */
export function written(path: string, text: string): Record<string, string> {
  const values = entriesOf(path, text).filter(({ kind }) => kind === 'value');
  return Object.fromEntries(
    values.map(({ keys, range }) => [keys.join('.'), text.slice(range.start, range.end)]),
  );
}

/** The entries of a text, whose ranges lie in it and in one another. */
export function soundEntries(format: EntryFormat, text: string): readonly ConfigEntry[] {
  const entries = format.entries(text);
  for (const { keys, keyRange, range, whole, kind, value } of entries) {
    const place = `${format.id}: ${keys.join('.')} in ${JSON.stringify(text)}`;
    assert.ok(keys.length > 0, place);
    for (const one of [keyRange, range, whole])
      assert.ok(0 <= one.start && one.start <= one.end && one.end <= text.length, place);
    assert.ok(lies(keyRange, whole) && lies(range, whole), `${place}: not in the whole`);
    if (kind !== 'value') assert.equal(value, '', place);
  }
  return entries;
}

function lies(inner: Range, outer: Range): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}
