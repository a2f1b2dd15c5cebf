import { property } from '../../../facts/values';
import type { Api } from '../../../rule';
import { named, referenceOf, says, soften } from '../shared/apis';

export const python: readonly Api[] = [
  named('web.py’s DiskStore', 'web.session.DiskStore'),
  named('web.py’s ShelfStore', 'web.session.ShelfStore'),
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
