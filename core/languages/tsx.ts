import { defineLanguage } from '../language';
import { javascriptFamily, readTypedEnv } from './shared/javascript';

export default defineLanguage({
  ...javascriptFamily,
  readEnv: readTypedEnv,
  ids: ['typescriptreact'],
  extensions: ['.tsx'],
  grammar: 'tsx',
});
