import { type ParseError, parse } from 'jsonc-parser';
import type { Finding } from '../rule';
import { LineIndex } from '../text';
import { fingerprintOf } from './fingerprint';

const VERSION = 1;

/** The fingerprints of what is recorded: by path, then by rule; one for each finding. */
export type Baseline = ReadonlyMap<string, ReadonlyMap<string, readonly string[]>>;

/** Findings of a rule in a file that are recorded and no longer there. */
export interface Gone {
  readonly path: string;
  readonly rule: string;
  readonly count: number;
}

/** What a baseline file says; `problem` says why it can be none. */
export function parseBaseline(text: string): { readonly baseline: Baseline; readonly problem?: string } {
  const errors: ParseError[] = [];
  const value: unknown = parse(text, errors, { allowTrailingComma: true });
  const baseline = new Map<string, Map<string, readonly string[]>>();
  const version = memberOf(value, 'version');
  if (errors.length > 0 || version === undefined) return { baseline, problem: 'it holds no baseline' };
  if (version !== VERSION)
    return { baseline, problem: 'another version of Twelve-Factor wrote it; record it again' };
  for (const [path, rules] of entriesOf(memberOf(value, 'findings'))) {
    const known = entriesOf(rules).map(
      ([rule, list]) => [rule, Array.isArray(list) ? list.map(String) : []] as const,
    );
    baseline.set(path, new Map(known));
  }
  return { baseline };
}

function memberOf(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, key)
    ? Reflect.get(value, key)
    : undefined;
}

function entriesOf(value: unknown): [string, unknown][] {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.entries(value) : [];
}

/** The text of a baseline file, the same for the same findings in any order: one fingerprint a line. */
export function printBaseline(baseline: Baseline): string {
  const findings = Object.fromEntries(
    sorted(baseline).map(([path, rules]) => [
      path,
      Object.fromEntries(sorted(rules).map(([rule, list]) => [rule, [...list].sort()])),
    ]),
  );
  return `${JSON.stringify({ version: VERSION, findings }, undefined, 2)}\n`;
}

function sorted<T>(map: ReadonlyMap<string, T>): [string, T][] {
  return [...map].sort(([a], [b]) => (a < b ? -1 : 1));
}

/** The findings of one file, parted by a baseline. */
export interface Parted {
  readonly fresh: readonly Finding[];
  /** Those that the baseline records. */
  readonly known: readonly Finding[];
  readonly gone: readonly Gone[];
}

/** Parts what is new in a file from what a baseline records of it. */
export function part(
  findings: readonly Finding[],
  path: string,
  text: string,
  baseline: Baseline | undefined,
): Parted {
  const recorded = baseline?.get(path);
  if (!recorded) return { fresh: findings, known: [], gone: [] };
  const left = new Map([...recorded].map(([rule, list]) => [rule, [...list]]));
  const prints = fingerprintsOf(findings, text);
  const isKnown = findings.map((finding, index) => {
    const list = left.get(finding.rule);
    const at = list?.indexOf(prints[index] ?? '') ?? -1;
    if (at >= 0) list?.splice(at, 1);
    return at >= 0;
  });
  const gone = [...left].flatMap(([rule, list]) =>
    list.length > 0 ? [{ path, rule, count: list.length }] : [],
  );
  return {
    fresh: findings.filter((_, index) => !isKnown[index]),
    known: findings.filter((_, index) => isKnown[index]),
    gone,
  };
}

/** The fingerprint of each finding of one file. */
export function fingerprintsOf(findings: readonly Finding[], text: string): string[] {
  if (findings.length === 0) return [];
  const lines = new LineIndex(text);
  return findings.map((finding) => fingerprintOf(finding, text, lines));
}

/** A finding as a baseline records it. */
export interface Recorded {
  readonly path: string;
  readonly rule: string;
  readonly fingerprint: string;
}

/** The baseline that records these findings. */
export function baselineOf(findings: Iterable<Recorded>): Baseline {
  const files = new Map<string, Map<string, string[]>>();
  for (const { path, rule, fingerprint } of findings) {
    const rules = files.get(path) ?? new Map<string, string[]>();
    files.set(path, rules.set(rule, [...(rules.get(rule) ?? []), fingerprint]));
  }
  return files;
}

/** What a baseline records of files that are no longer there. */
export function lostFiles(baseline: Baseline, isThere: (path: string) => boolean): Gone[] {
  const lost = [...baseline].filter(([path]) => !isThere(path));
  return lost.flatMap(([path, rules]) =>
    [...rules].map(([rule, list]) => ({ path, rule, count: list.length })),
  );
}
