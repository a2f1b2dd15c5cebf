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
}

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
`,
    },
    prepare: [['go', 'build', '-o', 'shop', '.']],
    run: ['./shop'],
  },
  {
    name: 'Go, Gin',
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

	"github.com/gin-gonic/gin"
)

func main() {
	gin.SetMode(gin.ReleaseMode)
	r := gin.New()
	r.GET("/", func(c *gin.Context) {
		fmt.Println("busy")
		time.Sleep(300 * time.Millisecond)
		c.String(200, "done")
	})
	go announce(":" + os.Getenv("PORT"))
	r.Run(":" + os.Getenv("PORT"))
}

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
`,
    },
    prepare: [
      ['go', 'get', 'github.com/gin-gonic/gin@v1.10.0'],
      ['go', 'build', '-o', 'shop', '.'],
    ],
    run: ['./shop'],
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
