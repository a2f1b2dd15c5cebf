import { defineEntryFormat } from '../entry';
import { INI_FILES } from './shared/conf-files';
import { IniEntries } from './shared/ini-entries';
import { linesOf } from './shared/lines';

/** INI as PHP, Python, systemd, Supervisor and uWSGI write it. */
export default defineEntryFormat({
  id: 'ini',
  files: INI_FILES,
  comment: ['; ', ''],
  entries(text) {
    const found = new IniEntries(text);
    for (const line of linesOf(text)) found.takeLine(line);
    return found.end();
  },
});
