import {
  type Dependency,
  type DependencyKind,
  defineManifest,
  type Manifest,
  type ManifestTrait,
} from '../manifest';
import type { TextEdit } from '../text';
import { emptyManifest } from './shared/empty';
import { type IniOption, readIni } from './shared/ini';
import { insertLine, lineAfter, ownIndent } from './shared/insert';
import { resolvePath } from './shared/paths';
import { dependencyOf, itemOf, normalizeName, readRequirement, requirementText } from './shared/requirement';

/** Setuptools' setup.cfg. */
export default defineManifest({
  id: 'setup-cfg',
  ecosystem: 'pypi',
  files: /(?:^|\/)setup\.cfg$/,
  parse,
  declare,
});

function parse(path: string, text: string): Manifest {
  const options = readIni(text);
  const says = (section: string, key: string): IniOption | undefined =>
    options.find((option) => option.section === section && option.key === key);
  const traits = new Set<ManifestTrait>();
  if (says('metadata', 'classifiers')) traits.add('published');
  if (says('options.entry_points', 'console_scripts')) traits.add('command');
  if (!options.some(({ section }) => section === 'metadata' || section.startsWith('options')))
    traits.add('tooling-only');
  return {
    ...emptyManifest(path, 'pypi', 'setup-cfg'),
    name: says('metadata', 'name')?.lines[0]?.text,
    dependencies: options.flatMap((option) => dependenciesOf(text, option)),
    includes: options.flatMap((option) => includesOf(path, option)),
    traits,
  };
}

function kindOf({ section, key }: IniOption): DependencyKind | undefined {
  if (section === 'options.extras_require') return 'optional';
  if (section !== 'options') return undefined;
  if (key === 'install_requires') return 'runtime';
  return key === 'tests_require' || key === 'setup_requires' ? 'dev' : undefined;
}

function dependenciesOf(text: string, option: IniOption): Dependency[] {
  const kind = kindOf(option);
  if (kind === undefined) return [];
  return option.lines.flatMap(({ range }) => {
    const requirement = readRequirement(text, range.start, range.end);
    return requirement ? [dependencyOf(requirement, kind)] : [];
  });
}

/** `install_requires = file: requirements.txt` */
function includesOf(path: string, option: IniOption): string[] {
  const [first] = option.lines;
  if (kindOf(option) === undefined || !first?.text.startsWith('file:')) return [];
  const files = [first.text.slice('file:'.length), ...option.lines.slice(1).map((line) => line.text)];
  return files.flatMap((line) => line.split(',')).flatMap((file) => resolvePath(path, file.trim()) ?? []);
}

function declare(
  text: string,
  name: string,
  version: string | undefined,
  kind: DependencyKind,
): TextEdit[] | undefined {
  const wanted = kind === 'dev' ? 'tests_require' : 'install_requires';
  const option = readIni(text).find(({ section, key }) => section === 'options' && key === wanted);
  if (!option || option.lines[0]?.text.startsWith('file:')) return undefined;
  const line = requirementText(name, version, '>=');
  const items = option.lines.flatMap(({ range }) => {
    const requirement = readRequirement(text, range.start, range.end);
    return requirement ? [{ ...itemOf(requirement), range }] : [];
  });
  const first = items[0];
  if (!first) return [lineAfter(text, option.keyRange.end, `    ${line}`)];
  const indent = ownIndent(text, first.range.start);
  return indent === undefined ? undefined : insertLine(text, items, normalizeName(name), indent + line);
}
