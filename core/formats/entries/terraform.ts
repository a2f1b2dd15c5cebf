import { type ConfigEntry, defineEntryFormat } from '../entry';
import { reading } from '../reading';
import { readDirectives } from './shared/directives';
import { withoutQuotes } from './shared/lines';

/** Terraform and OpenTofu, line by line: blocks in braces and `name = value`; what spans lines is left out. */
export default defineEntryFormat({
  id: 'terraform',
  files: /\.tf(?:vars)?$/,
  comment: ['# ', ''],
  entries(text) {
    const result = reading(() => readDirectives(text, text));
    return 'value' in result ? result.value.map((entry) => assigned(entry, text)) : [];
  },
});

/** The value stands behind an equals sign. */
function assigned(entry: ConfigEntry, text: string): ConfigEntry {
  const sign = /^=\s{0,80}/.exec(entry.value)?.[0].length;
  if (sign === undefined || entry.kind !== 'value') return entry;
  const range = withoutQuotes(text, { start: entry.range.start + sign, end: entry.range.end });
  return { ...entry, range, value: text.slice(range.start, range.end) };
}
