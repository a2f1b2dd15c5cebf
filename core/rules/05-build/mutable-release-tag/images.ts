import type { App } from '../../../app';
import { perTree } from '../../../facts/per-tree';
import { entryFormatOf } from '../../../formats/entry-format';
import { placeOfCompose } from '../../../formats/sources/compose';
import { readImage, runtimeOfImage, serviceKindOf } from '../../../formats/sources/shared/images';
import type { Breach } from '../../../rule';
import { withEdit } from '../../shared/one-edit';
import { isMutableTag } from './tags';

const IMAGE = /(?:^|\.)(?:containers|initContainers|services)\.[^.]+\.image$/;

/** Images of the app itself, in files that deploy it, under a tag that moves. */
export function ownImages(path: string, app: App): Breach[] {
  const source = app.sources.find((one) => one.path === path && /^(?:kubernetes|compose)$/.test(one.format));
  if (!source || (source.format === 'compose' && placeOfCompose(path) !== 'deploy')) return [];
  const text = app.tree.appFiles.get(path)?.text ?? '';
  const entries = entryFormatOf(path)?.entries(text) ?? [];
  const own = ownNames(app);
  const hasBuild = new Set(
    entries.filter(({ keys }) => keys.at(-1) === 'build').map(({ keys }) => keys.slice(0, -1).join('.')),
  );
  return entries.flatMap(({ keys, value, range, kind }): Breach[] => {
    if (
      kind !== 'value' ||
      value === '' ||
      !IMAGE.test(keys.join('.')) ||
      hasBuild.has(keys.slice(0, -1).join('.'))
    )
      return [];
    const { tag, tagAt, digest, isOpen, repository, name } = readImage(value);
    if (
      digest !== undefined ||
      isOpen ||
      !isMutableTag(tag) ||
      !own.has(repository.toLowerCase().split('/').at(-1) ?? name)
    )
      return [];
    if (serviceKindOf(value) || runtimeOfImage(`${value}:1`, range, 'deploy', 'run')) return [];
    const what = `The app’s image has ${tag === undefined ? 'no tag' : `the tag ${tag}`}`;
    const breach = { range, words: { what, advice: 'Give the image a tag for each release.' } };
    const isWritten = range.end - range.start === value.length;
    if (source.format !== 'compose' || !isWritten) return [breach];
    const start = range.start + (tag === undefined ? tagAt : tagAt - 1);
    const title = 'Take the tag from the environment of the deploy';
    return [withEdit(breach, { title, safe: false, start, end: range.end, newText: `:\${TAG:?}` })];
  });
}

/** The images that workflows tag. */
const tagsOfWorkflows = perTree(({ appFiles }) => {
  const found: string[] = [];
  for (const { path, text } of appFiles.values()) {
    if (!/\.github\/workflows\//.test(path)) continue;
    for (const [, tags = ''] of text.matchAll(/^[ \t]{0,40}(?:tags|images):[ \t]{0,8}([^\n]{1,400})/gm))
      found.push(...tags.split(/[,\s]+/).filter((one) => one.includes('/')));
  }
  return found;
});

/** The names under which this repository builds images: those it pushes or builds, and those of its packages. */
export function ownNames(app: App): ReadonlySet<string> {
  const names = new Set<string>();
  const add = (reference: string): void => {
    const { name } = readImage(reference);
    if (name !== '' && !/[${}]/.test(name)) names.add(name);
  };
  for (const { command } of app.commands) {
    for (const { words } of command.simple) {
      const all = words.map(({ text }) => text);
      if (!/^(?:docker|podman|buildah|buildx)$/.test(all[0] ?? '')) continue;
      if (all.includes('push')) add(all.findLast((word) => !word.startsWith('-')) ?? '');
      for (const [at, word] of all.entries()) if (/^(?:-t|--tag)$/.test(word)) add(all[at + 1] ?? '');
    }
  }
  for (const reference of tagsOfWorkflows(app.tree)) add(reference);
  for (const { name } of app.manifests) if (name) names.add(name.split('/').at(-1)?.toLowerCase() ?? '');
  return names;
}
