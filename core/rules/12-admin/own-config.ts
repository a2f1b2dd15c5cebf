import type { CallFact } from '../../facts/fact';
import { argumentAt, property, textOf } from '../../facts/values';
import { type Api, type Breach, defineRule, notServices } from '../../rule';
import { readLocator, SCHEMES } from '../04-backing-services/shared/locator';

const ADMIN =
  /(?:^|\/)(?:scripts?|bin|tasks?|tools?|seeds?|seeders?|lib\/tasks|commands?|console|jobs?|cron)\//;
/** Where a locator is only said or matched. */
const SAID = /(?:print|puts|echo|log|debug|info|warn|error|usage|help|test|match|startsWith|replace)$/i;

/** An env file that lies outside the app or belongs to this script alone. */
function loads(at: (call: CallFact) => string | undefined): NonNullable<Api['breach']> {
  return (call, { path }) => {
    const file = at(call);
    if (!ADMIN.test(path) || file === undefined) return undefined;
    const isOwn =
      /^(?:\/(?!app\/)|~\/|[A-Z]:\\)/.test(file) ||
      /\.env\.(?:scripts?|admin|tasks?|cron|tools?)$/.test(file);
    return isOwn ? { range: call.range, words: { what: 'This task reads its own env file' } } : undefined;
  };
}

export default defineRule({
  id: 'admin/own-config',
  title: 'Admin task with its own configuration',
  severity: 'information',
  message:
    '{what}. Let it read the same environment variables as the app, so that it works on the same deploy.',
  // Scripts count as tooling everywhere else; here they are what is judged.
  skip: ['test', 'example', 'generated', 'vendored'],
  skipApps: notServices,
  calls: {
    javascript: [
      { calls: ['dotenv.config'], breach: loads(({ args }) => textOf(property(args[0]?.value, 'path'))) },
    ],
    python: [
      {
        calls: ['dotenv.load_dotenv'],
        breach: loads(({ args }) => textOf(argumentAt(args, 0, 'dotenv_path'))),
      },
    ],
    ruby: [
      { calls: ['Dotenv.load', 'Dotenv.overload'], breach: loads(({ args }) => textOf(args[0]?.value)) },
    ],
  },
  strings: {
    containing: [...SCHEMES.keys()].map((scheme) => `${scheme}://`),
    breach: ({ value, holder, argumentOf, fallback, enclosure }, { path }): Breach | undefined => {
      if (!ADMIN.test(path) || enclosure.typeOnly || SAID.test(argumentOf ?? '')) return undefined;
      const locator = readLocator(value.text);
      if (!locator || locator.isLoopback || (fallback && !locator.hasPassword)) return undefined;
      if (holder === undefined && argumentOf === undefined) return undefined;
      const words = { what: `This task names its own backing service (${locator.host})` };
      if (value.kind !== 'string') return { range: value.range, words };
      const literal = {
        range: value.range,
        name: locator.variable,
        cast: 'string',
        keepAsFallback: false,
      } as const;
      return { range: value.range, words, literal };
    },
  },
});
