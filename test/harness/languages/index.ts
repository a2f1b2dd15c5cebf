import bash from './bash';
import csharp from './csharp';
import type { LanguageFixture } from './fixture';
import go from './go';
import java from './java';
import javascript from './javascript';
import php from './php';
import python from './python';
import ruby from './ruby';
import rust from './rust';
import { inScriptBlock } from './script-blocks';
import tsx from './tsx';
import typescript from './typescript';

/** By a language's own id. */
const fixtures: ReadonlyMap<string, LanguageFixture> = new Map([
  ['csharp', csharp],
  ['go', go],
  ['java', java],
  ['javascript', javascript],
  ['php', php],
  ['python', python],
  ['ruby', ruby],
  ['rust', rust],
  ['shellscript', bash],
  ['typescript', typescript],
  ['typescriptreact', tsx],
  ['svelte', inScriptBlock(typescript)],
  ['vue', inScriptBlock(typescript)],
]);

export default fixtures;
