import type { LanguageFixture } from './fixture';
import javascript from './javascript';
import typescript from './typescript';

const isJsx = ([marked]: readonly [string, string]): boolean => marked.includes('<A ');

/** TypeScript with JSX. */
const fixture: LanguageFixture = {
  ...typescript,
  movable: [
    ...typescript.movable,
    ...javascript.movable
      .filter(isJsx)
      .map(
        ([marked, means]) =>
          [marked, means.replace('process.env.NAME', 'process.env.NAME as string')] as const,
      ),
  ],
  immovable: [...typescript.immovable, 'const a = <A b="«x»" />;\n'],
};

export default fixture;
