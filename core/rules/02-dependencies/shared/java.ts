import type { App } from '../../../app';
import type { Manifest } from '../../../manifest';
import { JAVA_PACKAGES } from './java-packages';
import { manifestsOf, type Undeclared } from './undeclared';

/** The artifact of a well-known package that a Java file imports and its build does not declare. */
export function undeclaredInJava(module: string, _path: string, app: App): Undeclared | undefined {
  const found = JAVA_PACKAGES.find(([prefix]) => module.startsWith(prefix));
  if (!found) return undefined;
  const [, artifact] = found;
  const manifests = manifestsOf(app, 'maven');
  const [nearest] = manifests;
  if (!nearest || !manifests.every((one) => tellsAll(one, app))) return undefined;
  const group = familyOf(artifact);
  const known = manifests.flatMap(({ dependencies }) => dependencies.map(({ name }) => name));
  if (known.length === 0 || known.some((name) => familyOf(name) === group)) return undefined;
  return { package: artifact, manifest: nearest.path, severity: 'information' };
}

/** `com.fasterxml.jackson` of `com.fasterxml.jackson.core:jackson-databind`: so much of a group is one maker's library. */
function familyOf(name: string): string {
  const group = name.split(':', 1)[0] ?? '';
  const parts = group.split('.');
  return parts.slice(0, parts[1] === 'apache' || parts[1] === 'google' || parts.length > 3 ? 3 : 2).join('.');
}

/** What brings libraries along on purpose: frameworks, starters, bundles, application servers. */
const BRINGS =
  /starter|quarkus|micronaut|dropwizard|helidon|-bom\b|-all\b|-bundle\b|-parent\b|platform|javaee|jakartaee|jakarta\.jakartaee|spring-|jersey|camel|spark-core_|flink|hadoop|testcontainers|selenium|android/i;
/** Parts of a Gradle script that are not literal. */
const OPEN =
  /\blibs\.|\bproject[ \t]*\(|\bproject\(|fileTree|\bfiles\(|apply[ \t]+from|subprojects|allprojects|platform[ \t]*\(|dependency-management|kotlin\(|\$\{?\w+|buildSrc|springframework\.boot|com\.android/;

/** Whether a build file alone says what its classes can see: no parent, no bill of materials, nothing but literals. */
function tellsAll({ format, path, dependencies, overrides, workspaces }: Manifest, app: App): boolean {
  const text = app.tree.appFiles.get(path)?.text ?? '';
  if (dependencies.some(({ name }) => BRINGS.test(name)) || workspaces.length > 0) return false;
  if (format === 'pom-xml') {
    const isAlone = !/<parent>|<profile>/.test(text);
    return isAlone && !overrides.some(({ section }) => section === 'import');
  }
  return format === 'gradle' && !OPEN.test(text);
}
