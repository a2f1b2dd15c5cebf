import type { App } from '../../../app';
import type { RoleCommand } from '../../../formats/commands';
import { readImage } from '../../../formats/sources/shared/images';
import { everySimple, type SimpleCommand } from '../../../procfile/procfile';
import type { Breach } from '../../../rule';
import { isMutableTag } from './tags';

/** Commands that move a tag of git, or push an image under no other name than one that moves. */
export function movedTags({ command, role, path }: RoleCommand, app: App): Breach[] {
  if (role === 'run' || role === 'check' || role === 'dev') return [];
  const pushes = everySimple(command).flatMap((simple) => pushed(simple));
  const pushesRelease =
    pushes.length > 0 &&
    app.commands.some(
      (one) =>
        one.path === path &&
        everySimple(one.command)
          .flatMap(pushed)
          .some(({ reference }) => !isMutable(reference)),
    );
  return [
    ...everySimple(command).flatMap(forcedTag),
    ...pushes.flatMap(({ reference, range }) =>
      pushesRelease || !isMutable(reference)
        ? []
        : [
            {
              range,
              words: {
                what: `This pushes ${tagOf(reference)} only`,
                advice: 'Push a tag for each release, such as the commit.',
              },
              severity: 'information' as const,
            },
          ],
    ),
  ];
}

function forcedTag({ words, range }: SimpleCommand): Breach[] {
  const all = words.map(({ text }) => text);
  const isTag =
    all[0] === 'git' && all[1] === 'tag' && all.some((word) => /^(?:-f|--force|-\w*f\w*)$/.test(word));
  const name = all.findLast((word) => !word.startsWith('-')) ?? '';
  // A tag for the newest of a line of versions is meant to move.
  if (!isTag || /^v?\d+(?:\.\d+)?$|latest|stable|nightly|edge|\$/.test(name)) return [];
  return [{ range, words: { what: 'This moves a tag', advice: 'Give each release a tag of its own.' } }];
}

function pushed({ words }: SimpleCommand): { reference: string; range: { start: number; end: number } }[] {
  const [program, verb, ...rest] = words;
  if (!program || !/^(?:docker|podman|buildah|skopeo)$/.test(program.text) || verb?.text !== 'push')
    return [];
  if (rest.some(({ text }) => /^(?:-a|--all-tags)$/.test(text))) return [];
  const image = rest.find(({ text }) => !text.startsWith('-'));
  return image ? [{ reference: image.text, range: image.range }] : [];
}

function isMutable(reference: string): boolean {
  const { tag, isOpen, digest } = readImage(reference);
  return digest === undefined && !(isOpen && /[$]/.test(tag ?? '$')) && isMutableTag(tag);
}

function tagOf(reference: string): string {
  return readImage(reference).tag ?? 'latest';
}
