import { type Dependency, defineManifest, type Manifest } from '../manifest';
import { eolOf, type Range } from '../text';
import { emptyManifest } from './shared/empty';
import { directives, replacementsIn } from './shared/go-directives';
import { appendLines, insertLine } from './shared/insert';
import { wordAt } from './shared/typed';

interface Requirement extends Dependency {
  /** The line without its indent and comment. */
  readonly range: Range;
  readonly inBlock: boolean;
}

/** The module file of Go. https://go.dev/ref/mod#go-mod-file */
export default defineManifest({
  id: 'go-mod',
  ecosystem: 'go',
  files: /(?:^|\/)go\.mod$/,
  parse,
  placeAt(_path, text, offset) {
    const word = wordAt(text, offset);
    if (!word) return undefined;
    const isLine = /^require\s+$/.test(word.before);
    const isInBlock =
      word.before.trim() === '' && /^require\s*\([^)]*$/m.test(text.slice(0, word.range.start));
    if (!isLine && !isInBlock) return undefined;
    const hasVersion = word.after.trim() !== '';
    return {
      range: word.range,
      typed: word.text,
      kind: 'runtime',
      entry: (name, version) => (hasVersion || version === undefined ? name : `${name} ${withV(version)}`),
    };
  },
  declare(text, name, version) {
    const direct = requirements(text).filter(({ kind }) => kind === 'runtime');
    const line = `${name} ${version === undefined ? 'latest' : withV(version)}`;
    const block = direct.filter(({ inBlock }) => inBlock);
    if (block.length > 0) {
      const items = block.map((one) => ({ key: one.name, range: one.range }));
      return insertLine(text, items, name, `\t${line}`);
    }
    return [appendLines(text, `${text.trim() === '' ? '' : eolOf(text)}require ${line}`)];
  },
});

function withV(version: string): string {
  return version.replace(/^(?=\d)/, 'v');
}

function parse(path: string, text: string): Manifest {
  const module = directives(text).find(({ verb }) => verb === 'module')?.words[0]?.text;
  return {
    ...emptyManifest(path, 'go', 'go-mod'),
    name: module,
    dependencies: requirements(text).map(({ range: _, inBlock: __, ...dependency }) => dependency),
    ...replacementsIn(directives(text)),
  };
}

/** What is only needed by other modules counts as `optional`: the app itself does not import it. */
function requirements(text: string): Requirement[] {
  return directives(text).flatMap(({ verb, words, indirect, inBlock }) => {
    const [module, version] = words;
    if ((verb !== 'require' && verb !== 'tool') || !module) return [];
    const nameRange = { start: module.start, end: module.start + module.text.length };
    const end = version ? version.start + version.text.length : nameRange.end;
    return [
      {
        name: module.text,
        nameRange,
        version: version?.text,
        versionRange: version && { start: version.start, end },
        kind: verb === 'tool' ? 'dev' : indirect ? 'optional' : 'runtime',
        range: { start: nameRange.start, end },
        inBlock,
      } as const,
    ];
  });
}
