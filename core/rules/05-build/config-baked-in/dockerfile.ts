import type { App } from '../../../app';
import { isDockerfile } from '../../../facts/app-files';
import {
  type Dockerfile,
  type DockerInstruction,
  type DockerVariable,
  readDockerfile,
} from '../../../formats/dockerfile';
import type { Breach } from '../../../rule';
import { isStandIn } from '../../../values/classify';
import { readLocator } from '../../04-backing-services/shared/locator';
import { isCredential } from './credentials';

/** Names of variables that hold where something is: each deploy has its own. */
const LOCATOR_NAME = /(?:^|_)(?:URL|URI|DSN|ENDPOINT|HOST|HOSTNAME|DATABASE|CONNECTION_STRING)$/;
/** What build tools write into a bundle for browsers. */
const PUBLIC = /^(?:REACT_APP|VITE|NEXT_PUBLIC|NUXT_PUBLIC|PUBLIC|GATSBY|VUE_APP|EXPO_PUBLIC)_/;
const LOCAL_HOST = /^(?:0\.0\.0\.0|127\.0\.0\.1|localhost|::|\*)$/;
const SECRET_FILE =
  /(?:^|\/)(?:\.env(?:\.(?!example|sample|template|dist|defaults?|test)[\w.-]+)?|secrets?(?:\.[\w-]+)?\.(?:ya?ml|json|toml|env)|credentials(?:\.json|\.yml)?|id_(?:rsa|ed25519)|[\w.-]+\.(?:pem|key|p12|pfx|jks)|master\.key|\.netrc|service-account[\w-]*\.json)$/;
/** What packages are checked with is no secret. */
const PUBLIC_KEY = /(?:^|[/._-])(?:pub(?:lic)?|gpg|pgp|apt|repo|signing|keyring|archive)(?=[/._-])|_public_/i;
const ENV_FILE = /(?:^|\/)\.env(?:\.[\w.-]+)?$/;

/** `ENV` and `ARG` with values of one deploy, and files with config or secrets that are copied into the image. */
export function inDockerfile(path: string, app: App): Breach[] {
  if (!isDockerfile(path) || /dev|local|test|(?:^|\/)\.?ci\b/i.test(path)) return [];
  const file = readDockerfile(app.tree.appFiles.get(path)?.text ?? '');
  const dummies = new Set(['SECRET_KEY_BASE', 'SECRET_KEY_BASE_DUMMY']);
  return [
    ...file.env.filter(({ name }) => !dummies.has(name)).flatMap((one) => variable(one, file)),
    ...file.args.flatMap((one) => secretArgument(one, file)),
    ...file.instructions.flatMap((one) => copied(one, path, app)),
  ];
}

function variable(one: DockerVariable, file: Dockerfile): Breach[] {
  const { name, nameRange, value, valueRange, stage } = one;
  const text = value.reveal();
  const isFinal = stage === file.stages - 1;
  const range = { start: nameRange.start, end: valueRange.end };
  if (text === '' || text.includes('$') || isStandIn(text)) return [];
  const repair = { to: 'remove' };
  if (isCredential(name) && !/FILE|PATH/.test(name) && isFinal)
    return [
      {
        range,
        words: {
          what: `The credential ${name}`,
          advice: 'Leave it out and set it where the app is deployed.',
        },
        repair,
      },
    ];
  const isLocator = LOCATOR_NAME.test(name) || readLocator(text) !== undefined;
  if (!isLocator || LOCAL_HOST.test(text) || !isAddress(text)) return [];
  const isPublic = PUBLIC.test(name);
  if (!isFinal && !isPublic) return [];
  const advice = isPublic
    ? 'Let the page read it from the server that delivers it.'
    : 'Leave it out and set it where the app is deployed.';
  return [{ range, words: { what: name, advice }, repair, severity: isPublic ? 'information' : 'warning' }];
}

/** A locator or the name of another machine; a file, or a switch, is none. */
function isAddress(text: string): boolean {
  if (/^(?:sqlite|file|unix):/.test(text) || /^[./]/.test(text)) return false;
  if (/^[a-z][a-z0-9+]*:\/\//i.test(text))
    return !/\/\/(?:localhost|127\.0\.0\.1|0\.0\.0\.0|\[::1?\])(?:[:/]|$)|github\.com|\.org\/|registry|mirror|proxy\.golang/i.test(
      text,
    );
  return /^[a-z0-9-]+(?:\.[a-z0-9-]+)+(?::\d+)?$/i.test(text) && !/^\d+(?:\.\d+)*$/.test(text);
}

function secretArgument({ name, nameRange, value, stage }: DockerVariable, file: Dockerfile): Breach[] {
  // A default is there for builds that need no credential.
  if (!isCredential(name) || value.length > 0) return [];
  const words = {
    what: `The credential ${name}`,
    advice: 'Pass it with RUN --mount=type=secret, which leaves nothing behind.',
  };
  // The image that is shipped keeps nothing of the other stages but what it copies; caches of the build do.
  return [{ range: nameRange, words, severity: stage === file.stages - 1 ? 'warning' : 'information' }];
}

function copied({ keyword, args, flags }: DockerInstruction, path: string, app: App): Breach[] {
  if (keyword !== 'COPY' && keyword !== 'ADD') return [];
  if (flags.includes('from')) return [];
  const sources = args.slice(0, -1);
  return sources.flatMap(({ text, range }) => {
    const name = text.replace(/^["'[]+|["',\]]+$/g, '');
    if (!SECRET_FILE.test(name) || PUBLIC_KEY.test(name)) return [];
    const folder = path.slice(0, path.lastIndexOf('/') + 1);
    const ignore = `${folder}.dockerignore`;
    const repair = {
      to: 'ignore',
      file: ENV_FILE.test(name) ? '.env*' : name,
      ignore,
      exists: app.tree.appFiles.has(ignore),
    };
    return [
      {
        range,
        words: { what: name, advice: 'Keep it out of the image and give it to each deploy.' },
        repair,
        ...(holdsDefaults(name, folder, app) ? { severity: 'information' as const } : {}),
      },
    ];
  });
}

/** An env file that is here and sets no credential: defaults, which each deploy's environment overrides. */
function holdsDefaults(name: string, folder: string, app: App): boolean {
  const paths = [name, folder + name, app.root === '' ? name : `${app.root}/${name}`];
  const source = [...app.env, ...app.envAbove].find(({ path }) => paths.includes(path));
  return source?.file.entries.every((one) => !isCredential(one.name) || one.value.length === 0) ?? false;
}
