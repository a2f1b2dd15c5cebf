import type { Files } from '../harness/temp-folder';

/** A program of one language or framework: what the rule's fix makes of it is run by `run.mjs`. */
export interface Sample {
  readonly name: string;
  /** The program that must be on PATH. */
  readonly needs: string;
  readonly files: Readonly<Record<string, string>>;
  /** The file that is fixed. */
  readonly path: string;
  /** Run before, each in the program's folder. */
  readonly prepare?: readonly (readonly string[])[];
  readonly run: readonly string[];
  /** What the runtime ends with after a clean stop; the JVM always says that a signal ended it. */
  readonly code?: number;
  /** It takes no requests, and says `busy` and `done` for each job. */
  readonly isWorker?: boolean;
}

const ANNOUNCE = `
func announce(address string) {
	for {
		if connection, err := net.Dial("tcp", address); err == nil {
			connection.Close()
			fmt.Println("ready")
			return
		}
		time.Sleep(10 * time.Millisecond)
	}
}
`;

const goApp = (name: string, modules: readonly string[], imported: string, main: string): Sample => ({
  name,
  needs: 'go',
  path: 'main.go',
  files: {
    'go.mod': 'module shop\n\ngo 1.21\n',
    'main.go': `package main

import (
	"fmt"
	"net"
	"os"
	"time"

	"${imported}"
)

func main() {
${main}}
${ANNOUNCE}`,
  },
  prepare: [
    ['go', 'get', ...modules],
    ['go', 'build', '-o', 'shop', '.'],
  ],
  run: ['./shop'],
});

const node = (name: string, dependency: string, text: string): Sample => ({
  name,
  needs: 'npm',
  path: 'server.mjs',
  files: {
    Procfile: 'web: node server.mjs\n',
    'package.json': JSON.stringify({ private: true, dependencies: { [dependency]: '*' } }),
    'server.mjs': text,
  },
  prepare: [['npm', 'install', '--silent', '--no-audit', '--no-fund']],
  run: ['node', 'server.mjs'],
});

