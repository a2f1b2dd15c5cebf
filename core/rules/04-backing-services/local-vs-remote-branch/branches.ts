import type { CallFact, Fact, Value } from '../../../facts/fact';
import { textOf } from '../../../facts/values';
import type { Family } from '../../../language';
import type { Api, Breach, FileView } from '../../../rule';
import type { Range } from '../../../text';
import { isDeployName, isSelector } from '../../03-config/shared/deploys';
import { type ClientKind, KINDS } from './kinds';

/** The calls are looked for, and judged together with the branches around them. */
export const calls: Partial<Record<Family, readonly Api[]>> = Object.fromEntries(
  Object.entries(KINDS).map(([family, kinds]) => [
    family,
    kinds.map((one): Api => ({ calls: one.calls, global: one.global === true, breach: () => undefined })),
  ]),
);

/** Settings that choose a service by a word, with the words for what is on this machine. */
const SETTINGS: readonly (readonly [name: RegExp, local: RegExp, remote: RegExp])[] = [
  [/^(?:EMAIL_BACKEND)$/, /console|locmem|filebased|dummy/, /smtp|ses|anymail|sendgrid|mailgun/i],
  [
    /^(?:DEFAULT_FILE_STORAGE|service|storage|FILESYSTEM|disk)$/,
    /^(?:local|disk|:local)$|FileSystemStorage/,
    /^(?:amazon|s3|google|gcs|azure|microsoft)$|S3|GoogleCloud|Azure/,
  ],
  [/^(?:cache_store)$/, /memory_store|null_store|file_store/, /redis|mem_cache/],
];

const holds = (outer: Range | undefined, inner: Range): boolean =>
  outer !== undefined && outer.start <= inner.start && inner.end <= outer.end;

function kindOf({ callee }: CallFact, kinds: readonly ClientKind[]): ClientKind | undefined {
  const member = callee.slice(callee.lastIndexOf('.') + 1);
  return kinds.find((one) => one.calls.some((name) => name === callee || name === `*.${member}`));
}

/** Branches on the deploy or on where the app runs that attach another kind of service in each arm. */
export function branches(facts: readonly Fact[], { family }: FileView): Breach[] {
  const kinds = (family && KINDS[family]) ?? [];
  return facts.flatMap((fact): Breach[] => {
    if (fact.kind !== 'comparison' || fact.enclosure.inTest || !fact.consequence || !fact.alternative)
      return [];
    const { left, right, consequence, alternative } = fact;
    if (!tells(left, right) && !tells(right, left)) return [];
    const found = byCalls(facts, consequence, alternative, kinds) ?? byWords(facts, consequence, alternative);
    return found === undefined ? [] : [{ range: fact.range, words: found }];
  });
}

function tells(asked: Value, said: Value): boolean {
  return isDeployName(textOf(said) ?? '') && isSelector(asked);
}

function byCalls(
  facts: readonly Fact[],
  consequence: Range,
  alternative: Range,
  kinds: readonly ClientKind[],
): Readonly<Record<string, string>> | undefined {
  const within = (arm: Range) =>
    facts.flatMap((fact) =>
      fact.kind === 'call' && holds(arm, fact.range) ? (kindOf(fact, kinds) ?? []) : [],
    );
  const there = within(alternative);
  for (const one of within(consequence)) {
    const other = there.find(({ role, isLocal }) => role === one.role && isLocal !== one.isLocal);
    if (!other) continue;
    const [local, remote] = one.isLocal ? [one, other] : [other, one];
    return { local: local.name, remote: remote.name };
  }
  return undefined;
}

function byWords(
  facts: readonly Fact[],
  consequence: Range,
  alternative: Range,
): Readonly<Record<string, string>> | undefined {
  for (const [name, local, remote] of SETTINGS) {
    const within = (arm: Range) =>
      facts.flatMap((fact) => {
        if (fact.kind !== 'given' || !name.test(fact.holder.name)) return [];
        const values = fact.value.kind === 'either' ? fact.value.values : [fact.value];
        return values
          .filter(({ range }) => holds(arm, range))
          .map((one) => textOf(one) ?? textOf(one.kind === 'array' ? one.items[0] : undefined) ?? '');
      });
    const [one, other] = [within(consequence), within(alternative)];
    const isSplit = (a: string[], b: string[]): boolean =>
      a.some((text) => local.test(text)) && b.some((text) => remote.test(text));
    if (isSplit(one, other) || isSplit(other, one))
      return { local: 'one of this machine', remote: 'a service' };
  }
  return undefined;
}
