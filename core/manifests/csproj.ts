import { type Dependency, defineManifest, type Manifest, type ManifestTrait } from '../manifest';
import type { Range } from '../text';
import { emptyManifest } from './shared/empty';
import { indentAt, insertLine } from './shared/insert';
import { elementsAt, readXml, type XmlElement } from './shared/xml-elements';

/** What Visual Studio calls a web application that IIS runs. */
const WEB_PROJECT = /\{349c5851-65df-11da-9384-00065b846f21\}/i;

/** MSBuild's project file of .NET. https://learn.microsoft.com/dotnet/core/project-sdk/overview */
export default defineManifest({
  id: 'csproj',
  ecosystem: 'nuget',
  files: /\.(?:cs|fs|vb)proj$/,
  parse,
  declare(text, name, version) {
    const items = references(text).map(({ range, said }) => ({
      key: said.get('@Include')?.value ?? '',
      range,
    }));
    const last = items.at(-1);
    if (!last) return undefined;
    const bound = version === undefined || version === '' ? '' : ` Version="${version}"`;
    return insertLine(
      text,
      items,
      name,
      `${indentAt(text, last.range.start)}<PackageReference Include="${name}"${bound} />`,
    );
  },
});

function references(text: string): XmlElement[] {
  return elementsAt(readXml(text), 'ItemGroup.PackageReference');
}

function parse(path: string, text: string): Manifest {
  const entries = readXml(text);
  const value = (keys: string): string | undefined =>
    entries.find((entry) => entry.keys.join('.') === keys)?.value;
  const traits = new Set<ManifestTrait>();
  const sdk = value('Project.@Sdk') ?? '';
  const output = value('Project.PropertyGroup.OutputType')?.toLowerCase();
  const types = value('Project.PropertyGroup.ProjectTypeGuids') ?? '';
  if (/^Microsoft\.NET\.Sdk\.(?:Web|Worker)\b/.test(sdk) || WEB_PROJECT.test(types)) traits.add('server');
  else if (output === 'winexe') traits.add('desktop');
  const file = path.slice(path.lastIndexOf('/') + 1);
  return {
    ...emptyManifest(path, 'nuget', 'csproj'),
    name: value('Project.PropertyGroup.PackageId') ?? file.replace(/\.\w+$/, ''),
    dependencies: elementsAt(entries, 'ItemGroup.PackageReference').flatMap(dependencyOf),
    locals: ['ItemGroup.ProjectReference', 'ItemGroup.Compile'].flatMap((at) =>
      elementsAt(entries, at).flatMap(({ said }) => {
        const include = said.get('@Include');
        // What is taken under a condition, such as the sources of a library beside this repository, is not asked for here.
        return include && !said.has('@Condition') && /^\.\.|[\\/]\.\.[\\/]/.test(include.value)
          ? [{ path: include.value.replaceAll('\\', '/'), range: include.range }]
          : [];
      }),
    ),
    traits: entries.length === 0 ? new Set(['tooling-only']) : traits,
    problem:
      entries.length === 0 && text.trim() !== '' ? 'This file cannot be read: mend its syntax.' : undefined,
  };
}

function dependencyOf({ said }: XmlElement): Dependency[] {
  const name = said.get('@Include') ?? said.get('@Update');
  const version = said.get('@Version') ?? said.get('Version') ?? said.get('@VersionOverride');
  if (!name || name.value === '') return [];
  const privately = (said.get('@PrivateAssets') ?? said.get('PrivateAssets'))?.value.toLowerCase() === 'all';
  const versionRange: Range | undefined = version?.range;
  return [
    {
      name: name.value.toLowerCase(),
      nameRange: name.range,
      version: version?.value,
      versionRange,
      kind: privately ? 'dev' : 'runtime',
    },
  ];
}
