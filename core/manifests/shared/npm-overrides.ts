import type { Node } from 'jsonc-parser';
import type { Dependency, LocalPath } from '../../manifest';
import { contentOf, propertiesOf } from './json';

/** `foo`, `@a/foo`, `parent/foo`, `**\/foo`, `foo@^1`, `parent@1>foo`: the package that a key of overrides is about. */
const KEY = /(?<=^|[/>])((?:@[^/@>]{1,200}\/)?[^/@>]{1,200})(?:@[^/>]{0,200})?$/;

/** The packages that overrides of npm, Yarn or pnpm speak of; npm nests those of one package in an object. */
export function overridesIn(node: Node | undefined): Dependency[] {
  return propertiesOf(node).flatMap(({ name: key, nameRange, value }): Dependency[] => {
    const found = KEY.exec(key);
    const name = found?.[1];
    const version: unknown = value.value;
    if (!found || name === undefined) return [];
    const start = nameRange.start + found.index;
    const own = { start, end: start + name.length };
    if (typeof version !== 'string')
      return overridesIn(value).map((one) => (one.name === '.' ? { ...one, name, nameRange: own } : one));
    return [
      {
        name,
        nameRange: own,
        version,
        versionRange: contentOf(value),
        kind: 'runtime',
      },
    ];
  });
}

/** `file:../shared`, `link:../shared`, `portal:../shared`. */
export function localOf({ version, versionRange }: Dependency): LocalPath[] {
  const found = /^(?:file|link|portal):(?!\/\/)/.exec(version ?? '');
  if (!found || version === undefined || !versionRange) return [];
  const start = versionRange.start + found[0].length;
  return [{ path: version.slice(found[0].length), range: { start, end: versionRange.end } }];
}
