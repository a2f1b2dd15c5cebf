import type { StringFact } from '../../facts/fact';
import { envNameFor } from '../../fix/env-name';
import { wordsOf } from '../../names';
import { type Breach, defineRule, notAppCode } from '../../rule';
import { isStandIn } from '../../values/classify';

interface Id {
  readonly value: RegExp;
  /** What the name that holds it must say, where the value alone does not tell. */
  readonly name?: RegExp;
  readonly what: string;
  readonly variable: string;
}

const IDS: readonly Id[] = [
  { value: /^UA-\d{4,10}-\d{1,3}$/, what: 'A Google Analytics id', variable: 'GOOGLE_ANALYTICS_ID' },
  {
    value: /^G-[A-Z0-9]{8,12}$/,
    name: /(?:^| )(?:measurement|analytics|tracking|ga|ga4|gtag|google) ?/,
    what: 'A Google Analytics id',
    variable: 'GOOGLE_ANALYTICS_ID',
  },
  { value: /^GTM-[A-Z0-9]{5,9}$/, what: 'A Google Tag Manager id', variable: 'GOOGLE_TAG_MANAGER_ID' },
  {
    value: /^\d{6,}-[a-z0-9]{20,}\.apps\.googleusercontent\.com$/,
    what: 'An OAuth client id',
    variable: 'GOOGLE_CLIENT_ID',
  },
  {
    value: /^pk_live_[A-Za-z0-9]{16,}$/,
    what: 'A Stripe publishable key',
    variable: 'STRIPE_PUBLISHABLE_KEY',
  },
  { value: /^pk\.eyJ[\w-]{20,}\.[\w-]{10,}$/, what: 'A Mapbox token', variable: 'MAPBOX_TOKEN' },
  {
    value: /^6L[\w-]{38}$/,
    name: /(?:site|public|recaptcha|captcha)/,
    what: 'A reCAPTCHA site key',
    variable: 'RECAPTCHA_SITE_KEY',
  },
  {
    value: /^[A-Z0-9]{10}$/,
    name: /^(?:\w+ )?algolia (?:app|application) id$/,
    what: 'An Algolia app id',
    variable: 'ALGOLIA_APP_ID',
  },
  {
    value: /^\d{14,17}$/,
    name: /^(?:facebook|fb) app id$/,
    what: 'A Facebook app id',
    variable: 'FACEBOOK_APP_ID',
  },
  {
    value: /^(?=.*\d)(?=.*[a-z])[\w.-]{16,}$/i,
    name: /^(?:(?:google|github|gitlab|facebook|twitter|linkedin|discord|slack|spotify|twitch|azure|microsoft|okta|auth0|oauth|paypal|dropbox|apple) )(?:oauth )?client id$/,
    what: 'An OAuth client id',
    variable: 'OAUTH_CLIENT_ID',
  },
];
/** The name says that the value is some other thing’s: a default of a test, a pattern. */
const ABOUT = /(?:^| )(?:pattern|regex|example|placeholder|format|prefix|test)(?: |$)/;

function idIn({ value, holder, fallback, enclosure }: StringFact): Breach | undefined {
  if (!holder || fallback || enclosure.typeOnly || value.kind !== 'string' || isStandIn(value.text))
    return undefined;
  const name = wordsOf(`${holder.owner ?? ''} ${holder.name}`).join(' ');
  const own = wordsOf(holder.name).join(' ');
  if (ABOUT.test(name) || /X{4,}|0{6,}|(.)\1{6,}/i.test(value.text)) return undefined;
  const id = IDS.find(
    (one) => one.value.test(value.text) && (!one.name || one.name.test(name) || one.name.test(own)),
  );
  if (!id) return undefined;
  const variable = envNameFor(holder, id.variable);
  const literal = { range: value.range, name: variable, cast: 'string', keepAsFallback: false } as const;
  return { range: value.range, words: { what: id.what }, literal };
}

export default defineRule({
  id: 'config/hardcoded-service-id',
  title: 'Id of an account written into the code',
  severity: 'information',
  message:
    '{what} stands in the code: every deploy reports to the same account. Read it from an environment variable.',
  skip: notAppCode,
  skipApps: ['library', 'desktop', 'browser'],
  strings: {
    containing: ['UA-', 'GTM-', '.apps.googleusercontent.com', 'pk_live_', 'pk.eyJ'],
    heldBy: [
      ...[
        'client_id',
        'clientid',
        'measurement_id',
        'measurementid',
        'tracking_id',
        'trackingid',
        'analytics_id',
      ],
      ...['analyticsid', 'site_key', 'sitekey', 'algolia', 'facebook_app_id', 'facebookappid', 'fb_app_id'],
    ],
    breach: idIn,
  },
  notFor: { shell: 'A script that sets such an id sets a variable.' },
});
