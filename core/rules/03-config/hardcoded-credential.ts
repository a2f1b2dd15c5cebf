import type { CallFact, Value } from '../../facts/fact';
import { argumentAt, property } from '../../facts/values';
import { envNameFor } from '../../fix/env-name';
import { type Api, type Breach, defineRule } from '../../rule';
import { isStandIn } from '../../values/classify';
import { credentialEvidence } from '../../values/credential';

/** A credential by its place: whatever text stands there is one, unless it only stands for one. */
function takes(calls: readonly string[], name: string, find: (call: CallFact) => Value | undefined): Api {
  return {
    calls,
    breach: (call) => {
      const value = find(call);
      const literals =
        value?.kind === 'either' ? value.values : value?.kind === 'array' ? value.items : [value];
      const literal = literals.find((one) => one?.kind === 'string');
      if (literal?.kind !== 'string' || literal.text.length < 5 || isStandIn(literal.text)) return undefined;
      return breachAt(literal.range, name);
    },
  };
}

function breachAt(range: Breach['range'], name: string): Breach {
  return { range, words: { name }, literal: { range, name, cast: 'string', keepAsFallback: false } };
}

const first =
  (index: number, ...keys: string[]) =>
  (call: CallFact): Value | undefined =>
    property(argumentAt(call.args, index), ...keys);
const argument =
  (index: number, keyword?: string) =>
  (call: CallFact): Value | undefined =>
    argumentAt(call.args, index, keyword);

/** Texts for people, in many languages. */
const TRANSLATIONS = /(?:^|\/)(?:lang|langs|locales?|i18n|l10n|translations?|messages)\//i;

export default defineRule({
  id: 'config/hardcoded-credential',
  title: 'Credential written into the code',
  severity: 'error',
  message:
    'A credential stands in the code, for everyone who can read the repository. Move it to an environment variable and replace it where it was used.',
  skip: ['test', 'example', 'generated', 'vendored'],
  calls: {
    javascript: [
      takes(['jsonwebtoken.sign', 'jsonwebtoken.verify'], 'JWT_SECRET', argument(1)),
      takes(['express-session', 'koa-session', '@fastify/session'], 'SESSION_SECRET', first(0, 'secret')),
      takes(
        ['cookie-session'],
        'COOKIE_SECRET',
        (call) => first(0, 'secret')(call) ?? first(0, 'keys')(call),
      ),
      takes(['cookie-parser'], 'COOKIE_SECRET', argument(0)),
      takes(['crypto.createHmac'], 'HMAC_KEY', argument(1)),
      takes(['express-jwt.expressjwt', 'express-jwt', 'koa-jwt'], 'JWT_SECRET', first(0, 'secret')),
      takes(['stripe'], 'STRIPE_SECRET_KEY', argument(0)),
    ],
    python: [
      takes(
        ['jwt.encode', 'jwt.decode', 'jose.jwt.encode', 'jose.jwt.decode'],
        'JWT_SECRET',
        argument(1, 'key'),
      ),
      takes(['smtplib.SMTP().login', 'smtplib.SMTP_SSL().login'], 'SMTP_PASSWORD', argument(1, 'password')),
      takes(['requests.auth.HTTPBasicAuth', 'httpx.BasicAuth'], 'API_PASSWORD', argument(1, 'password')),
      takes(['cryptography.fernet.Fernet'], 'FERNET_KEY', argument(0, 'key')),
    ],
  },
  strings: {
    heldBy: [
      'password',
      'passwd',
      'pwd',
      'passphrase',
      'secret',
      'apikey',
      'api_key',
      'access_key',
      'accesskey',
      'private_key',
      'privatekey',
      'encryption_key',
      'encryptionkey',
      'signing_key',
      'signingkey',
      'hmac_key',
      'master_key',
      'masterkey',
      'auth_token',
      'authtoken',
      'access_token',
      'accesstoken',
      'refresh_token',
      'refreshtoken',
      'bearer_token',
      'bearertoken',
      'api_token',
      'apitoken',
    ],
    breach: ({ holder, value, enclosure }, file) => {
      if (TRANSLATIONS.test(file.path)) return undefined;
      if (!holder || enclosure.typeOnly || value.kind !== 'string') return undefined;
      return credentialEvidence(holder.name, value.text)
        ? breachAt(value.range, envNameFor(holder, 'SECRET'))
        : undefined;
    },
  },
});
