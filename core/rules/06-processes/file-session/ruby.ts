import type { CallFact } from '../../../facts/fact';
import { argumentAt, property, textOf } from '../../../facts/values';
import type { Api, Breach } from '../../../rule';
import { named, referenceOf, says } from '../shared/apis';

/** `use Rack::Session::Moneta` with files. */
function used(call: CallFact): Breach | undefined {
  const names = call.args.map(({ value }) => referenceOf(value));
  if (!names.includes('Rack.Session.Moneta')) return undefined;
  const store = argumentAt(call.args, 99, 'store');
  const adapter = textOf(store?.kind === 'call' ? store.args[0]?.value : store);
  const isFile = /^(?:File|HashFile|PStore|YAML|DBM|GDBM|SDBM|Daybreak|LevelDB|LMDB)$/.test(adapter ?? '');
  return isFile ? says(`Moneta’s ${adapter} adapter`, call.range) : undefined;
}

export const ruby: readonly Api[] = [
  {
    calls: ['use', '?.use', 'config.middleware.use', 'Rails.application.config.middleware.use'],
    breach: used,
  },
  {
    // Its default is a store in files.
    calls: ['CGI.Session.new'],
    breach: (call) => {
      const manager = call.args
        .map(({ name, value }) => (name === 'database_manager' ? value : property(value, 'database_manager')))
        .find(Boolean);
      const isFile = !manager || /^CGI\.Session\.(?:FileStore|PStore)$/.test(referenceOf(manager) ?? '');
      return isFile ? says('CGI::Session’s file store', call.range) : undefined;
    },
  },
  named('CGI::Session’s file store', 'CGI.Session.FileStore.new', 'CGI.Session.PStore.new'),
  {
    calls: ['config.session_store', '?.session_store', 'Rails.application.config.session_store'],
    breach: (call) => {
      const cache = argumentAt(call.args, 99, 'cache') ?? property(call.args[1]?.value, 'cache');
      if (referenceOf(cache) === 'ActiveSupport.Cache.FileStore.new')
        return says('The cache in files', call.range);
      const isStore = /^(?:file_store|p_?store)$/.test(textOf(call.args[0]?.value) ?? '');
      return isStore ? says('This session store', call.range) : undefined;
    },
  },
];
