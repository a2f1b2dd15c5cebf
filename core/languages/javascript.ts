import { defineLanguage } from '../language';
import { javascriptFamily } from './shared/javascript';

export default defineLanguage({
  ...javascriptFamily,
  ids: ['javascript', 'javascriptreact'],
  extensions: ['.js', '.mjs', '.cjs', '.jsx'],
  grammar: 'javascript',
});
