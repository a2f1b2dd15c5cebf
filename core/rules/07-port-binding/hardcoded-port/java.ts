import type { CallFact, Value } from '../../../facts/fact';
import type { Api } from '../../../rule';
import { first, listens, second } from '../shared/ports';

/** The port of `new InetSocketAddress(8080)` or `new InetSocketAddress("0.0.0.0", 8080)` where a server is given one. */
const socketAddress = (call: CallFact): Value | undefined => {
  const given = call.args[0]?.value;
  if (given?.kind !== 'call' || !given.callee.endsWith('InetSocketAddress')) return undefined;
  return given.args.at(-1)?.value;
};

const java: readonly Api[] = [
  listens(
    ['com.sun.net.httpserver.HttpServer.create', 'com.sun.net.httpserver.HttpsServer.create'],
    socketAddress,
  ),
  listens(['java.net.ServerSocket', 'org.eclipse.jetty.server.Server'], first),
  listens(['org.apache.catalina.startup.Tomcat().setPort'], first),
  listens(['io.undertow.Undertow.builder().addHttpListener'], first),
  listens(
    ['io.vertx.core.Vertx.vertx().createHttpServer().listen', 'io.vertx.core.http.HttpServer().listen'],
    first,
  ),
  listens(['io.javalin.Javalin.create().start', 'io.javalin.Javalin().start', 'spark.Spark.port'], first),
  listens(['io.grpc.ServerBuilder.forPort', 'io.grpc.netty.NettyServerBuilder.forPort'], first),
  listens(['org.eclipse.jetty.server.ServerConnector().setPort'], first),
  listens(
    ['akka.http.javadsl.Http.get().newServerAt', 'org.apache.pekko.http.javadsl.Http.get().newServerAt'],
    second,
  ),
  listens(['io.helidon.webserver.WebServer.builder().port'], first),
  listens(['io.netty.bootstrap.ServerBootstrap().bind'], (call) => second(call) ?? first(call)),
];

export default java;
