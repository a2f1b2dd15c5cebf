import type { TextEdit } from '../../text';

/** The edit that imports a module of the standard library; undefined where the text imports it already. */
export function importEdit(text: string, module: string): TextEdit | undefined {
  for (const match of text.matchAll(/^import[ \t]+([^\n#]*)/gm)) {
    if ((match[1] ?? '').split(',').some((name) => name.trim() === module)) return undefined;
  }
  const first = firstImport(text);
  return { range: { start: first, end: first }, newText: `import ${module}\n` };
}

/** Where the imports start: after shebang, docstring and `__future__` imports. */
export function firstImport(text: string): number {
  const first = /^(?:import[ \t]|from[ \t]+(?!__future__))/m.exec(text);
  if (first) return first.index;
  return /^(?:#[^\n]*\n)*/.exec(text)?.[0].length ?? 0;
}
