import type { Declarations } from '../core/procfile/declarations';
import type { Procfile } from '../core/procfile/procfile';
import type { ProcessSpec } from './model';
import { inProcfile, type PlanProblem } from './problems';

/** Which process types come after which; what names no type of the Procfile, or closes a circle, is left out. */
export interface Order {
  readonly after: ReadonlyMap<string, readonly string[]>;
  readonly problems: readonly PlanProblem[];
}

export function orderOf(procfile: Procfile, declarations: Declarations): Order {
  const names = new Set(procfile.processes.map(({ name }) => name));
  const after = new Map<string, readonly string[]>();
  const problems: PlanProblem[] = [];
  for (const { name, nameRange } of procfile.processes) {
    const kept = (declarations.types.get(name)?.after ?? []).filter((first) => {
      const wrong = !names.has(first)
        ? `${name} is declared to come after ${first}, but there is no such process type.`
        : leadsTo(after, first, name) && `${name} and ${first} are declared to come after each other.`;
      if (wrong) problems.push({ code: 'after', message: wrong, place: inProcfile(nameRange) });
      return !wrong;
    });
    if (kept.length > 0) after.set(name, [...new Set(kept)]);
  }
  return { after, problems };
}

function leadsTo(after: ReadonlyMap<string, readonly string[]>, from: string, to: string): boolean {
  const seen = new Set<string>();
  const open = [from];
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    if (name === to) return true;
    if (seen.has(name)) continue;
    seen.add(name);
    open.push(...(after.get(name) ?? []));
  }
  return false;
}

/** The chosen specs with all that they come after, in the order of `all`. */
export function withDependencies(
  all: readonly ProcessSpec[],
  isChosen: (spec: ProcessSpec) => boolean,
): readonly ProcessSpec[] {
  const chosen = new Set(all.filter(isChosen));
  for (const spec of chosen) {
    for (const other of all) if (spec.after?.includes(other.type)) chosen.add(other);
  }
  return all.filter((spec) => chosen.has(spec));
}
