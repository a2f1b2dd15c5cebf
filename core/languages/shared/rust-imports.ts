import type { Import, ImportBinding } from '../../facts/fact';
import { isWord } from '../../facts/words';
import type { Range } from '../../text';

const EXTERN = /extern\s+crate\s+(\w+)(?:\s+as\s+(\w+))?\s*;/g;
/** What may stand on a line before `use` and `mod`. */
const LEADING = /^[ \t]*(?:pub(?:[ \t]*\([^)\n]*\))?[ \t]+)?$/;
const NAME = /(?:r#)?[\p{L}_][\p{L}\w]*|\*/uy;
const BLANK = /(?:\s|\/\/[^\n]*|\/\*[^*]*\*+(?:[^/*][^*]*\*+)*\/)*/y;
const LONGEST = 60;
/** Paths of the crate itself, of types and of tools; none of them names a crate. */
const NO_CRATE =
  /^(?:crate|self|super|clippy|rustfmt|rustdoc|str|bool|char|[iu](?:8|16|32|64|128|size)|f(?:32|64))$/;

interface Leaf {
  readonly path: readonly string[];
  readonly alias: string | undefined;
  /** What the leaf is taken from, and where that is written. */
  readonly module: readonly string[];
  readonly range: Range;
}

/** `use` declarations of a Rust text, `extern crate`, and crates that are named by their paths alone. */
export function readImports(text: string): Import[] {
  const own = new Set(after(text, 'mod').map((at) => /^\w*/.exec(text.slice(at, at + 80))?.[0] ?? ''));
  const leaves: Leaf[] = [];
  const trees = after(text, 'use').map((start) => ({ start, end: new UseTree(text, leaves).read(start) }));
  const imports = [...grouped(leaves, own), ...(text.includes('extern') ? externs(text) : [])];
  const known = new Set(imports.map(({ module }) => /^\w*/.exec(module)?.[0] ?? ''));
  for (const { bindings } of imports) for (const { local } of bindings) known.add(local);
  for (const [module, start] of roots(text, trees)) {
    if (known.has(module) || own.has(module) || NO_CRATE.test(module)) continue;
    const range = { start, end: start + module.length };
    imports.push({ module, range, typeOnly: false, bindings: [] });
  }
  return imports;
}

/** Where what follows a keyword starts, wherever the keyword opens a line. */
function after(text: string, keyword: string): number[] {
  const found: number[] = [];
  const word = `${keyword} `;
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 4)) {
    const before = text.slice(text.lastIndexOf('\n', at - 1) + 1, at);
    if (LEADING.test(before)) found.push(at + 4);
  }
  return found;
}

/** The first names of paths, each once: `tokio` in `tokio::spawn(…)`, which needs no `use`. */
function roots(text: string, trees: readonly Range[]): Map<string, number> {
  const found = new Map<string, number>();
  let tree = 0;
  for (let at = text.indexOf('::'); at >= 0; at = text.indexOf('::', at + 2)) {
    while ((trees[tree]?.end ?? Number.POSITIVE_INFINITY) <= at) tree++;
    if ((trees[tree]?.start ?? Number.POSITIVE_INFINITY) <= at) continue;
    let start = at;
    while (isWord(text, start - 1)) start--;
    const name = text.slice(start, at);
    if (!/^[a-z_]/.test(name) || /[:.'!#]/.test(text.charAt(start - 1)) || found.has(name)) continue;
    const line = text.slice(text.lastIndexOf('\n', start - 1) + 1, start);
    if (/\w/.test(text.charAt(at + 2)) && !line.includes('//')) found.set(name, start);
  }
  return found;
}

/** One import for each module that leaves are taken from, as written. */
function grouped(leaves: readonly Leaf[], own: ReadonlySet<string>): Import[] {
  const found = new Map<string, Import & { readonly bindings: ImportBinding[] }>();
  for (const leaf of leaves) {
    const key = `${leaf.range.start}-${leaf.range.end}`;
    const bound = bindingOf(leaf, own);
    const known = found.get(key);
    if (known) known.bindings.push(...bound);
    else
      found.set(key, { module: leaf.module.join('::'), range: leaf.range, typeOnly: false, bindings: bound });
  }
  return [...found.values()];
}

/** Names of the crate itself start with `?`: a rule knows libraries only. */
function bindingOf({ path, alias }: Leaf, own: ReadonlySet<string>): ImportBinding[] {
  const [first = ''] = path;
  const mine = /^(?:crate|self|super)$/.test(first) || own.has(first) ? '?' : '';
  if (path.at(-1) === '*') return [{ local: '*', qualified: mine + path.slice(0, -1).join('.') }];
  const local = alias ?? path.at(-1);
  return local === undefined || local === '_' ? [] : [{ local, qualified: mine + path.join('.') }];
}

/** Reads what follows `use`: a path, or a tree of paths in braces. */
class UseTree {
  readonly #text: string;
  readonly #leaves: Leaf[];

  constructor(text: string, leaves: Leaf[]) {
    this.#text = text;
    this.#leaves = leaves;
  }

  read(at: number, above: readonly string[] = [], group?: Range, depth = 0): number {
    let next = this.#skip(at);
    if (this.#text.startsWith('::', next)) next = this.#skip(next + 2);
    const path: string[] = [];
    const start = next;
    let moduleEnd = start;
    let end = start;
    while (depth < LONGEST && path.length < LONGEST) {
      if (this.#text[next] === '{') {
        const module = path.length > 0 ? { start, end } : (group ?? { start, end });
        return this.#group(next + 1, [...above, ...path], module, depth);
      }
      const name = this.#name(next);
      if (name === undefined) break;
      path.push(name.replace(/^r#/, ''));
      moduleEnd = end;
      end = next + name.length;
      next = this.#skip(end);
      if (!this.#text.startsWith('::', next)) break;
      next = this.#skip(next + 2);
    }
    if (path.length === 0) return next;
    const isAlias = /^as\s/.test(this.#text.slice(next, next + 3));
    const alias = isAlias ? this.#name(this.#skip(next + 2)) : undefined;
    this.#leaf(path, above, alias, { start, end: path.length > 1 ? moduleEnd : end }, group);
    return alias === undefined ? next : this.#skip(this.#skip(next + 2) + alias.length);
  }

  #leaf(
    path: readonly string[],
    above: readonly string[],
    alias: string | undefined,
    range: Range,
    group: Range | undefined,
  ): void {
    const whole = [...above, ...path];
    const full = path.length === 1 && path[0] === 'self' && above.length > 0 ? above : whole;
    const alone = whole.length === 1;
    this.#leaves.push({
      path: full,
      alias,
      module: alone ? whole : whole.slice(0, -1),
      range: path.length > 1 || alone ? range : (group ?? range),
    });
  }

  #group(at: number, path: readonly string[], module: Range, depth: number): number {
    let next = at;
    for (;;) {
      const end = this.read(next, path, module, depth + 1);
      if (this.#text[end] !== ',') return this.#text[end] === '}' ? this.#skip(end + 1) : end;
      next = end + 1;
    }
  }

  #name(at: number): string | undefined {
    NAME.lastIndex = at;
    return NAME.exec(this.#text)?.[0];
  }

  #skip(at: number): number {
    BLANK.lastIndex = at;
    BLANK.test(this.#text);
    return BLANK.lastIndex;
  }
}

function externs(text: string): Import[] {
  return [...text.matchAll(EXTERN)].map((match) => {
    const module = match[1] ?? '';
    const start = match.index + match[0].indexOf(module, match[0].indexOf('crate') + 5);
    const bindings = [{ local: match[2] ?? module, qualified: module }];
    return { module, range: { start, end: start + module.length }, typeOnly: false, bindings };
  });
}
