import type { App } from '../app';

/** Gradle names it as a plugin with its version. */
const PLUGIN =
  /\bid[ (]{1,3}["']org\.springframework\.boot["']\)?[ ]{1,3}version[ (]{0,3}["'](\d{1,3})\.(\d{1,3})/;
const MANAGED =
  /^org\.springframework\.boot:spring-boot-(?:starter-parent|dependencies|starter(?:-web(?:flux)?)?)$/;
const SERVES =
  /^org\.springframework\.boot:spring-boot-starter-(?:web(?:flux|mvc)?|jersey|undertow|jetty|tomcat)$/;

export interface SpringBoot {
  readonly major: number;
  readonly minor: number;
  /** The manifest that says so. */
  readonly path: string;
}

/** The version of Spring Boot of an app that answers requests with it; undefined where no manifest says it. */
export function springBootOf(app: App): SpringBoot | undefined {
  const manifests = [...app.manifests, ...app.manifestsAbove].filter(
    ({ ecosystem }) => ecosystem === 'maven',
  );
  if (!manifests.some(({ dependencies }) => dependencies.some(({ name }) => SERVES.test(name))))
    return undefined;
  for (const { path, dependencies } of manifests) {
    const managed = dependencies.find(({ name, version }) => MANAGED.test(name) && /^\d/.test(version ?? ''));
    const text = app.tree.appFiles.get(path)?.text ?? '';
    const found =
      /^(\d{1,3})\.(\d{1,3})/.exec(managed?.version ?? '') ??
      (/\.kts$|\.gradle$/.test(path) ? PLUGIN.exec(text) : null);
    if (found) return { path, major: Number(found[1]), minor: Number(found[2]) };
  }
  return undefined;
}

/** Spring Boot finishes open requests by itself since 3.4. */
export function drainsByItself({ major, minor }: SpringBoot): boolean {
  return major > 3 || (major === 3 && minor >= 4);
}
