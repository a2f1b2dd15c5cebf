import { property, textOf } from '../../../facts/values';
import type { Api } from '../../../rule';
import { named, when } from '../shared/apis';

const beego = ['github.com/astaxie/beego', 'github.com/beego/beego', 'github.com/beego/beego/v2/server/web'];

export const go: readonly Api[] = [
  named('gorilla’s FilesystemStore', 'github.com/gorilla/sessions.NewFilesystemStore'),
  named(
    'scs’s store in a file',
    ...['boltstore', 'sqlite3store', 'bunt', 'buntdbstore', 'badgerstore', 'leveldbstore'].map(
      (store) => `github.com/alexedwards/scs/${store}.New`,
    ),
    ...['boltstore', 'sqlite3store', 'badgerstore', 'leveldbstore'].map(
      (store) => `github.com/alexedwards/scs/v2/${store}.New`,
    ),
  ),
  when(
    'Beego’s file provider',
    beego.map((module) => `${module}/session.NewManager`),
    (call) => textOf(call.args[0]?.value) === 'file',
  ),
  when(
    'Macaron’s file provider',
    ['github.com/go-macaron/session.Sessioner', 'gitea.com/go-macaron/session.Sessioner'],
    ({ args }) => {
      const given = args[0]?.value;
      return textOf(property(given?.kind === 'call' ? given.args[0]?.value : given, 'Provider')) === 'file';
    },
  ),
];
