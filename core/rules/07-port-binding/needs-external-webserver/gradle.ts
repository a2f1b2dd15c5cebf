import type { App } from '../../../app';
import type { Breach } from '../../../rule';

const PLUGIN = /^[ \t]*(?:id[ \t(]{1,5}|apply[ \t]{1,5}plugin[ \t]{0,5}:[ \t]{0,5})(["']war["'])/m;
const EMBEDDED =
  /org\.springframework\.boot|gretty|\bbootWar\b|jetty-(?:server|runner)|tomcat-embed|undertow-|org\.wildfly|payara-micro|quarkus/;

/** The `war` plugin of a Gradle build that embeds no server. */
export function gradleWar(path: string, app: App): Breach[] {
  const text = /(?:^|\/)build\.gradle(?:\.kts)?$/.test(path) ? app.tree.appFiles.get(path)?.text : undefined;
  if (text === undefined || EMBEDDED.test(text)) return [];
  const match = PLUGIN.exec(text);
  const plugin = match?.[1];
  if (!match || plugin === undefined) return [];
  const end = match.index + match[0].length;
  return [
    {
      range: { start: end - plugin.length, end },
      words: { app: 'A WAR archive', how: 'declare embedded Jetty or Tomcat' },
    },
  ];
}
