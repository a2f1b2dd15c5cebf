import type { App } from '../../../app';
import type { CallFact, Value } from '../../../facts/fact';
import { property, textOf } from '../../../facts/values';
import type { Api, FileView } from '../../../rule';
import { importsFrom, named, says, when } from '../shared/apis';

/** The fields of the first argument: of an object, or of what a composite literal makes. */
const fields = (call: CallFact): Value | undefined => {
  const given = call.args[0]?.value;
  return given?.kind === 'call' ? given.args[0]?.value : given;
};

/** A store set on the manager later is one of the library's own packages, imported here or elsewhere in the app. */
function unlessImported(what: string, calls: readonly string[], stores: RegExp): Api {
  return {
    calls,
    breach: (call, file: FileView, app: App) => {
      const known = [...app.files.values()].flatMap(({ imports }) => imports);
      const here = file.imports.map(({ module }) => module);
      return [...here, ...known].some((module) => stores.test(module)) ? undefined : says(what, call.range);
    },
  };
}

const provider = (call: CallFact): string | undefined => textOf(property(fields(call), 'Provider'));

export const go: readonly Api[] = [
  unlessImported(
    'scs without a store',
    ['github.com/alexedwards/scs.New', 'github.com/alexedwards/scs.NewSession'],
    /^github\.com\/alexedwards\/scs\/(?:v\d+\/)?(?!v\d+$|memstore)\w+/,
  ),
  named(
    'scs’s memstore',
    'github.com/alexedwards/scs/memstore.New',
    'github.com/alexedwards/scs/v2/memstore.New',
  ),
  named('gorilla’s memstore', 'github.com/quasoft/memstore.NewMemoryStore'),
  named('sessionup’s memstore', 'github.com/swithek/sessionup-memstore.New'),
  named('gin’s memstore', 'github.com/gin-contrib/sessions/memstore.NewStore'),
  when(
    'fiber’s session without a storage',
    ['session.New', 'session.NewStore'].flatMap((name) =>
      ['', '/v2', '/v3'].map((version) => `github.com/gofiber/fiber${version}/middleware/${name}`),
    ),
    (call) => {
      const options = fields(call);
      if (call.args.length === 0) return true;
      return options?.kind === 'object' && !options.open && property(options, 'Storage') === undefined;
    },
  ),
  when(
    'Beego’s memory provider',
    [
      'github.com/astaxie/beego/session.NewManager',
      'github.com/beego/beego/session.NewManager',
      'github.com/beego/beego/server/web/session.NewManager',
      'github.com/beego/beego/v2/server/web/session.NewManager',
    ],
    (call) => textOf(call.args[0]?.value) === 'memory',
  ),
  when(
    'Macaron’s memory provider',
    ['github.com/go-macaron/session.Sessioner', 'gitea.com/go-macaron/session.Sessioner'],
    (call) => call.args.length === 0 || provider(call) === 'memory',
  ),
  named(
    'The in-memory session store',
    'github.com/icza/session.NewInMemStore',
    'github.com/go-session/session.NewMemoryStore',
  ),
  {
    calls: ['github.com/kataras/iris/sessions.New', 'github.com/kataras/iris/v12/sessions.New'],
    breach: (call, file) =>
      importsFrom(file, 'github.com/kataras/iris/v12/sessions/sessiondb/')
        ? undefined
        : says('iris’s session without a database', call.range, 'information'),
  },
];
