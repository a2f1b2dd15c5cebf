import type { SuggestedProcess } from '../core/protocol';

const ORDER = ['release', 'web', 'worker', 'clock'];

/** The best command of each process type; suggestions come with the best first. */
export function bestOfEach(processes: readonly SuggestedProcess[]): SuggestedProcess[] {
  const best = new Map<string, SuggestedProcess>();
  for (const one of processes) if (!best.has(one.type)) best.set(one.type, one);
  return [...best.values()];
}

/** The text of a Procfile. Two lines of one process type get names of their own: `web`, `web2`. */
export function procfileText(processes: readonly SuggestedProcess[]): string {
  const taken = new Set<string>();
  const lines = [...processes]
    .sort((a, b) => rank(a.type) - rank(b.type))
    .map(({ type, command }) => {
      let name = type;
      for (let count = 2; taken.has(name); count++) name = `${type}${count}`;
      taken.add(name);
      return `${name}: ${command}\n`;
    });
  return lines.join('');
}

function rank(type: string): number {
  const at = ORDER.indexOf(type);
  return at < 0 ? ORDER.length : at;
}
