import { defineEntryFormat } from '../entry';
import { reading } from '../reading';
import { readDirectives } from './shared/directives';

/** What logrotate is told: a block for each path of log files, with one directive a line. */
export default defineEntryFormat({
  id: 'logrotate',
  files:
    /(?:^|\/)logrotate\.d\/[^/.]+(?:\.(?:conf|j2|erb|template))?$|(?:^|\/)logrotate[\w-]*(?:\.conf)?$|\.logrotate$/,
  comment: ['# ', ''],
  entries(text) {
    const result = reading(() => readDirectives(text, text));
    return 'value' in result ? result.value : [];
  },
});
