import { linesOf, Versions } from './versions';

/**
 * The `[[package]]` tables of a lockfile that a tool has written in TOML, by `name` and `version`. Line by line: such
 * a file is long, and its writer keeps one form.
 */
export function tomlPackages(text: string, nameOf: (name: string) => string = (name) => name): Versions {
  const versions = new Versions();
  let name: string | undefined;
  let inPackage = false;
  for (const line of linesOf(text)) {
    if (line.startsWith('[')) {
      inPackage = line.startsWith('[[package]]');
      name = undefined;
      continue;
    }
    if (!inPackage) continue;
    const [, key, value] = /^(name|version) = "([^"]*)"$/.exec(line) ?? [];
    if (key === 'name') name = value;
    if (key === 'version' && name !== undefined && value !== undefined) versions.add(nameOf(name), value);
  }
  return versions;
}
