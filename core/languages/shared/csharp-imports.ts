import type { Import } from '../../facts/fact';

const BLANK = /(?:\s|\/\/[^\n]*|\/\*[^*]*\*+(?:[^/*][^*]*\*+)*\/|#[^\n]*|;)+/y;
const USING =
  /(?:global\s+)?using\s+(?:(static)\s+)?(?:unsafe\s+)?(?:(\w+)\s*=\s*)?(?:global::)?(\w+(?:\.\w+)*)(?:\s*<[^;]*>)?[ \t?[\]]*;/y;
const LEAD = /^(?:global\s+)?using\s+(?:static\s+)?(?:unsafe\s+)?/;
/** What else may stand before and between them, and a directive that is being typed. */
const OTHER =
  /extern\s+alias\s+\w+\s*;|namespace\s+[\w.]+\s*[{;]|\[\s*(?:assembly|module)\s*:[^\]]*\]|(?:global\s+)?using\b[\w.= \t]*(?=[\r\n]|$)|using\s+\w+\s*=[^;{]*;/y;

/** What a C# text opens with: its `using` directives, and where its first type, member or statement starts. */
export interface Header {
  readonly imports: readonly Import[];
  readonly end: number;
}

/**
 * The `using` directives of a C# text, which stand before its first type or statement. A namespace binds `*`, as does
 * a type with `static`; an alias binds its own name.
 */
export function readImports(text: string): readonly Import[] {
  return readHeader(text).imports;
}

export function readHeader(text: string): Header {
  const imports: Import[] = [];
  let at = text.startsWith('\ufeff') ? 1 : 0;
  for (;;) {
    at = endOf(BLANK, text, at) ?? at;
    USING.lastIndex = at;
    const match = USING.exec(text);
    if (match) imports.push(imported(match));
    const end = match ? at + match[0].length : endOf(OTHER, text, at);
    if (end === undefined || end === at) return { imports, end: at };
    at = end;
  }
}

function imported(match: RegExpExecArray): Import {
  const [whole, isStatic, alias, module = ''] = match;
  const from = alias === undefined ? (LEAD.exec(whole)?.[0].length ?? 0) : whole.indexOf('=');
  const start = match.index + whole.indexOf(module, from);
  return {
    module,
    range: { start, end: start + module.length },
    typeOnly: false,
    bindings: [{ local: isStatic ? '*' : (alias ?? '*'), qualified: module }],
  };
}

function endOf(pattern: RegExp, text: string, from: number): number | undefined {
  pattern.lastIndex = from;
  return pattern.test(text) ? pattern.lastIndex : undefined;
}
