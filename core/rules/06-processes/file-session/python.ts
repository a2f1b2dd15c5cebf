import { argumentAt, property, textOf } from '../../../facts/values';
import type { Api } from '../../../rule';
import { named, referenceOf, says, soften } from '../shared/apis';

export const python: readonly Api[] = [
  named('web.py’s DiskStore', 'web.session.DiskStore'),
  named('web.py’s ShelfStore', 'web.session.ShelfStore'),
  {
    calls: [
      '?.config.from_mapping',
      '?.config.update',
      'flask.Flask().config.from_mapping',
      'flask.Flask().config.update',
    ],
    breach: (call) => {
      const type = argumentAt(call.args, 99, 'SESSION_TYPE') ?? property(call.args[0]?.value, 'SESSION_TYPE');
      // A literal in a mapping is a string that its key holds already.
      return type && argumentAt(call.args, 99, 'SESSION_TYPE') && textOf(type) === 'filesystem'
        ? says('Flask-Session', type.range)
        : undefined;
    },
  },
  {
    calls: ['cherrypy.config.update', 'cherrypy.quickstart', 'cherrypy.tree.mount', 'cherrypy.Application'],
    breach: (call) => {
      for (const { value } of call.args) {
        const parts = value.kind === 'object' ? [value, ...value.entries.map((entry) => entry.value)] : [];
        const storage = parts.map((part) => property(part, 'tools.sessions.storage_class')).find(Boolean);
        if (storage && /^cherrypy\.lib\.sessions\.FileSession$/.test(referenceOf(storage) ?? ''))
          return says('CherryPy’s FileSession', storage.range);
      }
      return undefined;
    },
  },
  ...soften(
    'information',
    named(
      'PicklePersistence',
      'telegram.ext.PicklePersistence',
      'telegram.ext.picklepersistence.PicklePersistence',
    ),
  ),
];
