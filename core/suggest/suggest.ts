import type { App } from '../app';
import stacks from './stacks/index.generated';
import type { ProcessSuggestion } from './suggestion';
import { AppView } from './view';

/** The order in which process types stand in a Procfile. */
const ORDER = ['release', 'web', 'worker', 'clock'];

/** Every line that a Procfile of this app may hold, the best of each process type first; each line once. */
export function suggestProcesses(app: App): readonly ProcessSuggestion[] {
  const known = suggested.get(app);
  if (known) return known;
  const made = suggest(app);
  suggested.set(app, made);
  return made;
}

/** An app never changes, and several rules and features ask. */
const suggested = new WeakMap<App, readonly ProcessSuggestion[]>();

function suggest(app: App): readonly ProcessSuggestion[] {
  const view = new AppView(app);
  const seen = new Set<string>();
  return [...stacks]
    .sort((a, b) => Number(a.comesLast === true) - Number(b.comesLast === true))
    .flatMap((stack) => stack.suggest(view))
    .filter(({ type, command }) => {
      const line = `${type}: ${command}`;
      if (seen.has(line)) return false;
      seen.add(line);
      return true;
    });
}

/** The lines of a Procfile for this app: the best command of each process type. */
export function suggestProcfile(app: App): readonly ProcessSuggestion[] {
  const best = new Map<string, ProcessSuggestion>();
  for (const one of suggestProcesses(app)) if (!best.has(one.type)) best.set(one.type, one);
  return [...best.values()].sort((a, b) => rank(a.type) - rank(b.type));
}

function rank(type: string): number {
  const at = ORDER.indexOf(type);
  return at < 0 ? ORDER.length : at;
}
