import type { LanguageFixture } from './fixture';
import javascript from './javascript';
import python from './python';
import tsx from './tsx';
import typescript from './typescript';

/** By a language's own id. */
const fixtures: ReadonlyMap<string, LanguageFixture> = new Map([
  ['javascript', javascript],
  ['python', python],
  ['typescript', typescript],
  ['typescriptreact', tsx],
]);

export default fixtures;
