import type { App } from '../../../app';
import type { EnvEntry } from '../../../env/env-file';
import { parseEnv } from '../../../env/parse';
import { type Reader, whoDiffers } from '../../../env/readers';
import type { Breach, Fixer } from '../../../rule';
import { type EnvText, writtenValue } from './files';
import { unquoted } from './quotes';
import { straySpace } from './space';

/** An entry whose value some reader takes for another, where no other rule of this room says why. */
export function differences(entry: EnvEntry, file: EnvText, app: App): Breach | undefined {
  const { range, valueRange, value, quote, exported } = entry;
  const written = writtenValue(entry, file);
  if (written === '' || written.includes('\n') || exported || file.source.example) return undefined;
  if (file.text[entry.nameRange.end] === ':') return undefined;
  if (unquoted(entry, file, app) || straySpace(entry, file.text)) return undefined;
  const line = file.text.slice(range.start, valueRange.end);
  // What asks to be replaced is no value yet.
  if (/^<[^<>]*>$/.test(value.reveal())) return undefined;
  // A reference is meant to be replaced, by those who do so.
  if (/[$]\{?[A-Za-z_]/.test(written) && quote !== "'") return undefined;
  const who = whoDiffers(line, value.reveal()).map(({ reader }) => reader);
  if (who.length === 0) return undefined;
  const better = spelling(entry, file);
  const todo =
    better === undefined ? 'Write it in a way that all read alike.' : `Put it in ${better.name} quotes.`;
  const words = { who: inWords(who), todo };
  if (!better) return { range: valueRange, words };
  return {
    range: valueRange,
    words,
    repair: { sign: better.sign, name: better.name, quoted: quote !== undefined },
  };
}

/** Two edits, at the ends, so that the value itself stands in none. */
export const quoteOtherwise: Fixer = ({ path, range, breach: { repair } }) => {
  const { sign, name, quoted } = repair ?? {};
  if (typeof sign !== 'string') return [];
  const width = quoted === true ? 1 : 0;
  const edits = [
    { path, range: { start: range.start, end: range.start + width }, newText: sign },
    { path, range: { start: range.end - width, end: range.end }, newText: sign },
  ];
  return [{ title: `Put the value in ${name} quotes`, kind: 'suggestion', edits }];
};

/** The quotes in which all readers agree; none where `dotenv` itself would read another value then. */
function spelling({ name, value, quote }: EnvEntry, file: EnvText) {
  const plain = value.reveal();
  for (const one of [
    { sign: "'", name: 'single' },
    { sign: '"', name: 'double' },
  ]) {
    if (one.sign === quote || plain.includes(one.sign) || /[\r\n]/.test(plain)) continue;
    const line = `${name}=${one.sign}${plain}${one.sign}`;
    const [again] = parseEnv(line).entries;
    const isWritten = file.text.includes(plain);
    if (isWritten && again?.value.reveal() === plain && whoDiffers(line, plain).length === 0) return one;
  }
  return undefined;
}

function inWords(readers: readonly Reader[]): string {
  const last = readers.at(-1) ?? '';
  const all = readers.length > 1 ? `${readers.slice(0, -1).join(', ')} and ${last}` : last;
  const verb = readers.length > 1 ? 'do' : 'does';
  return `${all.charAt(0).toUpperCase()}${all.slice(1)} ${verb}`;
}
