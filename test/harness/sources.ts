import type { SourceFacts } from '../../core/formats/source';
import sources from '../../core/formats/sources/index.generated';
import type { Range } from '../../core/text';

export interface ReadSource {
  readonly facts: SourceFacts;
  /** What stands in the text at a range. */
  cut(range: Range): string;
}

/** Reads a text as the one format that takes its path. */
export function readSource(path: string, text: string): ReadSource {
  const format = sources.find((one) => one.matches(path));
  if (!format) throw new Error(`No format reads ${path}`);
  return { facts: format.read(path, text), cut: ({ start, end }) => text.slice(start, end) };
}

/** Each command as `role place: word|word; word`, with its words as they stand in the text. */
export function commandsIn(path: string, text: string): string[] {
  const { facts, cut } = readSource(path, text);
  return facts.commands.map(({ command, role, place }) => {
    const words = command.simple.map((simple) => simple.words.map(({ range }) => cut(range)).join('|'));
    return `${role} ${place?.form}${place?.name === undefined ? '' : ` ${place.name}`}: ${words.join('; ')}`;
  });
}

/** Each variable as `does NAME=value`, both as they stand in the text. */
export function variablesIn(path: string, text: string): string[] {
  const { facts, cut } = readSource(path, text);
  return facts.env.map(({ does, range, valueRange, passed, hasDefault, external }) => {
    const value = valueRange ? `=${cut(valueRange)}` : '';
    const more = [passed ? 'passed' : '', hasDefault ? 'default' : '', external ? 'external' : ''].filter(
      Boolean,
    );
    return [does, cut(range) + value, ...more].join(' ');
  });
}
