import type { ComparisonFact, Fact, GivenFact, StringFact, Value } from '../../../facts/fact';
import { textOf } from '../../../facts/values';
import { envNameFor } from '../../../fix/env-name';
import type { Breach, FileView } from '../../../rule';
import type { Range } from '../../../text';
import { isStandIn } from '../../../values/classify';
import { hostOf, isHost, isLoopback } from '../../04-backing-services/shared/hosts';
import { readLocator } from '../../04-backing-services/shared/locator';
import { isDeployName, isProduction, isSelector } from '../shared/deploys';
import { isFixedHost } from '../shared/fixed-hosts';
import { isSettingName } from '../shared/setting-name';

/** Branches that choose a setting by the name of the deploy; each is told once. */
export function branches(facts: readonly Fact[], { path }: FileView): Breach[] {
  const found: Breach[] = [];
  const chosen = new Set<number>();
  for (const fact of facts) {
    if (fact.kind !== 'comparison' || fact.enclosure.inTest) continue;
    const deploy = deployOf(fact);
    const arms = [fact.consequence, fact.alternative].filter((one) => one !== undefined);
    if (deploy === undefined || arms.length === 0) continue;
    const [first] = arms.flatMap((arm) => settingsIn(facts, arm));
    if (first === undefined || isOfTheFramework(path)) continue;
    // Two names in one condition choose once.
    if (chosen.has(arms[0]?.start ?? -1)) continue;
    chosen.add(arms[0]?.start ?? -1);
    const literal = choice(fact, deploy, facts);
    found.push({
      range: placeOf(fact),
      words: { what: first },
      ...(literal ? { literal } : {}),
    });
  }
  return found.filter((one) => !found.some((other) => other !== one && holds(other.range, one.range)));
}

/** The comparison; of an arm of a switch its label. */
function placeOf({ range, consequence, left, right }: ComparisonFact): Range {
  if (consequence?.start !== range.start) return range;
  return [right, left].find((one) => one.kind === 'string' && holds(range, one.range))?.range ?? range;
}

/** The name of the deploy that is asked for. */
function deployOf({ left, right }: ComparisonFact): string | undefined {
  for (const [asked, said] of [
    [left, right],
    [right, left],
  ] as const) {
    const names = said.kind === 'array' ? said.items : [said];
    const name = names.map(textOf).find((one) => one !== undefined && isDeployName(one));
    if (name !== undefined && isSelector(asked)) return name;
  }
  return undefined;
}

const holds = (outer: Range, inner: Range): boolean => outer.start <= inner.start && inner.end <= outer.end;

/** Files that a framework has for each of its environments; they are one of three, and not a branch. */
function isOfTheFramework(path: string): boolean {
  return /(?:^|\/)(?:webpack|vite|rollup|babel|jest|metro|tailwind|postcss|next|nuxt|vue|craco|ember-cli-build|gatsby-config|svelte|astro)[\w.-]*\.(?:config\.)?[cm]?[jt]s$|(?:^|\/)config\/environments\/|(?:^|\/)(?:Gruntfile|gulpfile)\./.test(
    path,
  );
}

/** What a stretch of code gives a setting: the name of what is given, or what the text says. */
function settingsIn(facts: readonly Fact[], arm: Range): string[] {
  return facts.flatMap((fact) => {
    if (fact.kind === 'string') return holds(arm, fact.value.range) && isAddress(fact) ? [nameOf(fact)] : [];
    if (fact.kind !== 'given') return [];
    return (holds(arm, fact.range) || holds(fact.range, arm)) && isSetting(fact, arm)
      ? [fact.holder.name]
      : [];
  });
}

function nameOf({ holder }: StringFact): string {
  return holder && isSettingName(holder.name) ? holder.name : 'An address';
}

const SAID =
  /(?:^|\.)(?:log|info|warn|warning|error|debug|print\w*|puts|echo|Error|Exception|match|test|startsWith|includes|raise|invariant|trace|write|render|redirect\w*|href)$/;

/** The text names a host that some deploys have and others have not. */
function isAddress({ value, argumentOf, holder, enclosure }: StringFact): boolean {
  if (enclosure.typeOnly || SAID.test(argumentOf ?? '') || /\s/.test(value.text)) return false;
  if (/^(?:href|src|link|help|docs?|message|description|title|xmlns|\$schema)$/i.test(holder?.name ?? ''))
    return false;
  if (readLocator(value.text)) return true;
  if (!/^(?:https?|wss?|s3|gs|grpc):\/\//.test(value.text)) return false;
  const host = hostOf(value.text);
  return isHost(host) && !isFixedHost(host);
}

function isSetting({ holder, value, argumentOf }: GivenFact, arm: Range): boolean {
  if (!isSettingName(holder.name) || SAID.test(argumentOf ?? '')) return false;
  const values = value.kind === 'either' ? value.values : [value];
  return values.some((one) => holds(arm, one.range) && isLiteral(one));
}

function isLiteral(value: Value): boolean {
  if (value.kind === 'number') return value.value > 100;
  if (value.kind !== 'string' || value.text.length < 3 || /\s|^\/$|^[./]/.test(value.text)) return false;
  // What is on this machine is a developer’s own, whichever branch it stands in.
  return !isStandIn(value.text) && !isLoopback(hostOf(value.text));
}

/** A conditional expression of two texts: the one for one's own machine moves, and the question goes with it. */
function choice(fact: ComparisonFact, deploy: string, facts: readonly Fact[]): Breach['literal'] | undefined {
  const { consequence, alternative, equal } = fact;
  if (!consequence || !alternative) return undefined;
  const given = facts.find(
    (one): one is GivenFact =>
      one.kind === 'given' &&
      one.value.kind === 'either' &&
      holds(one.range, fact.range) &&
      holds(one.range, consequence) &&
      holds(one.range, alternative),
  );
  const texts =
    given?.value.kind === 'either' ? given.value.values.filter(({ kind }) => kind === 'string') : [];
  const isDeploy = isProduction(deploy) === equal;
  const wanted = isDeploy ? alternative : consequence;
  const kept = texts.find(({ range }) => range.start === wanted.start && range.end === wanted.end);
  if (!given || texts.length !== 2 || kept?.kind !== 'string') return undefined;
  // What else stands in the expression would be lost with it.
  const inner =
    Math.max(consequence.end, alternative.end, fact.range.end) -
    Math.min(consequence.start, alternative.start, fact.range.start);
  if (given.range.end - given.range.start > inner + 4) return undefined;
  return {
    range: kept.range,
    whole: given.range,
    name: envNameFor(given.holder, 'SETTING'),
    cast: 'string',
    keepAsFallback: isLoopback(hostOf(kept.text)),
  };
}
