import json from '../entries/json';
import toml from '../entries/toml';
import xml from '../entries/xml';
import type { ConfigEntry } from '../entry';
import { defineSource, type RuntimeKind, type RuntimePin } from '../source';

/** Keys of manifests that state a runtime's version. `run` ones choose it, the others say what the app can live with. */
const KEYS: readonly [files: RegExp, keys: RegExp, runtime: RuntimeKind, purpose: RuntimePin['for']][] = [
  [/(?:^|\/)package\.json$/, /^engines\.node$/, 'node', 'support'],
  [/(?:^|\/)package\.json$/, /^volta\.node$/, 'node', 'run'],
  [/(?:^|\/)composer\.json$/, /^require\.php$/, 'php', 'support'],
  [/(?:^|\/)composer\.json$/, /^config\.platform\.php$/, 'php', 'run'],
  [/(?:^|\/)global\.json$/, /^sdk\.version$/, 'dotnet', 'build'],
  [/(?:^|\/)pyproject\.toml$/, /^project\.requires-python$/, 'python', 'support'],
  [/(?:^|\/)pyproject\.toml$/, /^tool\.poetry\.dependencies\.python$/, 'python', 'support'],
  [/(?:^|\/)Pipfile$/, /^requires\.python_(?:full_)?version$/, 'python', 'run'],
  [/(?:^|\/)rust-toolchain\.toml$/, /^toolchain\.channel$/, 'rust', 'build'],
  [/(?:^|\/)Cargo\.toml$/, /^(?:workspace\.)?package\.rust-version$/, 'rust', 'support'],
  [/\.(?:cs|fs)proj$/, /\bTargetFramework$/, 'dotnet', 'run'],
  [
    /(?:^|\/)pom\.xml$/,
    /^project\.properties\.(?:java\.version|maven\.compiler\.release)$/,
    'java',
    'support',
  ],
];

/** What manifests say of the runtime: `engines`, `requires-python`, `config.platform.php` … */
export default defineSource({
  id: 'declared-runtimes',
  files:
    /(?:^|\/)(?:package\.json|composer\.json|global\.json|pyproject\.toml|Pipfile|rust-toolchain\.toml|Cargo\.toml|pom\.xml)$|\.[cf]sproj$/,
  read(path, text) {
    const rows = KEYS.filter(([files]) => files.test(path));
    const entries = formatOf(path).entries(text);
    return { runtimes: entries.flatMap((entry) => rows.flatMap((row) => pinOf(entry, row))) };
  },
});

function formatOf(path: string): typeof json {
  if (path.endsWith('.json')) return json;
  return /\.xml$|proj$/.test(path) ? xml : toml;
}

function pinOf(entry: ConfigEntry, [, keys, runtime, purpose]: (typeof KEYS)[number]): RuntimePin[] {
  if (entry.kind !== 'value' || entry.value === '' || !keys.test(entry.keys.join('.'))) return [];
  const framework = /^net(?:coreapp)?(\d+(?:\.\d+)?)/.exec(entry.value)?.[1];
  const isFramework = /TargetFramework$/.test(entry.keys.at(-1) ?? '');
  if ((isFramework && framework === undefined) || entry.value.includes('$')) return [];
  const version = isFramework ? (framework ?? '') : entry.value.replace(/^1\.(?=8$)/, '');
  const start = entry.range.start + (isFramework ? entry.value.indexOf(version) : 0);
  const range = isFramework ? { start, end: start + version.length } : entry.range;
  return [{ runtime, version, range, place: 'local', for: purpose }];
}
