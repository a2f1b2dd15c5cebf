import { defineSource, type SourceEnv } from '../source';

/** A name with two words or more: a single word in capitals may be anything. */
const NAME = '[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+';
/** `` `NAME` ``, `` `NAME=5` ``, `export NAME=5` and `- NAME=5` at the start of a line. */
const SPOKEN_OF = new RegExp(
  `(?:\`|^[ \\t]*(?:[-*][ \\t]+|export[ \\t]+|\\$[ \\t]+)?)(${NAME})(?=[\`=:])`,
  'gm',
);

/** What the guide at the root of the repository or of an app says of its variables. */
export default defineSource({
  id: 'readme',
  files: /^(?:[^/]+\/)?README(?:[._-]\w{1,12})?\.(?:md|rst|adoc|txt)$/,
  read: (_path, text) => ({
    env: [...text.matchAll(SPOKEN_OF)].map(({ 0: whole, 1: name = '', index }): SourceEnv => {
      const start = index + whole.length - name.length;
      return {
        name,
        range: { start, end: start + name.length },
        does: 'document',
        scope: undefined,
        when: 'run',
      };
    }),
  }),
});
