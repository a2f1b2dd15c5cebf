import type { Import, ImportBinding } from '../../facts/fact';

/** One import as it stands in the header of a Go file; offsets are into the text. */
export interface GoSpec {
  /** The name it is given: an identifier, `_` or `.`. */
  readonly name: string | undefined;
  readonly path: string;
  /** Where the path starts, past its quote. */
  readonly pathStart: number;
  readonly start: number;
  readonly end: number;
}

export interface GoImportDeclaration {
  readonly start: number;
  readonly end: number;
  /** Past the opening parenthesis; undefined for a declaration of one import. */
  readonly open: number | undefined;
  readonly specs: readonly GoSpec[];
}

/** What stands above the first declaration of a Go file. */
export interface GoHeader {
  /** Where the package clause ends; 0 without one. */
  readonly packageEnd: number;
  readonly declarations: readonly GoImportDeclaration[];
}

const BLANK = /(?:[\s;]|\/\/[^\n]*|\/\*[^*]*\*+(?:[^/*][^*]*\*+)*\/)*/y;
const PACKAGE = /package[ \t]+[\p{L}\w]+/uy;
const IMPORT = /import\b/y;
const SPEC = /(?:([\p{L}_][\p{L}\w]*|\.)\s*)?(["`])([^"`\n]*)\2/uy;
const MAJOR_VERSION = /\/v(?:[2-9]|\d{2,})(?=\/|$)/;
const DOT_VERSION = /\.v\d+(?:-unstable)?$/;

/** Reads the package clause and the imports, which Go wants above everything else. */
export function readHeader(text: string): GoHeader {
  let at = endOf(BLANK, text, 0);
  const clause = endOf(PACKAGE, text, at);
  const packageEnd = Math.max(0, clause);
  if (clause > 0) at = endOf(BLANK, text, clause);
  const declarations: GoImportDeclaration[] = [];
  for (let end = endOf(IMPORT, text, at); end > 0; end = endOf(IMPORT, text, at)) {
    const declaration = readDeclaration(text, at, endOf(BLANK, text, end));
    declarations.push(declaration);
    at = endOf(BLANK, text, declaration.end);
  }
  return { packageEnd, declarations };
}

function readDeclaration(text: string, start: number, from: number): GoImportDeclaration {
  if (text[from] !== '(') {
    const spec = readSpec(text, from);
    return { start, end: spec?.end ?? from, open: undefined, specs: spec ? [spec] : [] };
  }
  const specs: GoSpec[] = [];
  let at = endOf(BLANK, text, from + 1);
  for (let spec = readSpec(text, at); spec; spec = readSpec(text, at)) {
    specs.push(spec);
    at = endOf(BLANK, text, spec.end);
  }
  return { start, end: text[at] === ')' ? at + 1 : at, open: from + 1, specs };
}

function readSpec(text: string, at: number): GoSpec | undefined {
  SPEC.lastIndex = at;
  const match = SPEC.exec(text);
  const path = match?.[3];
  if (!match || path === undefined) return undefined;
  const end = at + match[0].length;
  return { name: match[1], path, pathStart: end - 1 - path.length, start: at, end };
}

/** Where the match of a sticky pattern ends that starts at `from`; -1 without one. */
function endOf(pattern: RegExp, text: string, from: number): number {
  pattern.lastIndex = from;
  return pattern.test(text) ? pattern.lastIndex : -1;
}

/**
 * The imports of a Go text. A package's own name stands in its own files alone, so an import without a name binds
 * every name that its path makes likely, unless another import has that name for certain.
 */
export function readImports(text: string): Import[] {
  const specs = readHeader(text).declarations.flatMap((declaration) => declaration.specs);
  const certain = new Set(specs.map(({ name, path }) => name ?? lastElement(path)));
  return specs.map((spec) => ({
    module: spec.path,
    range: { start: spec.pathStart, end: spec.pathStart + spec.path.length },
    typeOnly: false,
    bindings: bindingsOf(spec, certain),
  }));
}

function bindingsOf({ name, path }: GoSpec, certain: ReadonlySet<string>): ImportBinding[] {
  if (name === '_' || path === 'C') return [];
  const qualified = packageName(path);
  if (name !== undefined) return [{ local: name === '.' ? '*' : name, qualified }];
  const own = lastElement(path);
  const likely = likelyNames(path).filter((local) => local === own || !certain.has(local));
  return likely.map((local) => ({ local, qualified }));
}

/**
 * An import path without its version: `github.com/labstack/echo/middleware` for `…/echo/v4/middleware`, `gopkg.in/yaml`
 * for `….v3`.
 */
export function packageName(path: string): string {
  return path.replace(MAJOR_VERSION, '').replace(DOT_VERSION, '');
}

/** The name an import without one has in its file, as far as its path tells. */
export function localName({ name, path }: Pick<GoSpec, 'name' | 'path'>): string {
  return name ?? likelyNames(path)[0] ?? path;
}

function lastElement(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** `redis` for `github.com/redis/go-redis/v9`, `stripe` for `stripe-go`, `rotatelogs` for `file-rotatelogs`. */
function likelyNames(path: string): string[] {
  const element = lastElement(packageName(path));
  const bare = element.replace(/^(?:go|golang)[-.]/, '').replace(/[-.](?:go|golang)$/, '');
  const parts = bare.split(/[-.]/);
  const names = [parts.length > 1 ? parts.join('') : bare, parts.join('_'), parts.at(-1), parts[0]];
  if (lastElement(path) !== element) names.push(lastElement(path));
  return [...new Set(names)].filter((name): name is string => /^[\p{L}_][\p{L}\w]*$/u.test(name ?? ''));
}
