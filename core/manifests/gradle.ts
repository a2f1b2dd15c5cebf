import {
  type Dependency,
  type DependencyKind,
  defineManifest,
  type Manifest,
  type ManifestTrait,
} from '../manifest';
import type { Range } from '../text';
import { emptyManifest } from './shared/empty';
import { indentAt, insertLine } from './shared/insert';

/** `implementation 'g:a:v'`, `testImplementation(platform("g:a"))`; what is not literal is passed over. */
const COORDINATES =
  /^[ \t]*(\w{2,60})[ \t]*\(?[ \t]*(?:(?:enforcedP|p)latform[ \t]*\([ \t]*)?(["'])([\w.-]{1,200}):([\w.-]{1,200})(?::([^"'\s:@]{1,200}))?[^"'\n]{0,200}\2/gm;
/** `implementation group: 'g', name: 'a', version: 'v'` */
const NAMED =
  /^[ \t]*(\w{2,60})[ \t]*\(?[ \t]*group[ \t]*[:=][ \t]*["']([\w.-]{1,200})["'],[ \t]*name[ \t]*[:=][ \t]*["']([\w.-]{1,200})["'](?:,[ \t]*version[ \t]*[:=][ \t]*["']([^"'\n]{1,200})["'])?/gm;
const PLUGIN = /\bid[ \t]{0,4}\(?[ \t]{0,4}["']([\w.-]{1,200})["']/g;
const CONFIGURATIONS =
  /^(?:(?:test|androidTest|integrationTest|functionalTest)\w*|implementation|api|compile|compileOnly|compileOnlyApi|runtime|runtimeOnly|providedCompile|providedRuntime|developmentOnly|testAndDevelopmentOnly|annotationProcessor|kapt|ksp|war|protobuf|classpath)$/;
const SERVER_PLUGINS = new Set([
  'org.springframework.boot',
  'war',
  'io.quarkus',
  'io.micronaut.application',
  'io.ktor.plugin',
]);

/** Gradle's build script in Groovy or Kotlin: what it says literally. Names are `group:artifact`. */
export default defineManifest({
  id: 'gradle',
  ecosystem: 'maven',
  files: /(?:^|\/)build\.gradle(?:\.kts)?$/,
  parse,
  declare(text, name, version, kind) {
    const wanted = kind === 'dev' ? 'testImplementation' : 'implementation';
    const found = [...text.matchAll(COORDINATES)].filter(([, configuration]) => configuration === wanted);
    const last = found.at(-1);
    if (!last) return undefined;
    const quote = last[2] ?? '"';
    const kotlin = last[0].includes('(');
    const coordinates =
      quote + [name, ...(version === undefined || version === '' ? [] : [version])].join(':') + quote;
    const items = found.map((match) => ({
      key: `${match[3]}:${match[4]}`,
      range: { start: match.index, end: match.index + match[0].length },
    }));
    const indent = indentAt(text, last.index);
    return insertLine(text, items, name, indent + wanted + (kotlin ? `(${coordinates})` : ` ${coordinates}`));
  },
});

function parse(path: string, text: string): Manifest {
  const plugins = [...text.matchAll(PLUGIN)].map(([, id]) => id ?? '');
  const traits = new Set<ManifestTrait>(plugins.some((id) => SERVER_PLUGINS.has(id)) ? ['server'] : []);
  return {
    ...emptyManifest(path, 'maven', 'gradle'),
    dependencies: [
      ...[...text.matchAll(COORDINATES)].flatMap((match) =>
        dependencyOf(match, [match[1], match[3], match[4], match[5]]),
      ),
      ...[...text.matchAll(NAMED)].flatMap((match) =>
        dependencyOf(match, [match[1], match[2], match[3], match[4]]),
      ),
    ],
    traits,
  };
}

function dependencyOf(
  match: RegExpMatchArray,
  [configuration, group, artifact, version]: readonly (string | undefined)[],
): Dependency[] {
  if (!configuration || !group || !artifact || !CONFIGURATIONS.test(configuration)) return [];
  const start = match.index ?? 0;
  const artifactAt = start + match[0].indexOf(artifact, match[0].indexOf(group) + group.length);
  const versionAt = version === undefined ? -1 : start + match[0].lastIndexOf(version);
  return [
    {
      name: `${group}:${artifact}`,
      nameRange: { start: artifactAt, end: artifactAt + artifact.length },
      version,
      versionRange: version === undefined ? undefined : rangeAt(versionAt, version),
      kind: kindOf(configuration),
    },
  ];
}

function rangeAt(start: number, text: string): Range {
  return { start, end: start + text.length };
}

function kindOf(configuration: string): DependencyKind {
  if (/^(?:test|androidTest|integrationTest|functionalTest)/.test(configuration)) return 'dev';
  return /^(?:annotationProcessor|kapt|ksp|classpath|protobuf)$/.test(configuration) ? 'dev' : 'runtime';
}
