import type { GivenFact } from '../../../facts/fact';
import { envNameFor } from '../../../fix/env-name';
import type { Breach, FileView, Severity } from '../../../rule';
import { isStandIn } from '../../../values/classify';
import { isPublicHost } from '../shared/fixed-hosts';
import { isDefaulting, moved, textsIn, wordy } from './addresses';

const REGION =
  /^(?:(?:us|eu|ap|sa|ca|me|af|il|cn)-(?:gov-)?(?:north|south|east|west|central)(?:east|west)?-?\d|(?:us|europe|asia|australia|southamerica|northamerica|me|africa)-(?:north|south|east|west|central)(?:east|west)?\d|(?:west|north|east|south|central)(?:us2?|europe|asia)|(?:nyc|ams|sfo|sgp|lon|fra|tor|blr)\d)$/;
const GUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;
const EMAIL = /^(?:[^<>@\s]{1,60}<)?[\w.+-]+@((?:[\w-]+\.)+[a-z]{2,})>?$/i;

interface Kind {
  readonly name: RegExp;
  readonly value: (text: string, fact: GivenFact) => boolean;
  readonly what: string;
  readonly severity: Severity;
}

/** Settings that a name and the look of a value tell together. */
const KINDS: readonly Kind[] = [
  {
    name: /(?:^|_)(?:bucket|bucket_name|space_name)$/,
    value: (text, { argumentOf }) =>
      /^[a-z0-9][a-z0-9.-]{2,62}$/.test(text) &&
      // GridFS calls two collections of a database so.
      !/gridfs/i.test(argumentOf ?? '') &&
      (text.includes('-') || /s3|aws|storage|bucket|gcs/i.test(argumentOf ?? '')),
    what: 'The bucket',
    severity: 'hint',
  },
  {
    name: /(?:^|_)(?:region|region_name|location)$/,
    value: (text) => REGION.test(text),
    what: 'The region',
    severity: 'hint',
  },
  {
    name: /(?:^|_)account(?:_?id|_number)?$/,
    value: (text) => /^(?!(\d)\1{11}|123456789012)\d{12}$/.test(text),
    what: 'The account',
    severity: 'hint',
  },
  {
    name: /(?:^|_)(?:tenant|subscription|directory)_?id$/,
    value: (text) => GUID.test(text) && !/^0{8}-/.test(text),
    what: 'The account',
    severity: 'hint',
  },
  {
    name: /(?:^|_)project_?id$/,
    value: (text, { argumentOf }) =>
      /^[a-z][a-z0-9]*(?:-[a-z0-9]+)+$/.test(text) &&
      /google|firebase|gcp|storage|pubsub|bigquery/i.test(argumentOf ?? ''),
    what: 'The project',
    severity: 'hint',
  },
  {
    name: /^(?:default_from_email|server_email|admin_email|mail_from|email_from|from_email|mail_default_sender|mailer_sender|support_email|notification_email)$/,
    value: (text) => {
      const host = EMAIL.exec(text)?.[1];
      return host !== undefined && !isPublicHost(host) && !isStandIn(host);
    },
    what: 'The mail address',
    severity: 'hint',
  },
  {
    name: /^(?:\w+_)?log_level$/,
    value: (text, { holder }) => /^(?:debug|trace|silly|verbose)$/i.test(text) && holder.kind !== 'argument',
    what: 'The log level',
    severity: 'hint',
  },
  {
    name: /^sentry_dsn$|^dsn$/,
    value: (text) => /^https:\/\/[0-9a-f]{16,}@[\w.-]+\/\d+$/.test(text),
    what: 'The project in this DSN',
    // Its key is made to be shown, and the makers of an app may gather the errors of all its installations in one.
    severity: 'hint',
  },
];

export function telling(fact: GivenFact): Breach | undefined {
  const { holder, value, enclosure } = fact;
  if (enclosure.typeOnly || holder.kind === 'parameter' || isDefaulting(enclosure.fn)) return undefined;
  // In a function, a start value that the next lines may replace.
  if (fact.rebound && enclosure.fn !== undefined) return undefined;
  const name = wordy(holder.name);
  // A default by its name stands in for what is not set.
  if (/^default_(?!from_email)/.test(name)) return undefined;
  for (const kind of KINDS) {
    if (!kind.name.test(name)) continue;
    const literal = textsIn(value).find(({ text }) => !isStandIn(text) && kind.value(text, fact));
    if (!literal || (value.kind === 'string' && isPart(fact, literal.range))) continue;
    const words = { what: kind.what };
    const move =
      value.kind === 'string' ? { literal: moved(literal, envNameFor(holder, name.toUpperCase())) } : {};
    return { range: literal.range, words, severity: kind.severity, ...move };
  }
  return undefined;
}

/** The text is only a part of what is given, such as what stands in for something else. */
function isPart({ range }: GivenFact, inner: Breach['range']): boolean {
  const isWithin = range.start <= inner.start && inner.end <= range.end;
  return isWithin && range.end - range.start > inner.end - inner.start + 14;
}

/** Settings files of one’s own machine and of tests. */
const ELSEWHERE =
  /(?:^|[/._-])(?:dev|devel|develop|development|local|tests?|testing|ci|debug|example|sample|base|common|defaults?)(?=[/._-]|\.\w+$)/i;
const SWITCH =
  /^(?:debug|template_debug|wp_debug|app_debug|debug_mode|flask_debug|consider_all_requests_local)$/;
const SETTINGS =
  /(?:^|\/)(?:settings|config|configuration|wp-config|app|application|conf|local\.xml|production)\.\w+$|(?:^|\/)config\//i;

/** A debug switch that is on for every deploy. */
export function debugging(
  { holder, value, enclosure, argumentOf }: GivenFact,
  { path }: FileView,
): Breach | undefined {
  const name = wordy(holder.name.replace(/^\[|\]$/g, ''));
  const isOn = value.kind === 'boolean' && value.value;
  if (!isOn || !SWITCH.test(name) || ELSEWHERE.test(path) || argumentOf !== undefined) return undefined;
  const isOwnLine = enclosure.topLevel && enclosure.fn === undefined;
  const isSwitch = holder.kind === 'key' ? /(?:^|\/)config\/app\.php$/.test(path) : isOwnLine;
  if (holder.kind === 'argument' || holder.kind === 'parameter' || !isSwitch) return undefined;
  if (holder.kind === 'variable' && !SETTINGS.test(path)) return undefined;
  const literal = {
    range: value.range,
    name: name.toUpperCase(),
    cast: 'boolean',
    keepAsFallback: false,
  } as const;
  return { range: value.range, words: { what: 'The debug switch' }, literal };
}
