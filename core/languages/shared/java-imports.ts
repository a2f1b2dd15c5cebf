import type { Import } from '../../facts/fact';

const BLANK = /(?:\s|\/\/[^\n]*|\/\*[^*]*\*+(?:[^/*][^*]*\*+)*\/|;)+/y;
const IMPORT = /import[ \t]+(static[ \t]+)?([\w$]+(?:\.[\w$]+)*)(\.\*)?[ \t]*(?=[;\r\n/]|$)/y;
/** What else stands there: the package, and an import that is being typed. */
const OTHER = /(?:package|import)\b[^;\n]*/y;

/**
 * The imports of a Java text, which all stand before its first type. A type binds its own name, a static import its
 * member; `java.io.*` binds `*` to the package, a static one to the type.
 */
export function readImports(text: string): Import[] {
  const found: Import[] = [];
  for (let at = text.startsWith('\ufeff') ? 1 : 0; at < text.length; ) {
    at = endOf(BLANK, text, at) ?? at;
    IMPORT.lastIndex = at;
    const match = IMPORT.exec(text);
    if (match) found.push(imported(match));
    const end = match ? IMPORT.lastIndex : endOf(OTHER, text, at);
    if (end === undefined || end === at) break;
    at = end;
  }
  return found;
}

function imported(match: RegExpExecArray): Import {
  const module = match[2] ?? '';
  const start = match.index + match[0].indexOf(module, 6 + (match[1] ?? '').length);
  const local = match[3] ? '*' : module.slice(module.lastIndexOf('.') + 1);
  return {
    module,
    range: { start, end: start + module.length },
    typeOnly: false,
    bindings: [{ local, qualified: module }],
  };
}

function endOf(pattern: RegExp, text: string, from: number): number | undefined {
  pattern.lastIndex = from;
  return pattern.test(text) ? pattern.lastIndex : undefined;
}
