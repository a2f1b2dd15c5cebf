import type { App } from '../../app';
import { readImage, runtimeOfImage, serviceKindOf } from '../../formats/sources/shared/images';
import { runtimesOf, servicesOf } from '../../parity/pins';
import { type Breach, type Choice, defineRule, type Fixer } from '../../rule';
import { ownNames } from '../05-build/mutable-release-tag/images';
import { oneEdit, withEdit } from '../shared/one-edit';
import { type ImageAt, imagesIn, isUnpinned } from './unpinned-image/images';
import { type Pin, pinsFor } from './unpinned-image/pins';

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
  const known = versionsFor(reference, app);
  const pins = pinsFor(reference, app);
  const breach: Breach = {
    range,
    words: {
      image: tag === undefined ? reference : reference.slice(0, tagAt - 1),
      what: tag === undefined ? 'has no tag' : `has the tag ${tag}`,
      advice: adviceFor(pins, known),
    },
    ...(place === 'deploy' ? {} : { severity: place === 'ci' ? 'information' : 'hint' }),
  };
  const isWritten = range.end - range.start === reference.length;
  if (!isWritten) return breach;
  if (pins.length > 0) return { ...breach, repair: { image: reference } };
  const [first] = known;
  if (!first || disagree(known)) return breach;
  const at = range.start + tagAt;
  return withEdit(breach, {
    title: `Use the tag ${first.version}, as ${first.path} says`,
    safe: false,
    start: at,
    end: range.end,
    newText: tag === undefined ? `:${first.version}` : first.version,
  });
}

/** Where the files themselves disagree, none of them is the one to follow. */
function adviceFor(pins: readonly Pin[], known: readonly Known[]): string {
  const [pin] = pins;
  const [first] = known;
  if (pins.length > 1) return 'Give it one of those that other files name.';
  if (disagree(known)) return 'Give it the tag of the version that you tested.';
  if (pin)
    return pin.hasDigest
      ? `Give it the digest of ${pin.path}.`
      : `Give it a tag: ${pin.path} says ${pin.pin.slice(1)}.`;
  return first
    ? `Give it a tag: ${first.path} says ${first.version}.`
    : 'Give it the tag of the version that you tested.';
}

interface Known {
  readonly version: string;
  readonly path: string;
}

const disagree = (known: readonly Known[]): boolean =>
  new Set(known.map(({ version }) => version.split('.', 1)[0])).size > 1;

/** The pins of other files in the place of what is written; picked where there are several. */
const pinned: Fixer = ({ path, breach: { range, repair } }, _text, app) => {
  if (typeof repair?.image !== 'string') return [];
  const { tag, tagAt } = readImage(repair.image);
  const start = range.start + (tag === undefined ? tagAt : tagAt - 1);
  const choices = pinsFor(repair.image, app).map(
    (one): Choice => ({
      label: one.pin.replace(/^:/, ''),
      description: one.path,
      edits: [{ path, range: { start, end: range.end }, newText: one.pin }],
    }),
  );
  const [only] = choices;
  if (!only) return [];
  if (choices.length > 1)
    return [{ title: 'Choose the version of another file…', kind: 'suggestion', edits: [], choices }];
  const what = only.label.startsWith('@') || only.label.includes('@') ? 'digest' : `tag ${only.label}`;
  const title = `Use the ${what}, as ${only.description} does`;
  return [{ title, kind: 'suggestion', edits: only.edits }];
};

/** The versions of the same runtime or service that other files of the app name. */
function versionsFor(reference: string, app: App): readonly Known[] {
  const { tag, tagAt } = readImage(reference);
  const named = `${tag === undefined ? reference : reference.slice(0, tagAt - 1)}:1`;
  const runtime = runtimeOfImage(named, { start: 0, end: named.length }, 'deploy', 'run')?.runtime;
  const pins = runtimesOf(app).filter(({ fact }) => fact.runtime === runtime && fact.matrix !== true);
  const kind = serviceKindOf(reference);
  const uses = kind === undefined ? [] : servicesOf(app).filter(({ fact }) => fact.kind === kind);
  return [...pins, ...uses].flatMap(({ path, fact }) => {
    const version = fact.version?.replace(/^v/, '');
    return version !== undefined && /^\d+(?:\.\d+){0,2}$/.test(version) ? [{ version, path }] : [];
  });
}

export default defineRule({
  id: 'dependencies/unpinned-image',
  title: 'Image without a version',
  severity: 'warning',
  message: 'The image {image} {what}, so each build or start may bring another version. {advice}',
  skip: ['test', 'example', 'generated', 'vendored'],
  appFiles: unpinned,
  fix: (finding, text, app) => [...pinned(finding, text, app), ...oneEdit(finding, text, app)],
});
