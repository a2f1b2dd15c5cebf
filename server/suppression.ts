import type { Node } from 'web-tree-sitter';
import { parseEnv } from '../core/env/parse';
import { isEnvFile } from '../core/facts/app-files';
import type { FixTarget } from '../core/fix/fixes';
import { entryFormatOf } from '../core/formats/entry-format';
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
  const signs = commentSigns(target);
  if (!signs || !isBetweenStatements(start, target)) return undefined;
  const [before, after] = signs;
  const indentation = /^[ \t]*/.exec(text.slice(start, finding.range.start))?.[0] ?? '';
  // XML allows no `--` in a comment.
  const reason = after === '' ? ' -- reason' : ': reason';
  const comment = `${before}twelve-factor-ignore-next-line ${finding.rule}${reason}${after}`;
  const newText = `${indentation}${comment}${eolOf(text)}`;
  return isApart(start, newText, target) ? { path, range: { start, end: start }, newText } : undefined;
}

/** What stands before and after a comment. JSON has none; most other files that shape an app take `#`. */
function commentSigns({ language, path }: FixTarget): readonly [string, string] | undefined {
  if (language) return [`${language.lineComment} `, ''];
  const format = entryFormatOf(path);
  return format ? format.comment : ['# ', ''];
}

/** Whether a configuration file says the same with a new line in it: inside a value or a tag it would not. */
function isApart(start: number, line: string, { language, path, text }: FixTarget): boolean {
  const format = language ? undefined : entryFormatOf(path);
  if (!format) return true;
  const said = (of: string): string =>
    JSON.stringify(format.entries(of).map(({ keys, value, kind }) => [keys, value, kind]));
  return said(text) === said(text.slice(0, start) + line + text.slice(start));
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
