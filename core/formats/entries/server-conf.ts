import { defineEntryFormat } from '../entry';
import { reading } from '../reading';
import { readBraces } from './shared/braces';
import { SERVER_FILES } from './shared/conf-files';
import { readDirectives } from './shared/directives';
import { maskTemplates } from './shared/templates';

/** Web servers and load balancers: nginx in blocks of braces; Apache httpd, HAProxy and Caddy line by line. */
export default defineEntryFormat({
  id: 'server-conf',
  files: SERVER_FILES,
  comment: ['# ', ''],
  entries(text) {
    const source = maskTemplates(text);
    const result = reading(() => (isNginx(source) ? readBraces(text, source) : readDirectives(text, source)));
    return 'value' in result ? result.value : [];
  },
});

/** Only nginx ends its directives with `;`, and it has no tags. */
function isNginx(source: string): boolean {
  return /;[ \t]*(?:#.*)?$/m.test(source) && !/^[ \t]*<\/?[A-Za-z]/m.test(source);
}
