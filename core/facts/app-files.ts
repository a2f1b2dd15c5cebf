import { classifyEnvFile } from '../env/cascade';
import type { SourceFormat } from '../formats/source';
import dockerfile from '../formats/sources/dockerfile';
import sources from '../formats/sources/index.generated';
import manifests from '../manifests/index.generated';

/** Also a few that {@link classifyEnvFile} knows to be none. */
const ENV_FILE =
  /(?:^|\/)(?:\.flaskenv|\.env(?:\.[^/]+)?|\.env[-_](?:example|sample|template|dist|defaults)|env\.(?:example|sample|template|dist)|\.?(?:example|sample|template)\.env)$/;
/** What direnv runs; it may set variables by `export`. */
const ENVRC = /(?:^|\/)\.envrc$/;
const PROCFILE = /(?:^|\/)(?:Procfile(?:\.[\w.-]+)?|[\w.-]+\.procfile)$/;
const PROJECT_FILE = /(?:^|\/)[tj]sconfig[\w.-]*\.json$/;
const IGNORE_FILE = /(?:^|\/)\.(?:git|docker)ignore$/;
const ROOT_MARK =
  /(?:^|\/)(?:package\.json|pyproject\.toml|Pipfile|requirements\.txt|Gemfile|composer\.json|go\.mod|Procfile)$/;

/** Where files that shape an app lie; a few that match are none. */
export const APP_FILES: readonly RegExp[] = [
  ENV_FILE,
  ENVRC,
  PROCFILE,
  PROJECT_FILE,
  IGNORE_FILE,
  ...manifests.map(({ files }) => files),
  ...sources.map(({ files }) => files),
];

export function isEnvFile(path: string): boolean {
  return classifyEnvFile(path) !== undefined;
}

/** `.env.example` and its kin, which document variables. */
export function isExampleEnvFile(path: string): boolean {
  return classifyEnvFile(path)?.kind === 'example';
}

export function isEnvrc(path: string): boolean {
  return ENVRC.test(path);
}

export function isProcfile(path: string): boolean {
  return PROCFILE.test(path);
}

export function isDockerfile(path: string): boolean {
  return dockerfile.matches(path);
}

/** The formats that read a file around the code. */
export function sourceFormatsOf(path: string): readonly SourceFormat[] {
  return sources.filter((format) => format.matches(path));
}

/** A file that shapes the app and is code at once: a shell script. */
export function isAppCode(path: string): boolean {
  return sourceFormatsOf(path).some(({ isCode }) => isCode === true);
}

/** A tsconfig or jsconfig file. */
export function isProjectFile(path: string): boolean {
  return PROJECT_FILE.test(path);
}

/** Most files of a folder end so; asking every format about each of them would take longer than reading them. */
const CODE_ENDINGS = new Set(
  'js jsx mjs cjs ts tsx mts cts vue svelte css scss less png jpg jpeg gif svg ico webp woff woff2 html py rb php java kt go cs rs'.split(
    ' ',
  ),
);
/** Names with such an ending that some format reads all the same. */
const NAMED =
  /(?:^|\/)(?:\.?env|Procfile|Dockerfile|Containerfile|setup|fabfile|gems|shipitfile)[^/]*$|deploy/i;

function isPlainCode(path: string): boolean {
  return CODE_ENDINGS.has(path.slice(path.lastIndexOf('.') + 1)) && !NAMED.test(path);
}

/** Small files whose whole text belongs to the picture of the app. */
export function isAppFile(path: string): boolean {
  if (isPlainCode(path)) return false;
  return (
    isEnvFile(path) ||
    isEnvrc(path) ||
    isProcfile(path) ||
    isDockerfile(path) ||
    IGNORE_FILE.test(path) ||
    isProjectFile(path) ||
    manifests.some((format) => format.matches(path)) ||
    sourceFormatsOf(path).length > 0
  );
}

/** A file that makes its folder the root of an app unit. */
export function marksAppRoot(path: string): boolean {
  return ROOT_MARK.test(path);
}
