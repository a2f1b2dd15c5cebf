import type { App } from '../app';
import { classOfPath } from '../file-class';
import type { RuntimePin, ServiceKind, ServiceUse, Source } from '../formats/source';
import type { Range } from '../text';

/** A fact of a file around the code with the file it stands in. */
export interface Placed<Fact> {
  readonly path: string;
  readonly fact: Fact;
  /** It belongs to the app unit itself, not to a folder above it. */
  readonly isOwn: boolean;
}

const ELSEWHERE =
  /(?:^|\/)(?:examples?|samples?|demos?|docs?|tests?|e2e|fixtures?|benchmarks?|scripts?|contrib|website|tutorials?|templates?)\//i;

/** Pipelines that do other work than to test and deploy the app. */
const OTHER_PIPELINE =
  /(?:^|\/)\.(?:github|gitea|forgejo)\/workflows\/[\w.-]*(?:docs?|pages|website|codeql|security|zap|stale|label|storybook|publish|crowdin|i18n|translat)[\w.-]*$/i;
const NESTED_PIPELINE = /\/\.(?:github|gitea|forgejo|circleci|gitlab-ci)/;

/** The files around the code that speak of the app itself, and of the folders above it. */
export function sourcesOf(app: App): { readonly source: Source; readonly isOwn: boolean }[] {
  const own = app.sources.map((source) => ({ source, isOwn: true }));
  // A folder with pipelines of its own was made as a repository of its own: what is above it is not about it.
  const isGuest = app.root !== '' && app.sources.some(({ path }) => path.startsWith(`${app.root}/.github/`));
  const above = isGuest ? [] : app.sourcesAbove.map((source) => ({ source, isOwn: false }));
  return [...own, ...above].filter(({ source }) => {
    const path =
      app.root !== '' && source.path.startsWith(`${app.root}/`)
        ? source.path.slice(app.root.length + 1)
        : source.path;
    const kind = classOfPath(path);
    // A pipeline runs only from the folder that is the repository.
    if (NESTED_PIPELINE.test(path) || OTHER_PIPELINE.test(path)) return false;
    return (
      kind !== 'test' &&
      kind !== 'vendored' &&
      kind !== 'generated' &&
      kind !== 'example' &&
      !ELSEWHERE.test(path)
    );
  });
}

export function runtimesOf(app: App): Placed<RuntimePin>[] {
  return sourcesOf(app).flatMap(({ source: { path, facts }, isOwn }) => {
    const runs = new Set(facts.runtimes.filter((pin) => pin.for === 'run').map(({ runtime }) => runtime));
    // What only builds the app is its runtime where nothing of that language runs.
    return facts.runtimes
      .filter((pin) => pin.place !== 'deploy' || pin.for === 'run' || !runs.has(pin.runtime))
      .map((fact) => ({ path, fact, isOwn }));
  });
}

export function servicesOf(app: App): Placed<ServiceUse>[] {
  return sourcesOf(app).flatMap(({ source: { path, facts }, isOwn }) =>
    facts.services.map((fact) => ({ path, fact, isOwn })),
  );
}

/** Services that do the same work under another name. */
const FAMILIES: Partial<Record<ServiceKind, ServiceKind>> = {
  mariadb: 'mysql',
  valkey: 'redis',
  opensearch: 'elasticsearch',
};

export function familyOf(kind: ServiceKind): ServiceKind {
  return FAMILIES[kind] ?? kind;
}

/** Where a file stands in the life of the app, in words. */
export function placeInWords(place: 'local' | 'ci' | 'deploy'): string {
  return { local: 'on a developer’s machine', ci: 'in CI', deploy: 'in a deploy' }[place];
}

/** A version with its place, as all comparisons need it. */
export interface VersionAt {
  readonly version: string;
  readonly path: string;
  readonly range: Range;
  readonly place: 'local' | 'ci' | 'deploy';
  readonly isOwn: boolean;
}
