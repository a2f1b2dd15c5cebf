import type { ConfigEntry } from '../../../formats/entry';
import type { EntryCheck } from '../../../rule';
import { isOfApplication } from '../../shared/iis';

/** Artifacts that embed a servlet container, or a plugin that makes the archive start by itself. */
const EMBEDDED =
  /^(?:spring-boot-maven-plugin|jetty-server|jetty-runner|tomcat-embed-core|webapp-runner|undertow-core|undertow-servlet|quarkus-\w+|wildfly-jar-maven-plugin|executable-war|winstone\S*|payara-micro\S*|tomee-embedded\S*)$/;
/** The kind of project that Visual Studio hands to IIS. */
const IIS_PROJECT = /\{349c5851-65df-11da-9384-00065b846f21\}/i;

/** A module that only tests the others, or shows them. */
const APART = /(?:^|[-._])(?:tests?|it|itests?|e2e|selenium|samples?|examples?)$/i;

function isApart({ keys, value }: ConfigEntry): boolean {
  return keys.join('.') === 'project.artifactId' && APART.test(value.trim());
}

function isEmbedded({ keys, value }: ConfigEntry): boolean {
  return keys.at(-1) === 'artifactId' && EMBEDDED.test(value.trim());
}

/** `<packaging>war</packaging>` in a build that embeds no server, and an EAR, which never does. */
const packaging: EntryCheck = {
  files: /(?:^|\/)pom\.xml$/,
  at: /^project\.packaging$/,
  breach: ({ value, range }, _file, _app, all) => {
    const kind = /^(?:war|ear)$/.exec(value.trim())?.[0];
    if (kind === undefined || (kind === 'war' && all.some(isEmbedded)) || all.some(isApart)) return undefined;
    const app = kind === 'war' ? 'A WAR archive' : 'An EAR archive';
    return { range, words: { app, how: 'declare embedded Jetty or Tomcat' } };
  },
};

const iisProject: EntryCheck = {
  files: /\.(?:cs|vb|fs)proj$/,
  at: /(?:^|\.)ProjectTypeGuids$/,
  breach: ({ value, range }, { path }, app) =>
    IIS_PROJECT.test(value) && isOfApplication(path, app)
      ? { range, words: { app: 'Classic ASP.NET', how: 'move to Kestrel of ASP.NET Core' } }
      : undefined,
};

/** `<add name="iisnode" …>`: the process is started by IIS and told a pipe in place of a port. */
const iisNode: EntryCheck = {
  files: /(?:^|\/)web(?:\.\w+)?\.config$/i,
  at: /\.handlers\.add\.@modules$/i,
  // Often one of several places to run an app that listens by itself.
  breach: ({ value, range }) =>
    /^iisnode$/i.test(value)
      ? {
          severity: 'hint',
          range,
          words: { app: 'An app under iisnode', how: 'use Node’s own http' },
        }
      : undefined,
};

const modWsgi: EntryCheck = {
  files: /(?:\.conf|\.htaccess|sites-(?:available|enabled)\/[^/]+)(?:\.\w+)?$/,
  at: /(?:^|\.)WSGIScriptAlias(?:Match)?$/,
  breach: ({ range }) => ({
    range,
    words: { app: 'An app under mod_wsgi', how: 'declare gunicorn, uvicorn or waitress' },
  }),
};

export const archives: readonly EntryCheck[] = [packaging, iisProject, iisNode, modWsgi];
