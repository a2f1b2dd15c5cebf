import type { App } from '../app';
import { linesOf } from '../procfile/parse';
import { projectCommands } from './commands';
import type { ProcfileCompletion } from './completion';
import { optionsFor } from './options';
import { type Place, placeAt } from './place';
import { suggestProcesses } from './suggest';
import { AppView } from './view';
import { wordsFor } from './words';

type WordPlace = Extract<Place, { kind: 'word' }>;

/** What could stand at a place of a Procfile, from what the app declares and holds. */
export function completeProcfile(text: string, offset: number, app: App): ProcfileCompletion[] {
  const place = placeAt(text, offset);
  if (!place) return [];
  if (place.kind === 'type') return processTypes(place, text, app);
  const view = new AppView(app);
  const own = wordsFor(place.before, place.typed, view);
  const found = own ?? [
    ...(place.isFirst ? commandsFor(place, app, view) : []),
    ...optionsFor(place.before, place.typed),
  ];
  return found.map((one) => ({ ...one, range: place.range }));
}

const PURPOSES: readonly (readonly [string, string])[] = [
  ['web', 'Serves HTTP on PORT'],
  ['worker', 'Takes jobs from a queue'],
  ['release', 'Runs once for each release'],
  ['clock', 'Starts jobs at their times'],
];

/** Whole lines that the app's stack suggests; bare names where the command stands already. */
function processTypes(
  { range, hasColon }: Extract<Place, { kind: 'type' }>,
  text: string,
  app: App,
): ProcfileCompletion[] {
  const taken = typesIn(text, range.start);
  const lines = hasColon
    ? []
    : suggestProcesses(app)
        .filter(({ type }) => !taken.has(type))
        .map(({ type, command, why }, index): ProcfileCompletion => {
          const line = `${type}: ${command}`;
          return { label: line, newText: line, range, kind: 'process', detail: why, rank: index };
        });
  const known = new Set(lines.map(({ label }) => label.slice(0, label.indexOf(':'))));
  const names = PURPOSES.filter(([type]) => !taken.has(type) && !known.has(type));
  return [
    ...lines,
    ...names.map(([type, detail], index): ProcfileCompletion => {
      const newText = hasColon ? type : `${type}: `;
      return { label: type, newText, range, kind: 'process', detail, rank: 500 + index };
    }),
  ];
}

function typesIn(text: string, but: number): ReadonlySet<string> {
  const names = new Set<string>();
  for (const { start, end } of linesOf(text)) {
    const name = start === but ? undefined : /^([\w-]{1,100}):/.exec(text.slice(start, end))?.[1];
    if (name !== undefined) names.add(name);
  }
  return names;
}

/** First what fits the process type, then the others, then whatever else the project can run. */
function commandsFor({ type }: WordPlace, app: App, view: AppView): Omit<ProcfileCompletion, 'range'>[] {
  const suggested = suggestProcesses(app).map(
    (one, index): Omit<ProcfileCompletion, 'range'> => ({
      label: one.command,
      newText: one.command,
      kind: 'command',
      detail: one.why,
      rank: (one.type === type ? 0 : 100) + index,
    }),
  );
  const seen = new Set(suggested.map(({ label }) => label));
  return [...suggested, ...projectCommands(view).filter(({ label }) => !seen.has(label))];
}
