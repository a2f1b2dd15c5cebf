import type { Range } from '../text';
import type { Command, SimpleCommand, Word } from './procfile';

/** A command whose words are given one by one and no shell reads, such as Docker's exec form. */
export function commandOfWords(text: string, range: Range, words: readonly Word[]): Command {
  const simple: SimpleCommand = { assignments: [], words, redirects: [], range, operator: undefined };
  return { text, range, simple: words.length > 0 ? [simple] : [], variables: [], substitutions: [] };
}

/** The same command with each offset moved, for texts that stand escaped in their document. */
export function mapCommand(
  command: Command,
  to: (offset: number) => number,
  /** Where a range's end is another place than what starts there. */
  toEnd: (offset: number) => number = to,
): Command {
  const range = ({ start, end }: Range): Range => ({ start: to(start), end: toEnd(end) });
  const word = (from: Word): Word => ({ ...from, range: range(from.range) });
  const named = <T extends { nameRange: Range; range: Range }>(from: T): T => ({
    ...from,
    nameRange: range(from.nameRange),
    range: range(from.range),
  });
  const simple = command.simple.map((from) => ({
    ...from,
    assignments: from.assignments.map((assignment) => ({
      ...named(assignment),
      valueRange: range(assignment.valueRange),
    })),
    words: from.words.map(word),
    redirects: from.redirects.map(({ operator, target, range: whole }) => ({
      operator,
      target: target && word(target),
      range: range(whole),
    })),
    range: range(from.range),
  }));
  return {
    text: command.text,
    range: range(command.range),
    simple,
    variables: command.variables.map(named),
    substitutions: command.substitutions.map((inner) => mapCommand(inner, to, toEnd)),
  };
}
