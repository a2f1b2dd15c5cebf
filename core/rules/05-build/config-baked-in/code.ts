import type { CallFact, Value } from '../../../facts/fact';
import { argumentAt, textOf } from '../../../facts/values';
import type { Api, Breach, GivenCheck } from '../../../rule';
import { isCredential } from './credentials';

/** A place on the network that is neither this machine nor the same in every deploy. */
const REMOTE =
  /^["'`]?(?:https?|wss?|[a-z][a-z0-9+]*):\/\/(?!(?:localhost|127\.|0\.0\.0\.0|\[?::1|(?:[\w-]+\.)*example\.(?:com|org|net)))[\w-]+(?:\.[\w-]+)+/i;
/** What a build tool itself knows: no deploy has its own. */
const OF_THE_BUILD = /^(?:CARGO|VERGEN|GIT|OUT_DIR|TARGET|HOST|PROFILE|RUSTC|BUILD|VERSION|COMMIT|DOCS_RS)/;
const OF_A_DEPLOY = /(?:^|_)(?:URL|URI|DSN|ENDPOINT|DATABASE|PASSWORD|SECRET|TOKEN|API_KEY|ACCESS_KEY)$/;

function baked(range: Breach['range'], what: string, advice: string): Breach {
  return { range, words: { what, advice } };
}

/** `new DefinePlugin({ 'process.env.API_URL': '"https://…"' })`: a literal address in place of a variable. */
const defined: Api = {
  calls: [
    'webpack.DefinePlugin',
    'webpack.EnvironmentPlugin',
    '@rspack/core.rspack.DefinePlugin',
    '@rspack/core.DefinePlugin',
  ],
  breach: (call) => {
    const given = argumentAt(call.args, 0);
    const entries = given?.kind === 'object' ? given.entries : [];
    for (const { key, value } of entries) {
      const name = /^(?:(?:process|import\.meta)\.env\.)?([A-Z][A-Z0-9_]*)$/.exec(key)?.[1];
      const text = name === undefined ? undefined : literalOf(value);
      if (
        name !== undefined &&
        text !== undefined &&
        (REMOTE.test(text) || (isCredential(name) && text.length > 4))
      )
        return baked(
          value.range,
          `The value of ${name}`,
          'Read it where the app runs, or from the environment of the build.',
        );
    }
    return undefined;
  },
};

/** The text itself, or that which `JSON.stringify` is given. */
function literalOf(value: Value): string | undefined {
  if (value.kind === 'call' && value.callee === 'JSON.stringify') {
    const [first] = value.args;
    return first && textOf(first.value);
  }
  return value.kind === 'string' ? value.text : undefined;
}

/** `env!("DATABASE_URL")`: the compiler writes the value of the moment into the program. */
const compiled: Api = {
  calls: ['env', 'option_env', 'std.env', 'std.option_env', 'core.env'],
  beside: ['env!('],
  global: true,
  breach: (call: CallFact) => {
    const name = textOf(argumentAt(call.args, 0) ?? { kind: 'unknown', range: call.range });
    if (name === undefined || OF_THE_BUILD.test(name) || !OF_A_DEPLOY.test(name)) return undefined;
    return baked(
      call.range,
      `The value that ${name} has for the compiler`,
      'Read it with std::env::var where the app runs.',
    );
  },
};

export const calls = { javascript: [defined], rust: [compiled] };

/** Angular's files for one environment each, which a build puts in the place of another. */
export const environments: GivenCheck = {
  names: ['apiUrl', 'apiBaseUrl', 'baseUrl', 'apiEndpoint', 'serverUrl', 'backendUrl', 'apiHost'],
  breach: ({ holder, value }, file) => {
    if (!/(?:^|\/)environments\/environment\.(?:prod(?:uction)?|staging|stage|qa|uat)\.ts$/.test(file.path))
      return undefined;
    const text = textOf(value);
    if (text === undefined || !REMOTE.test(text)) return undefined;
    return baked(
      value.range,
      `The ${holder.name} of one deploy`,
      'Let the app ask for its config where it is served.',
    );
  },
};
