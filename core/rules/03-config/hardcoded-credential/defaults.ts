import type { CallFact, Value } from '../../../facts/fact';
import { argumentAt, textOf } from '../../../facts/values';
import type { Api, Breach, FileView, Rule } from '../../../rule';
import { credentialEvidence } from '../../../values/credential';
import { levelOf, onceApart } from './level';
import { breachAt } from './sink';

/** `${DB_PASSWORD:default}` of Spring, `${DB_PASSWORD:-default}` of shells and Compose. */
const DEFAULTED = /^\$\{([\w.-]{1,100}?)(?::-?|-)([^{}]{5,300})\}$/;

/** The name and the default of a value that a variable fills. */
export function defaultIn(value: string): { readonly name: string; readonly value: string } | undefined {
  const [, name, given] = DEFAULTED.exec(value) ?? [];
  return name === undefined || given === undefined ? undefined : { name, value: given };
}

/** Functions that read a variable and are given what it is otherwise. */
function reads(calls: readonly string[], more: Partial<Api> = {}, keyword?: string): Api {
  return {
    ...more,
    calls,
    breach: (call, file) => judge(textOf(call.args[0]?.value), argumentAt(call.args, 1, keyword), file),
  };
}

function judge(name: string | undefined, value: Value | undefined, file: FileView): Breach | undefined {
  if (name === undefined || value?.kind !== 'string') return undefined;
  const evidence = credentialEvidence(name, value.text);
  const severity = evidence && levelOf(evidence, value.text, name, file);
  return severity && { ...breachAt(value.range, name), severity, ...onceApart(file) };
}

function injected(call: CallFact, file: FileView): Breach | undefined {
  const [value] = call.args;
  const given = defaultIn(textOf(value?.value) ?? '');
  const evidence = given && credentialEvidence(given.name, given.value);
  const severity = evidence && levelOf(evidence, given.value, given.name, file);
  return severity && value ? { range: value.value.range, severity } : undefined;
}

const GO = [
  'getEnv',
  'GetEnv',
  'getenv',
  'Getenv',
  'envOr',
  'EnvOr',
  'getEnvOrDefault',
  'GetEnvOrDefault',
  'getEnvOr',
  'GetEnvDefault',
  'env',
  'Env',
];
const global = { global: true };

/** A default behind a variable is no less a credential in the code. */
export const defaults = {
  python: [
    reads(['os.environ.get', 'os.getenv', 'environ.get'], {}, 'default'),
    reads(
      ['decouple.config', 'environs.Env().str', 'environ.Env().str', 'environs.Env()', 'environ.Env()'],
      {},
      'default',
    ),
  ],
  ruby: [reads(['ENV.fetch'])],
  php: [reads(['env'], global)],
  java: [
    reads(['System.getenv().getOrDefault', 'System.getProperty'], global),
    { calls: ['@org.springframework.beans.factory.annotation.Value'], breach: injected },
  ],
  go: [
    reads(
      GO.flatMap((name) => [name, `?.${name}`]),
      global,
    ),
  ],
} satisfies Rule['calls'];
