import { argumentAt, textOf } from '../../../facts/values';
import type { Api } from '../../../rule';
import { declaredPackages } from '../../shared/declared';
import { named, soften, when } from '../shared/apis';

const servlet = (member: string): string[] => [
  `javax.servlet.http.${member}`,
  `jakarta.servlet.http.${member}`,
];
const ee = (member: string): string[] => [`@javax.${member}`, `@jakarta.${member}`];

/** The container keeps these in memory unless the app is told to keep them elsewhere, which the code does not show. */
const containerSession: readonly Api[] = [
  named(
    'HttpSession',
    ...servlet('HttpSession().setAttribute'),
    ...servlet('HttpSession().putValue'),
    ...servlet('HttpServletRequest().getSession().setAttribute'),
    'spark.Request().session().attribute',
  ),
  named('@SessionScope', '@org.springframework.web.context.annotation.SessionScope'),
  named('@SessionAttributes', '@org.springframework.web.bind.annotation.SessionAttributes'),
  when('The session scope', ['@org.springframework.context.annotation.Scope'], (call) => {
    const scope = textOf(argumentAt(call.args, 0, 'value') ?? argumentAt(call.args, 99, 'scopeName'));
    return scope === 'session';
  }),
  named(
    '@SessionScoped',
    ...ee('enterprise.context.SessionScoped'),
    ...ee('faces.bean.SessionScoped'),
    '@io.micronaut.session.annotation.SessionScope',
  ),
  named('@ConversationScoped', ...ee('enterprise.context.ConversationScoped')),
  named('@Stateful', ...ee('ejb.Stateful')),
];

/** What keeps the container's sessions in a backing service. */
const STORE =
  /(?:^|:)(?:spring-session-(?!core\b)[\w-]+|redisson-(?:tomcat|spring-session)\S*|tomcat-redis\S*|memcached-session-manager\S*|jetty-(?:session-\w+|memcached-sessions|gcloud-session-manager|nosql|infinispan\S*)|hazelcast-(?:wm|tomcat\S*))$/;

const STORE_CLASS =
  /\.(?:JDBC|Mongo|GCloud|Infinispan|Hazelcast)SessionDataStore(?:Factory)?$|^org\.springframework\.session\.(?:data|jdbc|hazelcast)\./;

/** The same calls, unless the build or the code names a store for sessions. */
function unlessStored(api: Api): Api {
  return {
    ...api,
    breach: (call, file, app) => {
      const declared = declaredPackages(app, 'maven');
      if (declared && [...declared].some((name) => STORE.test(name))) return undefined;
      const known = [...app.files.values()];
      if (known.some(({ imports }) => imports.some((module) => STORE_CLASS.test(module)))) return undefined;
      // A value of null takes the attribute away.
      if (call.args[1]?.value.kind === 'null') return undefined;
      const found = api.breach?.(call, file, app);
      return found && { ...found, once: found.words?.what ?? '' };
    },
  };
}

export const java: readonly Api[] = [
  ...soften('information', ...containerSession).map(unlessStored),
  named(
    'Spring Session’s map repository',
    'org.springframework.session.MapSessionRepository',
    'org.springframework.session.ReactiveMapSessionRepository',
  ),
  named(
    'Jetty without a store for sessions',
    'org.eclipse.jetty.server.session.NullSessionDataStore',
    'org.eclipse.jetty.session.NullSessionDataStore',
    'org.eclipse.jetty.server.session.HashSessionManager',
  ),
  named('Undertow’s sessions in memory', 'io.undertow.server.session.InMemorySessionManager'),
  named('Vert.x’s LocalSessionStore', 'io.vertx.ext.web.sstore.LocalSessionStore.create'),
];
