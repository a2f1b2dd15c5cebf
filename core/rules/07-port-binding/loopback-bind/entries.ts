import type { EntryCheck } from '../../../rule';

const LOOPBACK = /^(?:[a-z]+:\/\/)?(localhost|127\.0\.0\.1|\[::1\]|::1)(?=$|[:/])/;
const DEVELOPMENT = /(?:^|[/._-])(?:dev|development|local|test)(?=[/._-])/i;

function address(files: RegExp, at: RegExp): EntryCheck {
  return {
    files,
    at,
    breach: ({ keys, value, range }, { path }) => {
      const match = LOOPBACK.exec(value);
      const host = match?.[1];
      if (!match || host === undefined || DEVELOPMENT.test(path) || keys.some((key) => key === 'debug'))
        return undefined;
      const isPlain = range.end - range.start === value.length;
      const start = range.start + match[0].length - host.length;
      return isPlain
        ? { range: { start, end: start + host.length }, words: { host }, repair: { quoted: false } }
        : { range, words: { host } };
    },
  };
}

export const entries: readonly EntryCheck[] = [
  address(
    /(?:^|\/)(?:application|bootstrap)[\w.-]*\.(?:properties|ya?ml)$/,
    /^(?:server\.address|quarkus\.http\.host|micronaut\.server\.host|helidon\.server\.host|server\.host)$/,
  ),
  address(/(?:^|\/)(?:appsettings|hosting)[\w.-]*\.json$/i, /^(?:Kestrel\.Endpoints\.\w+\.Url|urls)$/i),
  address(/(?:^|\/)Rocket\.toml$/, /^(?:default|release|global|production)\.address$/),
  address(/(?:^|\/)config\.ya?ml$/, /^server\.(?:application|admin)Connectors\.\d+\.bindHost$/),
];
