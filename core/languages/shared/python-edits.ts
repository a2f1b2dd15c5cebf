import { eolOf, type TextEdit } from '../../text';
import { topLevelStatements } from './python-lines';

const IMPORT = /^(?:import|from)[ \t]/;
const FUTURE = /^from[ \t]+__future__[ \t]/;
const STRING = /^[A-Za-z]{0,2}["']/;
/** `__version__ = …`, which by custom stands above the imports. */
const DUNDER = /^__\w+__[ \t]*=/;

/** The edit that imports a module of the standard library; undefined where the text imports it already. */
export function importEdit(text: string, module: string): TextEdit | undefined {
  for (const { start, end } of topLevelStatements(text)) {
    const names = /^import[ \t]+([^#]*)/.exec(text.slice(start, end))?.[1];
    if (names?.split(/[,;]/).some((name) => name.trim() === module)) return undefined;
  }
  return insertion(text, `import ${module}\n`);
}

/** Puts lines where the imports start: after shebang, docstring and `__future__` imports. */
export function insertion(text: string, lines: string): TextEdit {
  const at = firstImport(text);
  const eol = eolOf(text);
  const open = at > 0 && !/[\r\n\ufeff]/.test(text.charAt(at - 1)) ? eol : '';
  return { range: { start: at, end: at }, newText: open + lines.replaceAll('\n', eol) };
}

function firstImport(text: string): number {
  const statements = topLevelStatements(text).map(({ start, end }) => ({
    start,
    end,
    code: text.slice(start, Math.min(end, start + 80)),
  }));
  let next = STRING.test(statements[0]?.code ?? '') ? 1 : 0;
  while (FUTURE.test(statements[next]?.code ?? '')) next++;
  let first = next;
  while (DUNDER.test(statements[first]?.code ?? '')) first++;
  const imported = statements[first];
  if (imported && IMPORT.test(imported.code)) return imported.start;
  const start = statements[next]?.start ?? text.length;
  return aboveItsComment(text, start, statements[next - 1]?.end ?? 0);
}

/** The start of the comment lines right above a place; those that open the text speak of all of it. */
function aboveItsComment(text: string, at: number, floor: number): number {
  let start = at;
  while (start > floor) {
    const lineStart = text.lastIndexOf('\n', start - 2) + 1;
    if (lineStart < floor || text[lineStart] !== '#') break;
    start = lineStart;
  }
  return start === 0 ? at : start;
}
