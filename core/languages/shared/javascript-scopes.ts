import type { Node } from 'web-tree-sitter';
import { around } from './around';

export const FUNCTIONS: ReadonlySet<string> = new Set([
  'function_declaration',
  'function_expression',
  'arrow_function',
  'method_definition',
  'generator_function_declaration',
  'generator_function',
]);
const BLOCKS: ReadonlySet<string> = new Set([
  ...FUNCTIONS,
  'statement_block',
  'for_statement',
  'for_in_statement',
  'switch_body',
  'class_static_block',
  'catch_clause',
]);
const PATTERNS =
  /^(?:pair_pattern|object_pattern|object_assignment_pattern|assignment_pattern|array_pattern|rest_pattern|(?:required|optional)_parameter)$/;

export function declaredIn(identifier: Node): Node | undefined {
  let at = identifier.parent;
  while (at && PATTERNS.test(at.type)) at = at.parent;
  switch (at?.type) {
    case 'variable_declarator':
      return around(at, at.parent?.type === 'lexical_declaration' ? BLOCKS : FUNCTIONS);
    case 'formal_parameters':
      return at.parent ?? undefined;
    case 'for_in_statement': {
      const kind = at.childForFieldName('kind')?.text;
      return kind === 'var' ? around(at, FUNCTIONS) : kind ? at : undefined;
    }
    case 'arrow_function':
    case 'catch_clause':
      return at;
    case 'function_declaration':
    case 'generator_function_declaration':
    case 'class_declaration':
      return around(at, BLOCKS);
    default:
      return undefined;
  }
}
