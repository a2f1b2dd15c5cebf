import type { Node } from 'web-tree-sitter';
import { rangeOf } from '../language';
import type { Decorated } from './fact';

const MARKS =
  /^(?:decorator|attribute(?:_list|_group|_item)?|modifiers|annotation|marker_annotation|call|call_expression)$/;
const IS_MARK = /^(?:decorator|attribute|attribute_item|annotation|marker_annotation)$/;
const SIBLINGS = /^(?:decorator|attribute_item|comment|line_comment|block_comment)$/;

/** The function, class or parameter that an annotation, an attribute or a decorator stands on. */
export function decoratedBy(mark: Node): Decorated | undefined {
  let at: Node | null = mark;
  let last: Node = mark;
  let isMark = false;
  while (at && MARKS.test(at.type)) {
    isMark ||= IS_MARK.test(at.type);
    last = at;
    at = at.parent;
  }
  if (!isMark || !at) return undefined;
  const definition = at.type === 'decorated_definition' ? at.childForFieldName('definition') : null;
  const declared = definition ?? following(last, at);
  const name = declared.childForFieldName('name')?.text;
  return name === undefined ? undefined : { name, range: rangeOf(declared) };
}

/** Where a mark stands before what it marks, as in the bodies of classes and modules, else what holds it. */
function following(mark: Node, parent: Node): Node {
  if (!/^(?:decorator|attribute_item)$/.test(mark.type)) return parent;
  if (parent.childForFieldName('name')) return parent;
  let next = mark.nextNamedSibling;
  while (next && SIBLINGS.test(next.type)) next = next.nextNamedSibling;
  return next ?? parent;
}
