import type { Api } from '../../../rule';
import { binds, field, first, second } from '../shared/ports';

const go: readonly Api[] = [
  binds(['net/http.ListenAndServe', 'net/http.ListenAndServeTLS'], first),
  binds(['net/http.Server'], field('Addr')),
  binds(['net.Listen', 'net.ListenPacket'], second),
  // `r.Run()` without an argument reads PORT.
  binds(['github.com/gin-gonic/gin.Default().Run', 'github.com/gin-gonic/gin.New().Run'], first),
  binds(['github.com/labstack/echo.New().Start', 'github.com/labstack/echo.New().StartTLS'], first),
  binds(['github.com/gofiber/fiber.New().Listen'], first),
  binds(['github.com/valyala/fasthttp.ListenAndServe'], first),
];

export default go;
