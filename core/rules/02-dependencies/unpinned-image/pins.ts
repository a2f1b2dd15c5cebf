import type { App } from '../../../app';
import { entryFormatOf } from '../../../formats/entry-format';
import type { Source } from '../../../formats/source';
import { readImage, versionOfTag } from '../../../formats/sources/shared/images';
import { imagesIn } from './images';

/** How another file of the repository pins an image. */
export interface Pin {
  /** What stands behind the image's name there: `:17.2`, `@sha256:…`, `:17.2@sha256:…`. */
  readonly pin: string;
  /** A digest names one build; a tag only a version. */
  readonly hasDigest: boolean;
  readonly path: string;
}

/** A tag that says which system is below, and of what it is told alone. */
const FLAVOUR = /(?:^|-)(alpine|slim)(?:-|$)/;

/**
 * How the files around the code pin the image that `reference` names without a version, each way once: those with a digest first.
 * A tag that says `alpine` or `slim` stays with such images.
 */
export function pinsFor(reference: string, app: App): readonly Pin[] {
  const wanted = nameOf(reference);
  const flavour = FLAVOUR.exec(readImage(reference).tag ?? '')?.[1];
  const found = new Map<string, Pin>();
  for (const source of [...app.sources, ...app.sourcesAbove])
    for (const other of [...imagesIn(source, app).map((one) => one.reference), ...keptApart(source, app)]) {
      const { tag, tagAt, digest, isOpen } = readImage(other);
      const isExact = digest !== undefined || (tag !== undefined && versionOfTag(tag) !== undefined);
      if (isOpen || !isExact || nameOf(other) !== wanted) continue;
      if (flavour !== undefined && FLAVOUR.exec(tag ?? '')?.[1] !== flavour) continue;
      const pin = other.slice(tag === undefined ? tagAt : tagAt - 1);
      if (!found.has(pin)) found.set(pin, { pin, hasDigest: digest !== undefined, path: source.path });
    }
  return [...found.values()].sort((a, b) => Number(b.hasDigest) - Number(a.hasDigest));
}

/** `docker.io/library/postgres` and `postgres` are one image. */
function nameOf(reference: string): string {
  const { tag, tagAt } = readImage(reference);
  const end = tag === undefined ? tagAt : tagAt - 1;
  return reference.slice(0, end).replace(/^(?:(?:index\.)?docker\.io\/)?(?:library\/)?/, '');
}

/** Keys of one map that say together which image is taken: of Kustomize's `images`, and of a chart's values. */
const PARTS: readonly { readonly name: readonly string[]; readonly tag: string }[] = [
  { name: ['newName', 'name'], tag: 'newTag' },
  { name: ['repository'], tag: 'tag' },
];
const HOLDERS = /^images\.\d+$|(?:^|\.)image$/i;

/** The images whose name, tag and digest stand in lines of their own, as references. */
function keptApart({ path, format }: Source, app: App): string[] {
  if (format !== 'kubernetes') return [];
  const maps = new Map<string, Map<string, string>>();
  for (const { keys, kind, value } of entryFormatOf(path)?.entries(app.tree.appFiles.get(path)?.text ?? '') ??
    []) {
    const holder = keys.slice(0, -1).join('.');
    if (kind !== 'value' || value === '' || !HOLDERS.test(holder)) continue;
    const map = maps.get(holder) ?? new Map<string, string>();
    maps.set(holder, map.set(keys.at(-1) ?? '', value));
  }
  return [...maps.values()].flatMap((map) =>
    PARTS.flatMap(({ name, tag }) => {
      const image = name.map((key) => map.get(key)).find((one) => one !== undefined);
      const version = map.get(tag);
      const digest = map.get('digest');
      if (image === undefined || (version === undefined && digest === undefined)) return [];
      return [
        `${image}${version === undefined ? '' : `:${version}`}${digest === undefined ? '' : `@${digest}`}`,
      ];
    }),
  );
}
