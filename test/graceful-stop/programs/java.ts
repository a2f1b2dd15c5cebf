import type { Sample } from '../sample';

/** A program with one library of Maven's. */
function withMaven(name: string, library: string, text: string): Sample {
  const [group, artifact, version] = library.split(':');
  const dependency = (one: string, other: string, third: string) =>
    `<dependency><groupId>${one}</groupId><artifactId>${other}</artifactId><version>${third}</version></dependency>`;
  return {
    name,
    needs: ['mvn', 'java'],
    path: 'src/main/java/Main.java',
    files: {
      'pom.xml': `<project>
  <modelVersion>4.0.0</modelVersion>
  <groupId>shop</groupId>
  <artifactId>shop</artifactId>
  <version>1</version>
  <properties>
    <maven.compiler.source>17</maven.compiler.source>
    <maven.compiler.target>17</maven.compiler.target>
  </properties>
  <dependencies>
    ${dependency(group ?? '', artifact ?? '', version ?? '')}
    ${dependency('org.slf4j', 'slf4j-nop', '2.0.16')}
  </dependencies>
</project>
`,
      'src/main/java/Main.java': text,
    },
    prepare: [['mvn', '-q', '-B', 'package', 'dependency:copy-dependencies']],
    run: ['java', '-cp', 'target/shop-1.jar:target/dependency/*', 'Main'],
    code: 143,
  };
}

export const java: readonly Sample[] = [
  {
    name: 'Java, the JDK’s server',
    needs: ['java'],
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
  withMaven(
    'Java, Jetty',
    'org.eclipse.jetty:jetty-server:12.0.14',
    `import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.util.Callback;

public class Main {
  public static void main(String[] args) throws Exception {
    Server server = new Server(Integer.parseInt(System.getenv("PORT")));
    server.setHandler(new Handler.Abstract() {
      @Override
      public boolean handle(Request request, Response response, Callback callback) throws Exception {
        System.out.println("busy");
        Thread.sleep(300);
        Content.Sink.write(response, true, "done", callback);
        return true;
      }
    });
    server.start();
    System.out.println("ready");
  }
}
`,
  ),
  withMaven(
    'Java, Javalin',
    'io.javalin:javalin:6.3.0',
    `import io.javalin.Javalin;

public class Main {
  public static void main(String[] args) {
    Javalin app = Javalin.create();
    app.get("/", context -> {
      System.out.println("busy");
      Thread.sleep(300);
      context.result("done");
    });
    app.start(Integer.parseInt(System.getenv("PORT")));
    System.out.println("ready");
  }
}
`,
  ),
];
