import { argumentAt, property, textOf } from '../../../facts/values';
import type { Api } from '../../../rule';
import { says } from '../shared/apis';
import { dataFile, isOn, opens } from '../shared/data-files';

export const ruby: readonly Api[] = [
  opens({
    what: 'SQLite',
    calls: ['SQLite3.Database.new', 'SQLite3.Database.open'],
    unless: ({ args }) => isOn(args, 'readonly'),
  }),
  opens({ what: 'SQLite', calls: ['Sequel.sqlite'] }),
  opens({ what: 'PStore', calls: ['PStore.new'] }),
  opens({ what: 'YAML::Store', calls: ['YAML.Store.new', 'Psych.Store.new'] }),
  {
    calls: ['ActiveRecord.Base.establish_connection', 'Sequel.connect'],
    breach: (call) => {
      const option = (key: string) => argumentAt(call.args, 99, key) ?? property(call.args[0]?.value, key);
      const adapter = textOf(option('adapter'));
      if (adapter !== 'sqlite3' && adapter !== 'sqlite') return undefined;
      const found = dataFile(option('database'));
      return found && says('SQLite', call.range, found);
    },
  },
];
