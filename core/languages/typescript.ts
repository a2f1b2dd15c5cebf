import { defineLanguage } from '../language';
import { javascriptFamily, readTypedEnv } from './shared/javascript';

export default defineLanguage({
  ...javascriptFamily,
  readEnv: readTypedEnv,
  ids: ['typescript'],
  extensions: ['.ts', '.mts', '.cts'],
  grammar: 'typescript',
});
