import type { ConfigEntry } from '../../../formats/entry';
import type { Breach, EntryCheck, Severity } from '../../../rule';

const DEVELOPMENT = /(?:^|[/._-])(?:dev|development|local|test|launchSettings)(?=[/._-])/i;

interface Setting {
  readonly files: RegExp;
  readonly at: RegExp;
  /** Finds the port in the value, as its first group. */
  readonly port?: RegExp;
  readonly severity?: Severity;
  /** How a value of the environment is written there, with the port as what stands in for it. */
  readonly variable?: (port: string) => string;
}

const placeholder = (port: string): string => `\${PORT:${port}}`;
const PORT = /^([1-9]\d{1,4})$/;
const IN_ADDRESS = /^(?:[a-z]+:\/\/)?[\w.*+[\]:-]*:([1-9]\d{1,4})\/?$/;

function check({ files, at, port = PORT, severity, variable }: Setting): EntryCheck {
  return {
    files,
    at,
    breach: (entry, { path }) => {
      const digits = entry.kind === 'value' ? port.exec(entry.value)?.[1] : undefined;
      if (digits === undefined || DEVELOPMENT.test(path)) return undefined;
      return { ...breachAt(entry, digits, variable), ...(severity ? { severity } : {}) };
    },
  };
}

function breachAt({ range, value }: ConfigEntry, digits: string, variable: Setting['variable']): Breach {
  if (range.end - range.start !== value.length) return { range };
  const start = range.start + value.lastIndexOf(digits);
  const place = { start, end: start + digits.length };
  return variable ? { range: place, repair: { to: 'text', text: variable(digits) } } : { range: place };
}

const SERVER_CONF = /(?:\.conf|\.htaccess|sites-(?:available|enabled)\/[^/]+)(?:\.\w+)?$/;

/** Caddy's site without a host: `:8080 { … }`. */
const caddySite: EntryCheck = {
  files: /(?:^|\/)Caddyfile(?:\.\w+)?$/,
  at: /^(?:https?:\/\/)?:[1-9]\d{1,4},?$/,
  breach: ({ keyRange, keys }, { path }) => {
    const digits = /[1-9]\d{1,4}/.exec(keys[0] ?? '')?.[0];
    if (digits === undefined || keys.length > 1 || DEVELOPMENT.test(path)) return undefined;
    const start = keyRange.start + (keys[0] ?? '').lastIndexOf(digits);
    const text = `{$PORT:${digits}}`;
    const range = { start, end: start + digits.length };
    return { range, severity: 'information', repair: { to: 'text', text } };
  },
};

export const entries: readonly EntryCheck[] = [
  caddySite,
  ...[
    // The environment's SERVER_PORT wins over it, though not PORT, which platforms set.
    {
      files: /(?:^|\/)(?:application|bootstrap)\.(?:properties|ya?ml)$/,
      at: /^(?:server\.port|quarkus\.http\.port|micronaut\.server\.port)$/,
      severity: 'information' as const,
      variable: placeholder,
    },
    {
      files: /(?:^|\/)(?:config|[\w-]+)\.ya?ml$/,
      at: /^server\.(?:applicationConnectors\.\d+|connector)\.port$/,
      severity: 'information' as const,
    },
    {
      files: /(?:^|\/)(?:appsettings|hosting)(?:\.Production)?\.json$/i,
      at: /^(?:Kestrel\.Endpoints\.\w+\.Url|urls)$/i,
      port: IN_ADDRESS,
    },
    // Rocket reads ROCKET_PORT and no other variable.
    { files: /(?:^|\/)Rocket\.toml$/, at: /^(?:default|release|global|production)\.port$/ },
    {
      files: /(?:^|\/)[\w.-]*uwsgi[\w.-]*\.ini$/,
      at: /^uwsgi\.(?:http|http-socket|https?)$/,
      port: IN_ADDRESS,
      variable: () => '$(PORT)',
    },
    { files: /(?:^|\/)thin[\w.-]*\.ya?ml$/, at: /^port$/ },
    { files: /(?:^|\/)\.streamlit\/config\.toml$/, at: /^server\.port$/ },
    { files: /(?:^|\/)\.rr(?:\.prod)?\.ya?ml$/, at: /^http\.address$/, port: IN_ADDRESS },
    {
      files: /(?:^|\/)conf\/app\.(?:conf|ini)$/,
      at: /(?:^|\.)http\.?port$/i,
      severity: 'information' as const,
    },
    {
      files: SERVER_CONF,
      at: /(?:^|\.)Listen$/,
      port: /^(?:[\w.*[\]:]+:)?([1-9]\d{1,4})(?:\s+https?)?$/,
      severity: 'information' as const,
      variable: () => `\${PORT}`,
    },
  ].map(check),
];
