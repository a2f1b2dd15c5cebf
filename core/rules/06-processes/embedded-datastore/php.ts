import { textOf } from '../../../facts/values';
import type { Api } from '../../../rule';
import { everywhere, says } from '../shared/apis';
import { dataFile, opens } from '../shared/data-files';
import { replacing } from '../shared/repairs';

export const php: readonly Api[] = [
  ...everywhere(
    {
      calls: ['PDO'],
      breach: (call) => {
        const source = call.args[0]?.value;
        const isFile = call.construct && textOf(source)?.startsWith('sqlite:') === true;
        const found = isFile ? dataFile(source) : undefined;
        return found && says('SQLite', call.range, found);
      },
    },
    opens({ what: 'SQLite', calls: ['SQLite3'], unless: ({ construct }) => !construct }),
  ),
  {
    calls: ['env'],
    global: true,
    breach: ({ args }, { path }) => {
      const fallback = args[1]?.value;
      if (textOf(args[0]?.value) !== 'DB_CONNECTION' || !fallback || textOf(fallback) !== 'sqlite')
        return undefined;
      if (!/(?:^|\/)config\/database\.php$/i.test(path)) return undefined;
      const breach = says('Laravel’s default connection', fallback.range, 'information');
      return replacing(breach, 'Default to PostgreSQL', fallback.range, "'pgsql'");
    },
  },
];
