import { parse } from 'dotenv';
import { parseEnv } from '../core/env/parse';
import type { ProcessType } from '../core/procfile/procfile';
import type { Range } from '../core/text';
import { countOf, mostInstances } from './counts';
import type { PlanInput } from './plan';

/** Where a reason stands: in the Procfile, in the config file, or in one of the env files, counted from 0 in their order. */
export interface Place {
  readonly source: 'procfile' | 'env' | 'config';
  readonly envIndex: number | undefined;
  readonly range: Range;
}

/** Why the formation cannot be started, or what was passed over. The message names variables, never their values. */
export interface PlanProblem {
  readonly code: 'no-processes' | 'duplicate' | 'count' | 'port' | 'value' | 'declaration' | 'after';
  readonly message: string;
  readonly place: Place;
}

export const startOfProcfile: Place = inProcfile({ start: 0, end: 0 });

export function inProcfile(range: Range): Place {
  return { source: 'procfile', envIndex: undefined, range };
}

/** Where the assignment that counts stands: the last one of the last file that has one. */
export function placeOfName(envTexts: readonly string[], name: string): Place | undefined {
  for (let envIndex = envTexts.length - 1; envIndex >= 0; envIndex--) {
    const { entries } = parseEnv(envTexts[envIndex] ?? '');
    const entry = entries.findLast((candidate) => candidate.name === name);
    if (entry) return { source: 'env', envIndex, range: entry.range };
  }
  return undefined;
}

/** What keeps the formation from being started, ports apart. */
export function problemsOf(input: PlanInput): PlanProblem[] {
  return [...problemsOfProcfile(input), ...problemsOfCounts(input), ...problemsOfValues(input.envTexts)];
}

function problemsOfProcfile({ procfile }: PlanInput): PlanProblem[] {
  if (procfile.processes.length === 0) {
    const message = 'The Procfile has no process type. Add a line such as `web: npm start`.';
    return [{ code: 'no-processes', message, place: startOfProcfile }];
  }
  const seen = new Set<string>();
  return procfile.processes.flatMap(({ name, nameRange }): PlanProblem[] => {
    if (!seen.has(name)) {
      seen.add(name);
      return [];
    }
    const message = `The Procfile has two process types named ${name}. Rename one of them.`;
    return [{ code: 'duplicate', message, place: inProcfile(nameRange) }];
  });
}

function problemsOfCounts(input: PlanInput): PlanProblem[] {
  return input.procfile.processes.flatMap(({ name, nameRange }): PlanProblem[] => {
    const count = countOf(name, input.formation, input.declarations);
    if (Number.isInteger(count) && count >= 0 && count <= mostInstances) return [];
    const message = `${name} cannot run ${count} times. Scale it to a whole number from 0 to ${mostInstances}.`;
    return [{ code: 'count', message, place: inProcfile(nameRange) }];
  });
}

/** The operating system ends a value at a NUL character. */
export function problemsOfValues(envTexts: readonly string[]): PlanProblem[] {
  const names = envTexts.flatMap((text) =>
    Object.entries(parse(text)).flatMap(([name, value]) => (value.includes('\0') ? [name] : [])),
  );
  return [...new Set(names)].map((name) => {
    const message = `The value of ${name} holds a NUL character. Remove it.`;
    return { code: 'value', message, place: placeOfName(envTexts, name) ?? startOfProcfile };
  });
}

export function portTooHigh({ name, nameRange }: ProcessType): PlanProblem {
  const message = `The port of ${name} would be above 65535. Choose a lower base port.`;
  return { code: 'port', message, place: inProcfile(nameRange) };
}
