import { defineLanguage } from '../language';
import { javascriptFamily, readTypedEnv } from './shared/javascript';
import { scriptBlocks } from './shared/script-blocks';

/** The script blocks of Svelte components; TypeScript's grammar reads plain JavaScript too. */
export default defineLanguage({
  ...javascriptFamily,
  readEnv: readTypedEnv,
  loadEnv: () => undefined,
  ids: ['svelte'],
  extensions: ['.svelte'],
  grammar: 'typescript',
  embedded: scriptBlocks,
});
