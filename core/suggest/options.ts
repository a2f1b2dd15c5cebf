import { guideOf } from '../guide-of';
import type { Word } from '../procfile/procfile';
import type { ProgramGuide, ProgramOption } from '../program-guide';
import type { Proposal } from './commands';

/** The options of the program that the words before the cursor start, but for those that they give already. */
export function optionsFor(before: readonly Word[], typed: string): Proposal[] {
  const started = guideOf({ words: before });
  if (!started || (typed !== '' && !typed.startsWith('-'))) return [];
  const { guide, at } = started;
  const given = new Set(before.slice(at).map(({ text }) => text.split('=', 1)[0] ?? ''));
  return guide.options
    .filter(({ names }) => !names.some((name) => given.has(name)))
    .flatMap((option, index) => proposals(option, guide, typed, 300 + index));
}

/** The way to write it that fits what is typed. */
function proposals(option: ProgramOption, guide: ProgramGuide, typed: string, rank: number): Proposal[] {
  const { names, value, usual, equals, what } = option;
  const label = names.find((name) => typed !== '' && name.startsWith(typed)) ?? names[0];
  const sign = equals ? '=' : ' ';
  const text = value === undefined ? label : `${label}${sign}${usual ?? ''}`;
  const also =
    names.length > 1
      ? `\n\nAlso written ${names
          .filter((one) => one !== label)
          .map((one) => `\`${one}\``)
          .join(', ')}.`
      : '';
  return [
    {
      label: value === undefined ? label : `${label}${sign}${usual ?? value}`,
      newText: text,
      ...(value !== undefined && usual === undefined ? { placeholder: value } : {}),
      kind: 'option',
      detail: guide.names[0],
      documentation: `${what}${also}\n\n[Documentation](${guide.docs})`,
      rank,
    },
  ];
}