export const samples: readonly Sample[] = [
  node(
    'Express',
    'express',
    `import express from 'express';

const app = express();
app.get('/', (request, response) => {
  console.log('busy');
  setTimeout(() => response.send('done'), 300);
});
app.listen(process.env.PORT, () => console.log('ready'));
`,
  ),
  node(
    'Koa',
    'koa',
    `import Koa from 'koa';

const app = new Koa();
app.use(async (context) => {
  console.log('busy');
  await new Promise((resolve) => setTimeout(resolve, 300));
  context.body = 'done';
});
app.listen(process.env.PORT, () => console.log('ready'));
`,
  ),
  node(
    'hapi',
    '@hapi/hapi',
    `import Hapi from '@hapi/hapi';

const server = Hapi.server({ port: process.env.PORT });
server.route({
  method: 'GET',
  path: '/',
  handler: async () => {
    console.log('busy');
    await new Promise((resolve) => setTimeout(resolve, 300));
    return 'done';
  },
});
server.events.on('start', () => console.log('ready'));
await server.start();
`,
  ),
  node(
    'Fastify',
    'fastify',
    `import Fastify from 'fastify';

const fastify = Fastify();
fastify.get('/', async () => {
  console.log('busy');
  await new Promise((resolve) => setTimeout(resolve, 300));
  return 'done';
});
fastify.addHook('onListen', async () => console.log('ready'));
await fastify.listen({ port: Number(process.env.PORT), host: '0.0.0.0' });
`,
  ),
  {
    name: 'Go, net/http',
    needs: 'go',
    path: 'main.go',
    files: {
      'go.mod': 'module shop\n\ngo 1.21\n',
      'main.go': `package main

import (
	"fmt"
	"log"
	"net"
	"net/http"
	"os"
	"time"
)

func main() {
	http.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) {
		fmt.Println("busy")
		time.Sleep(300 * time.Millisecond)
		fmt.Fprint(w, "done")
	})
	go announce(":" + os.Getenv("PORT"))
	log.Fatal(http.ListenAndServe(":"+os.Getenv("PORT"), nil))
}
${ANNOUNCE}`,
    },
    prepare: [['go', 'build', '-o', 'shop', '.']],
    run: ['./shop'],
  },
  goApp(
    'Go, Gin',
    ['github.com/gin-gonic/gin@v1.10.0'],
    'github.com/gin-gonic/gin',
    `	gin.SetMode(gin.ReleaseMode)
	r := gin.New()
	r.GET("/", func(c *gin.Context) {
		fmt.Println("busy")
		time.Sleep(300 * time.Millisecond)
		c.String(200, "done")
	})
	go announce(":" + os.Getenv("PORT"))
	r.Run(":" + os.Getenv("PORT"))
`,
  ),
  goApp(
    'Go, Echo',
    ['github.com/labstack/echo/v4@v4.12.0'],
    'github.com/labstack/echo/v4',
    `	e := echo.New()
	e.HideBanner = true
	e.GET("/", func(c echo.Context) error {
		fmt.Println("busy")
		time.Sleep(300 * time.Millisecond)
		return c.String(200, "done")
	})
	go announce(":" + os.Getenv("PORT"))
	e.Logger.Fatal(e.Start(":" + os.Getenv("PORT")))
`,
  ),
  goApp(
    'Go, Fiber',
    ['github.com/gofiber/fiber/v2@v2.52.5'],
    'github.com/gofiber/fiber/v2',
    `	app := fiber.New(fiber.Config{DisableStartupMessage: true})
	app.Get("/", func(c *fiber.Ctx) error {
		fmt.Println("busy")
		time.Sleep(300 * time.Millisecond)
		return c.SendString("done")
	})
	go announce(":" + os.Getenv("PORT"))
	panic(app.Listen(":" + os.Getenv("PORT")))
`,
  ),
  {
    name: 'Python, Tornado',
    needs: 'python3',
    path: 'server.py',
    files: {
      Procfile: 'web: python server.py\n',
      'requirements.txt': 'tornado\n',
      'server.py': `import asyncio
import os

import tornado.ioloop
import tornado.web


class Page(tornado.web.RequestHandler):
    async def get(self):
        print("busy")
        await asyncio.sleep(0.3)
        self.write("done")


if __name__ == "__main__":
    app = tornado.web.Application([("/", Page)])
    app.listen(int(os.environ["PORT"]))
    print("ready")
    tornado.ioloop.IOLoop.current().start()
`,
    },
    prepare: [['python3', '-m', 'pip', 'install', '--quiet', '--target', '.', 'tornado']],
    run: ['python3', 'server.py'],
  },
  {
    name: 'Ruby, a worker',
    needs: 'ruby',
    path: 'worker.rb',
    files: {
      Procfile: 'worker: ruby worker.rb\n',
      Gemfile: '',
      'worker.rb': `$stdout.sync = true

class Jobs
  def blpop(_name, timeout:)
    'job'
  end
end

jobs = Jobs.new
loop do
  job = jobs.blpop('mails', timeout: 1)
  puts 'busy'
  sleep 0.3
  puts 'done' if job
end
`,
    },
    run: ['ruby', 'worker.rb'],
    isWorker: true,
  },
  {
    name: 'Ruby, WEBrick',
    needs: 'ruby',
    path: 'server.rb',
    files: {
      Procfile: 'web: ruby server.rb\n',
      Gemfile: "gem 'webrick'\n",
      'server.rb': `require 'webrick'

$stdout.sync = true
log = WEBrick::Log.new(File::NULL)
server = WEBrick::HTTPServer.new(Port: ENV.fetch('PORT'), Logger: log, AccessLog: [])
server.mount_proc('/') do |_request, response|
  puts 'busy'
  sleep 0.3
  response.body = 'done'
end
puts 'ready'
server.start
`,
    },
    run: ['ruby', 'server.rb'],
  },
  {
    name: 'Java, the JDK’s server',
    needs: 'java',
    path: 'Main.java',
    files: {
      'pom.xml': '<project><artifactId>shop</artifactId></project>\n',
      'Main.java': `import com.sun.net.httpserver.HttpServer;
import java.net.InetSocketAddress;

public class Main {
  public static void main(String[] args) throws Exception {
    int port = Integer.parseInt(System.getenv("PORT"));
    HttpServer server = HttpServer.create(new InetSocketAddress(port), 0);
    server.setExecutor(java.util.concurrent.Executors.newCachedThreadPool());
    server.createContext("/", exchange -> {
      System.out.println("busy");
      try {
        Thread.sleep(300);
      } catch (InterruptedException interrupted) {
        return;
      }
      exchange.sendResponseHeaders(200, 4);
      exchange.getResponseBody().write("done".getBytes());
      exchange.close();
    });
    server.start();
    System.out.println("ready");
  }
}
`,
    },
    run: ['java', 'Main.java'],
    code: 143,
  },
  {
    name: 'Rust, axum',
    needs: 'cargo',
    path: 'src/main.rs',
    files: {
      'Cargo.toml':
        '[package]\nname = "shop"\nversion = "0.1.0"\nedition = "2021"\n\n[dependencies]\naxum = { version = "0.7", default-features = false, features = ["tokio", "http1"] }\ntokio = { version = "1", features = ["rt", "macros", "net", "time", "signal"] }\n',
      'src/main.rs': `use axum::{routing::get, Router};
use std::time::Duration;

async fn work() -> &'static str {
    println!("busy");
    tokio::time::sleep(Duration::from_millis(300)).await;
    "done"
}

#[tokio::main(flavor = "current_thread")]
async fn main() {
    let address = format!("0.0.0.0:{}", std::env::var("PORT").unwrap());
    let listener = tokio::net::TcpListener::bind(address).await.unwrap();
    println!("ready");
    axum::serve(listener, Router::new().route("/", get(work))).await.unwrap();
}
`,
    },
    prepare: [['cargo', 'build', '--quiet']],
    run: ['./target/debug/shop'],
  },
];

export const filesOf = ({ files }: Sample, path: string, text: string): Files => ({ ...files, [path]: text });
