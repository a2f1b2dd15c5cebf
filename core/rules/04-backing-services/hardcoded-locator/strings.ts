import type { Holder, StringFact } from '../../../facts/fact';
import type { Breach, FileView, StringCheck } from '../../../rule';
import { hostOf, isHost, isOfDevelopment, setsUp } from '../shared/hosts';
import { LOCATOR_MARKS, type Locator, readLocator } from '../shared/locator';
import { isLeftOver } from './client';

/** Redis’s own port, in the one setting of ASP.NET Core that is a locator without a scheme. */
const REDIS_PORT = ':6379';

/** A whole locator, wherever it is held or handed on. */
export const strings: StringCheck = {
  containing: [...LOCATOR_MARKS, REDIS_PORT],
  breach: (fact, file) => whole(fact, file) ?? configuration(fact),
};

function whole(
  { value, fallback, otherwise, enclosure, holder, argumentOf }: StringFact,
  { family, path }: FileView,
): Breach | undefined {
  const locator = enclosure.typeOnly ? undefined : readLocator(value.text);
  if (locator && (setsUp(path) || isOfDevelopment(path, locator.host)) && !locator.hasPassword)
    return undefined;
  // Such a table is the environment that a process manager gives to what it starts.
  if (locator && !locator.hasPassword && ENVIRONMENT.test(holder?.kind === 'key' ? (holder.owner ?? '') : ''))
    return undefined;
  // With holes in it and on this machine, it is what config leaves over.
  if (locator?.isLoopback && value.kind === 'template') return undefined;
  if (!locator || (locator.isLoopback && isDefault(holder, enclosure.fn, argumentOf))) return undefined;
  // What a script sets is the environment of what it starts, here on the machine of who calls it.
  if (locator.isLoopback && family === 'shell') return undefined;
  // Behind an environment read a loopback address is only a developer's default, and so it is behind a setting.
  if (fallback && !locator.hasPassword) return undefined;
  if (locator.isLoopback && !locator.hasPassword && (otherwise || LOOKS_UP.test(argumentOf ?? '')))
    return undefined;
  if (!isUsed(holder !== undefined, argumentOf)) return undefined;
  return {
    range: value.range,
    words: { service: locator.host },
    severity: locator.hasPassword
      ? 'error'
      : isGivenLate(holder, enclosure, locator) || isLeftOver(locator.host, path)
        ? 'hint'
        : 'information',
    ...(value.kind === 'string'
      ? { literal: { range: value.range, name: locator.variable, cast: 'string', keepAsFallback: false } }
      : {}),
  };
}

function configuration({ value, fallback, holder }: StringFact): Breach | undefined {
  const host = hostOf(value.text);
  if (holder?.name !== 'Configuration' || fallback || value.kind !== 'string' || !isHost(host))
    return undefined;
  if (!value.text.includes(REDIS_PORT)) return undefined;
  return {
    range: value.range,
    words: { service: host },
    literal: { range: value.range, name: 'REDIS_CONFIGURATION', cast: 'string', keepAsFallback: false },
  };
}

/** `env`, `env_production` of PM2, of a child process. */
const ENVIRONMENT = /(?:^|[._])env(?:_\w+)?$|^environment$/;

/** Calls that take a key and what is meant where it is not set. */
const LOOKS_UP = /\.(?:get|get_or_default|getOrDefault|getOrElse|fetch|setdefault|dig)$/;

/**
 * A loopback address that is the default of a setting, of a command's option or of a function that reads the
 * environment; the setting decides.
 */
export function isDefault(
  holder: Pick<Holder, 'name' | 'owner'> | undefined,
  fn: string | undefined,
  argumentOf: string | undefined,
): boolean {
  return (
    /^(?:default\w*|\w+_default|placeholder|example|help|description|doku|schemars|serde)$/i.test(
      holder?.name ?? '',
    ) ||
    /^defaults?(?:_\w+)?$/i.test(holder?.owner ?? '') ||
    /default|example|describe|description|^OnConfiguring$|^CreateDbContext$/i.test(fn ?? '') ||
    /(?:^|[._])env|[a-z]Env(?:[A-Z._]|$)|default|fallback/i.test(argumentOf ?? '')
  );
}

/** A member that a branch gives its loopback address, as it does where nobody has given another. */
function isGivenLate(
  holder: StringFact['holder'],
  { inBranch }: StringFact['enclosure'],
  { isLoopback }: Locator,
): boolean {
  return isLoopback && inBranch && holder?.kind === 'attribute';
}

/** A locator that is only compared with, printed or matched attaches nothing. */
function isUsed(held: boolean, argumentOf: string | undefined): boolean {
  if (argumentOf === undefined) return held;
  return !/(?:^|\.)(?:log|info|warn|warning|error|debug|print|startsWith|startswith|endsWith|includes|test|match|replace|sub|split|Error|Exception|ValueError|add_argument|option|describe|description|help|echo|secho)$/.test(
    argumentOf,
  );
}
