import { textOf } from '../../../facts/values';
import type { Api } from '../../../rule';
import { addressBreach, binds, field, first, portBreach, second, soften } from '../shared/ports';
import { isProfiler } from '../shared/profiler';

const go: readonly Api[] = [
  {
    calls: ['net/http.ListenAndServe', 'net/http.ListenAndServeTLS'],
    breach: (call, file) => {
      if (isProfiler(call, file)) return undefined;
      // The authority that signs certificates asks at port 80 and no other.
      const handler = call.args.at(-1)?.value;
      const isAcme = handler?.kind === 'call' && /\.HTTPHandler$/.test(handler.callee);
      return isAcme ? undefined : addressBreach(first(call));
    },
  },
  binds(['net/http.Server'], field('Addr')),
  binds(['net.Listen', 'net.ListenPacket'], second),
  // `r.Run()` without an argument reads PORT.
  binds(['github.com/gin-gonic/gin.Default().Run', 'github.com/gin-gonic/gin.New().Run'], first),
  binds(['github.com/labstack/echo.New().Start', 'github.com/labstack/echo.New().StartTLS'], first),
  binds(['github.com/gofiber/fiber.New().Listen'], first),
  binds(['github.com/kataras/iris.New().Listen', 'github.com/kataras/iris.Default().Listen'], first),
  binds(['github.com/kataras/iris.Addr', 'github.com/gorilla/http.ListenAndServe'], first),
  {
    // A flag can be given another value, though nobody but the start command does.
    calls: ['flag.String', 'flag.Int'],
    breach: ({ args }, _file, app) => {
      // Where the environment is asked too, the flag stands behind it.
      if (app.envReads.has('PORT')) return undefined;
      const [name, value] = args.map((argument) => argument.value);
      const isPort = /^(?:listen|addr|address|http|http-addr|bind|port)$/.test(textOf(name) ?? '');
      return isPort ? soften(addressBreach(value) ?? portBreach(value)) : undefined;
    },
  },
  binds(['github.com/valyala/fasthttp.ListenAndServe'], first),
];

export default go;
