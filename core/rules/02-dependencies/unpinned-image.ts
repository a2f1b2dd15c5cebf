import type { App } from '../../app';
import { readImage, runtimeOfImage, serviceKindOf } from '../../formats/sources/shared/images';
import { runtimesOf, servicesOf } from '../../parity/pins';
import { type Breach, defineRule } from '../../rule';
import { ownNames } from '../05-build/mutable-release-tag/images';
import { oneEdit, withEdit } from '../shared/one-edit';
import { type ImageAt, imagesIn, isUnpinned } from './unpinned-image/images';

function unpinned(path: string, app: App): Breach[] {
  const found = app.sources
    .filter((source) => source.path === path)
    .flatMap((source) => imagesIn(source, app))
    .filter(({ reference }) => isUnpinned(reference));
  if (found.length === 0) return [];
  const own = ownNames(app);
  return found
    .filter(({ reference }) => !own.has(readImage(reference).name))
    .map((image) => breachOf(image, app));
}

function breachOf({ reference, range, place }: ImageAt, app: App): Breach {
  const { tag, tagAt } = readImage(reference);
  const known = versionFor(reference, app);
  const breach: Breach = {
    range,
    words: {
      image: tag === undefined ? reference : reference.slice(0, tagAt - 1),
      what: tag === undefined ? 'has no tag' : `has the tag ${tag}`,
      advice:
        known === undefined
          ? 'Give it the tag of the version that you tested.'
          : `Give it a tag: ${known.path} says ${known.version}.`,
    },
    ...(place === 'deploy' ? {} : { severity: place === 'ci' ? 'information' : 'hint' }),
  };
  const isWritten = range.end - range.start === reference.length;
  if (known === undefined || !isWritten) return breach;
  const at = range.start + tagAt;
  return withEdit(breach, {
    title: `Use the tag ${known.version}, as ${known.path} says`,
    safe: false,
    start: at,
    end: range.end,
    newText: tag === undefined ? `:${known.version}` : known.version,
  });
}

/** The version of the same runtime or service that another file of the app names. */
function versionFor(reference: string, app: App): { version: string; path: string } | undefined {
  const { tag, tagAt } = readImage(reference);
  const named = `${tag === undefined ? reference : reference.slice(0, tagAt - 1)}:1`;
  const runtime = runtimeOfImage(named, { start: 0, end: named.length }, 'deploy', 'run')?.runtime;
  const pins = runtimesOf(app).filter(({ fact }) => fact.runtime === runtime && fact.matrix !== true);
  const kind = serviceKindOf(reference);
  const uses = kind === undefined ? [] : servicesOf(app).filter(({ fact }) => fact.kind === kind);
  const found = [...pins, ...uses].flatMap(({ path, fact }) => {
    const version = fact.version?.replace(/^v/, '');
    return version !== undefined && /^\d+(?:\.\d+){0,2}$/.test(version) ? [{ version, path }] : [];
  });
  // Where the files themselves disagree, none of them is the one to follow.
  const majors = new Set(found.map(({ version }) => version.split('.', 1)[0]));
  return majors.size === 1 ? found[0] : undefined;
}

export default defineRule({
  id: 'dependencies/unpinned-image',
  title: 'Image without a version',
  severity: 'warning',
  message: 'The image {image} {what}, so each build or start may bring another version. {advice}',
  skip: ['test', 'example', 'generated', 'vendored'],
  appFiles: unpinned,
  fix: oneEdit,
});
