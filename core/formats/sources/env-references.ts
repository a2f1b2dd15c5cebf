import { defineSource, type SourceEnv } from '../source';

/** A capital letter first: what is written small is a property of the framework, not a variable. */
const NAME = '[A-Z][A-Z0-9_]*';

interface Idiom {
  readonly files: RegExp;
  /** The name is the first group; a second group is there where a default is. */
  readonly reads: readonly RegExp[];
}

const SPRING: Idiom = {
  files: /(?:^|\/)(?:application|bootstrap)(?:-[\w-]+)?\.(?:ya?ml|properties)$/,
  reads: [new RegExp(`\\$\\{(${NAME})(:)?`, 'g')],
};
const IDIOMS: readonly Idiom[] = [
  SPRING,
  { files: /(?:^|\/)[\w-]+\.prisma$/, reads: [new RegExp(`\\benv\\("(${NAME})"\\)`, 'g')] },
  {
    files:
      /(?:^|\/)config\/(?:(?:application|cable|cache|database|elasticsearch|email|mail|mongoid|newrelic|queue|redis|secrets|services|settings|sidekiq|storage)\.ya?ml|packages\/(?:\w+\/)?\w+\.ya?ml)$/,
    reads: [
      new RegExp(`\\bENV\\[["'](${NAME})["']\\](\\s*\\|\\|)?`, 'g'),
      new RegExp(`\\bENV\\.fetch\\(["'](${NAME})["']\\)?([ \\t]*[,{])?`, 'g'),
      new RegExp(`%env\\((?:[\\w.]+:){0,4}(${NAME})\\)%`, 'g'),
    ],
  },
  {
    files: /(?:^|\/)config\/custom-environment-variables\.(?:json5?|ya?ml)$/,
    reads: [new RegExp(`:[ \\t]*["']?(${NAME})["']?[ \\t]*,?[ \\t]*$`, 'gm')],
  },
  {
    files: /(?:^|\/)(?:logback|log4j2)(?:-[\w-]+)?\.xml$/,
    reads: [new RegExp(`\\$\\{(?:env:)?(${NAME})(:-)?`, 'g')],
  },
];

/** Configuration files of frameworks that take values from the environment: `\${DATABASE_URL}`, `<%= ENV["X"] %>`. */
export default defineSource({
  id: 'env-references',
  files: new RegExp(IDIOMS.map(({ files }) => files.source).join('|')),
  read: (path, text) => ({
    env: IDIOMS.filter(({ files }) => files.test(path)).flatMap((one) => readsOf(one, text)),
  }),
});

function readsOf({ reads }: Idiom, text: string): SourceEnv[] {
  return reads.flatMap((pattern) =>
    [...text.matchAll(pattern)].map(({ 0: whole, 1: name = '', 2: stand, index }): SourceEnv => {
      const start = index + whole.indexOf(name);
      const range = { start, end: start + name.length };
      const hasDefault = stand === undefined ? {} : { hasDefault: true };
      return { name, range, does: 'read', ...hasDefault, scope: undefined, when: 'run' };
    }),
  );
}
