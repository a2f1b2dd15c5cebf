import type { Dependency, LocalPath } from '../../manifest';

/** One line of a go.mod or go.work: its verb, or that of the block it stands in, and the words behind it. */
export interface Directive {
  readonly verb: string;
  readonly words: readonly { readonly text: string; readonly start: number }[];
  readonly indirect: boolean;
  readonly inBlock: boolean;
}

/** The `replace` lines: by another version or module, or by a folder. https://go.dev/ref/mod#go-mod-file-replace */
export function replacementsIn(lines: readonly Directive[]): {
  readonly overrides: Dependency[];
  readonly locals: LocalPath[];
} {
  const overrides: Dependency[] = [];
  const locals: LocalPath[] = [];
  for (const { verb, words } of lines) {
    const arrow = words.findIndex(({ text }) => text === '=>');
    const module = words[0];
    const target = words[arrow + 1];
    if (verb !== 'replace' || arrow < 1 || !module || !target) continue;
    const version = words[arrow + 2];
    overrides.push({
      name: module.text,
      nameRange: rangeOf(module),
      version: version?.text,
      versionRange: version && rangeOf(version),
      kind: 'runtime',
    });
    if (/^(?:\.{1,2}\/|\/|[A-Z]:)/.test(target.text))
      locals.push({ path: target.text, range: rangeOf(target) });
  }
  return { overrides, locals };
}

function rangeOf({ text, start }: Directive['words'][number]): { start: number; end: number } {
  return { start, end: start + text.length };
}

export function directives(text: string): Directive[] {
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
