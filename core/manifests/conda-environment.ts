import yaml from '../formats/entries/yaml';
import type { ConfigEntry } from '../formats/entry';
import { type Dependency, defineManifest, type Manifest } from '../manifest';
import type { Range } from '../text';
import { emptyManifest } from './shared/empty';
import { insertLine, ownIndent } from './shared/insert';
import { resolvePath } from './shared/paths';
import { dependencyOf, normalizeName, readRequirement } from './shared/requirement';

/** Conda's environment file, with what it lets pip install. https://docs.conda.io/projects/conda/en/latest/user-guide/tasks/manage-environments.html */
export default defineManifest({
  id: 'conda-environment',
  ecosystem: 'pypi',
  files: /(?:^|\/)(?:conda[-_.])?(?:environment|conda)(?:[-_.][\w-]+)?\.ya?ml$/,
  parse,
  declare(text, name, version) {
    const items = packages(text).map(({ range, dependency }) => ({ key: dependency.name, range }));
    const last = items.at(-1);
    if (!last) return undefined;
    const start = text.lastIndexOf('\n', last.range.start - 1) + 1;
    const indent = ownIndent(text, text.indexOf('-', start));
    if (indent === undefined) return undefined;
    const bound =
      version === undefined || version === '' ? '' : /^\d/.test(version) ? `=${version}` : version;
    return insertLine(text, items, normalizeName(name), `${indent}- ${name}${bound}`);
  },
});

function parse(path: string, text: string): Manifest {
  const values = yaml.entries(text).filter(({ kind }) => kind === 'value');
  const pip = values.filter(({ keys }) => isPip(keys));
  const dependencies = [
    ...packages(text).map(({ dependency }) => dependency),
    ...pip.flatMap(({ range }) => {
      const requirement = readRequirement(text, range.start, range.end);
      return requirement ? [dependencyOf(requirement, 'runtime')] : [];
    }),
  ];
  return {
    ...emptyManifest(path, 'pypi', 'conda-environment'),
    name: values.find(({ keys }) => keys.join('.') === 'name')?.value,
    dependencies,
    includes: pip.flatMap(({ value }) => {
      const file = /^-r[ \t]*(\S+)$/.exec(value)?.[1];
      return file === undefined ? [] : [resolvePath(path, file) ?? file];
    }),
    traits: new Set(dependencies.length === 0 ? (['tooling-only'] as const) : []),
  };
}

const isPip = (keys: readonly string[]): boolean =>
  keys.length === 4 && keys[0] === 'dependencies' && keys[2] === 'pip';

/** `numpy=1.26`, `conda-forge::numpy >=1.2`, `python=3.12=h1_0`: those of Conda itself. */
const SPEC = /^(?:[\w./-]+::)?([A-Za-z0-9][\w.-]*)(?:[ \t]*([=<>!~][^#\n]*))?$/;
/** Conda packages whose Python packages have other names are known by those of Conda. */
const NO_PACKAGE = new Set(['python', 'pip', 'conda', 'setuptools']);

function packages(text: string): { readonly dependency: Dependency; readonly range: Range }[] {
  return yaml.entries(text).flatMap((entry: ConfigEntry) => {
    const { keys, kind, value, range } = entry;
    if (kind !== 'value' || keys.length !== 2 || keys[0] !== 'dependencies') return [];
    const [, name, version] = SPEC.exec(value.trim()) ?? [];
    if (name === undefined || NO_PACKAGE.has(name)) return [];
    const raw = text.slice(range.start, range.end);
    const start = range.start + raw.indexOf(name);
    const versionAt = version === undefined ? -1 : raw.indexOf(version, start - range.start + name.length);
    return [
      {
        range,
        dependency: {
          name: normalizeName(name),
          nameRange: { start, end: start + name.length },
          version: versionAt < 0 ? undefined : version,
          versionRange:
            versionAt < 0
              ? undefined
              : { start: range.start + versionAt, end: range.start + versionAt + (version ?? '').length },
          kind: 'runtime' as const,
        },
      },
    ];
  });
}
