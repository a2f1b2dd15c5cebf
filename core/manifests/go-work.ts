import { defineManifest } from '../manifest';
import { emptyManifest } from './shared/empty';
import { directives, replacementsIn } from './shared/go-directives';

/** The workspace file of Go: modules that are built together. https://go.dev/ref/mod#go-work-file */
export default defineManifest({
  id: 'go-work',
  ecosystem: 'go',
  files: /(?:^|\/)go\.work$/,
  parse(path, text) {
    const lines = directives(text);
    const uses = lines.flatMap(({ verb, words }) => (verb === 'use' && words[0] ? [words[0]] : []));
    const { overrides, locals } = replacementsIn(lines);
    return {
      ...emptyManifest(path, 'go', 'go-work'),
      workspaces: uses.map(({ text: folder }) => folder),
      overrides,
      locals: [
        ...locals,
        ...uses.map(({ text: folder, start }) => ({
          path: folder,
          range: { start, end: start + folder.length },
        })),
      ],
      traits: new Set(['tooling-only'] as const),
    };
  },
  declare: () => undefined,
});
