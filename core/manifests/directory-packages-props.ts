import { defineManifest } from '../manifest';
import { emptyManifest } from './shared/empty';
import { elementsAt, readXml } from './shared/xml-elements';

/** NuGet's central package management: versions for the project files below, none of which it references itself. */
export default defineManifest({
  id: 'directory-packages-props',
  ecosystem: 'nuget',
  files: /(?:^|\/)Directory\.Packages\.props$/,
  parse(path, text) {
    const dependencies = elementsAt(readXml(text), 'ItemGroup.PackageVersion').flatMap(({ said }) => {
      const name = said.get('@Include');
      const version = said.get('@Version');
      if (!name || name.value === '') return [];
      return [
        {
          name: name.value.toLowerCase(),
          nameRange: name.range,
          version: version?.value,
          versionRange: version?.range,
          kind: 'optional' as const,
        },
      ];
    });
    return {
      ...emptyManifest(path, 'nuget', 'directory-packages-props'),
      dependencies,
      traits: new Set(['tooling-only'] as const),
    };
  },
  declare: () => undefined,
});
