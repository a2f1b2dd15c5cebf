import type { App } from '../../../app';
import type { RoleCommand } from '../../../formats/commands';
import type { VariableUse, Word } from '../../../procfile/procfile';
import type { Breach } from '../../../rule';
import type { Range } from '../../../text';
import { withEdit } from '../../shared/one-edit';

const TYPOS = /^(?:PROT|POTR|OPRT|PRT|POR|PPORT|POORT|PORRT|PORTT|PRORT|PROTT)$/;
const OPTION = /^(?:-p|-b|-l|--port|--bind|--listen|--http-port|--server\.port|-Dserver\.port)$/;
/** Spellings of other shells and tools, at a word's end. */
const FOREIGN = /(?:^|[:=])(\$\(PORT\)|%PORT%|\{\{?PORT\}?\})$/;
const BARE = /(?:^|:)(PORT)$/;

/** What was meant to be `$PORT` and is not. */
export function portTypos({ command, path }: RoleCommand, app: App): Breach[] {
  const text = app.tree.appFiles.get(path)?.text ?? '';
  const set = new Set(command.simple.flatMap(({ assignments }) => assignments.map(({ name }) => name)));
  const found = command.variables.flatMap((use) => {
    if (set.has(use.name)) return [];
    return misspelt(use, text, app) ?? [];
  });
  const words = command.simple.flatMap((simple) =>
    simple.words.flatMap((word, index) => foreign(word, simple.words[index - 1], text) ?? []),
  );
  return [...found, ...words.filter(({ range }) => !found.some((one) => one.range.start === range.start))];
}

function misspelt(use: VariableUse, text: string, app: App): Breach | undefined {
  const written = text.slice(use.range.start, use.range.end);
  if (use.name === 'PORT') {
    if (!written.startsWith('${') || written.endsWith('}')) return undefined;
    const isClean = written === '${PORT';
    return breach(use.range, 'The brace of `${PORT` is open: a shell refuses the command.', isClean);
  }
  const isCase = use.name.toUpperCase() === 'PORT';
  if (!isCase && !TYPOS.test(use.name)) return undefined;
  if (app.env.some(({ file }) => file.entries.some(({ name }) => name === use.name))) return undefined;
  const named = use.nameRange;
  return withEdit(
    { range: use.range, words: { what: `\`$${use.name}\` is not \`$PORT\`: it is empty on a platform.` } },
    { title: 'Use $PORT', safe: false, start: named.start, end: named.end, newText: 'PORT' },
  );
}

function foreign(word: Word, before: Word | undefined, text: string): Breach | undefined {
  if (word.text.length > 200) return undefined;
  const written = text.slice(word.range.start, word.range.end);
  const found =
    FOREIGN.exec(written)?.[1] ?? (follows(before, word) ? BARE.exec(optionValue(written))?.[1] : undefined);
  if (found === undefined) return undefined;
  const range = { start: word.range.end - found.length, end: word.range.end };
  return breach(range, `\`${found}\` is not how a shell reads the variable: write \`$PORT\`.`, true);
}

/** `--port PORT`, `--port=PORT`, `--bind :PORT`. */
function follows(before: Word | undefined, word: Word): boolean {
  const equals = word.text.indexOf('=');
  return OPTION.test(equals < 0 ? (before?.text ?? '') : word.text.slice(0, equals));
}

function optionValue(written: string): string {
  return written.slice(written.indexOf('=') + 1);
}

function breach(range: Range, what: string, fixable: boolean): Breach {
  const edit = { title: 'Use $PORT', safe: false, ...range, newText: '$PORT' };
  return withEdit({ range, words: { what } }, fixable ? edit : undefined);
}
