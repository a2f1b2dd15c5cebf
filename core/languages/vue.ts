import { defineLanguage } from '../language';
import { javascriptFamily, readTypedEnv } from './shared/javascript';
import { scriptBlocks } from './shared/script-blocks';

/** The script blocks of Vue components; TypeScript's grammar reads plain JavaScript too. */
export default defineLanguage({
  ...javascriptFamily,
  readEnv: readTypedEnv,
  loadEnv: () => undefined,
  ids: ['vue'],
  extensions: ['.vue'],
  grammar: 'typescript',
  embedded: scriptBlocks,
});
