import { type Dependency, defineManifest, type Manifest } from '../manifest';
import { eolOf, type Range } from '../text';
import { emptyManifest } from './shared/empty';
import { appendLines, insertLine } from './shared/insert';
import { wordAt } from './shared/typed';

interface Requirement extends Dependency {
  /** The line without its indent and comment. */
  readonly range: Range;
  readonly inBlock: boolean;
}

interface Directive {
  readonly verb: string;
  readonly words: readonly { readonly text: string; readonly start: number }[];
  readonly indirect: boolean;
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

function directives(text: string): Directive[] {
  const found: Directive[] = [];
  let block: string | undefined;
  for (const { line, start } of linesOf(text)) {
    const comment = line.indexOf('//');
    const said = comment < 0 ? line : line.slice(0, comment);
    const words = [...said.matchAll(/[^\s()]+|[()]/g)].map((match) => ({
      text: match[0],
      start: start + match.index,
    }));
    const [first, second] = words;
    if (!first) continue;
    if (first.text === ')') block = undefined;
    else if (block !== undefined)
      found.push({ verb: block, words, indirect: isIndirect(line, comment), inBlock: true });
    else if (second?.text === '(') block = first.text;
    else
      found.push({
        verb: first.text,
        words: words.slice(1),
        indirect: isIndirect(line, comment),
        inBlock: false,
      });
  }
  return found;
}

function isIndirect(line: string, comment: number): boolean {
  return comment >= 0 && /^\/\/\s*indirect\b/.test(line.slice(comment));
}

function* linesOf(text: string): Generator<{ line: string; start: number }> {
  for (let start = text.charCodeAt(0) === 0xfeff ? 1 : 0; start < text.length; ) {
    const found = text.indexOf('\n', start);
    const end = found < 0 ? text.length : found;
    yield { line: text.slice(start, end), start };
    start = end + 1;
  }
}
