import { type DependencyKind, defineManifest, type Manifest } from '../manifest';
import { emptyManifest } from './shared/empty';
import { readRubyCalls } from './shared/ruby-lines';

const KINDS: ReadonlyMap<string, DependencyKind> = new Map([
  ['add_dependency', 'runtime'],
  ['add_runtime_dependency', 'runtime'],
  ['add_development_dependency', 'dev'],
]);

/** RubyGems' specification of a gem. https://guides.rubygems.org/specification-reference/ */
export default defineManifest({
  id: 'gemspec',
  ecosystem: 'rubygems',
  files: /(?:^|\/)[^/]+\.gemspec$/,
  parse,
  declare: () => undefined,
});

function parse(path: string, text: string): Manifest {
  const name = /\.name[ \t]*=[ \t]*["']([\w.-]+)["']/.exec(text)?.[1];
  const dependencies = readRubyCalls(text).flatMap((call) => {
    const kind = KINDS.get(call.name.slice(call.name.lastIndexOf('.') + 1));
    const [gem, version] = call.strings;
    if (!kind || !gem) return [];
    return [
      { name: gem.text, nameRange: gem.range, version: version?.text, versionRange: version?.range, kind },
    ];
  });
  const traits = /\.executables\b/.test(text)
    ? (['published', 'command'] as const)
    : (['published'] as const);
  return { ...emptyManifest(path, 'rubygems', 'gemspec'), name, dependencies, traits: new Set(traits) };
}
