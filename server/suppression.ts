import type { Node } from 'web-tree-sitter';
import { parseEnv } from '../core/env/parse';
import { isEnvFile } from '../core/facts/app-files';
import type { FixTarget } from '../core/fix/fixes';
import type { FileEdit, Finding } from '../core/rule';
import { eolOf, LineIndex } from '../core/text';

/**
 * The edit that puts an ignore comment above a finding's line; undefined where no comment can stand there. The reason
 * is for the user to write.
 */
export function ignoreEdit(finding: Finding, target: FixTarget): FileEdit | undefined {
  const { text, path } = target;
  const lines = new LineIndex(text);
  const start = lines.lineStart(lines.positionAt(finding.range.start).line);
  const sign = commentSign(target);
  if (sign === undefined || !isBetweenStatements(start, target)) return undefined;
  const indentation = /^[ \t]*/.exec(text.slice(start, finding.range.start))?.[0] ?? '';
  const comment = `${sign} twelve-factor-ignore-next-line ${finding.rule} -- reason`;
  return { path, range: { start, end: start }, newText: `${indentation}${comment}${eolOf(text)}` };
}

/** JSON has no comments; all other files that shape an app take `#`. */
function commentSign({ language, path }: FixTarget): string | undefined {
  if (language) return language.lineComment;
  return path.endsWith('.json') ? undefined : '#';
}

/** Whether a comment may start at this line: not inside a string, the text of an element, or a continued line. */
function isBetweenStatements(start: number, { tree, text, path }: FixTarget): boolean {
  if (/\\\r?\n$/.test(text.slice(Math.max(0, start - 3), start))) return false;
  if (isEnvFile(path))
    return !parseEnv(text).entries.some(({ range }) => range.start < start && start < range.end);
  const innermost = tree?.rootNode.descendantForIndex(start, start) ?? null;
  for (let node: Node | null = innermost; node; node = node.parent) {
    if (node.startIndex >= start) continue;
    if (/^jsx_expression$|substitution|interpolation/.test(node.type)) return true;
    if (/string|template|regex|comment|^jsx_(?:element|fragment|text)/.test(node.type)) return false;
  }
  return true;
}
