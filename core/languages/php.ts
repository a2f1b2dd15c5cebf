import type { Node } from 'web-tree-sitter';
import { defineLanguage } from '../language';
import { comparing } from './shared/comparisons';
import { binding, declaredIn, given, holder } from './shared/php-bindings';
import { loaderEdit, readEnv, replaceable } from './shared/php-edits';
import { REQUEST, readEnvReads } from './shared/php-env';
import { isHandler } from './shared/php-handlers';
import { readImports } from './shared/php-imports';
import { call, chain } from './shared/php-names';
import { literalText, value } from './shared/php-values';
import { phpState } from './shared/state';

export default defineLanguage({
  ids: ['php'],
  family: 'php',
  extensions: ['.php', '.phtml'],
  grammar: 'php',
  lineComment: '//',
  strings: new Set(['string', 'encapsed_string', 'heredoc', 'nowdoc']),
  identifiers: new Set(['variable_name', 'name', 'relative_scope', 'self', 'static', 'parent', 'exit']),
  imports: readImports,
  envReads: readEnvReads,
  env: {
    member: new RegExp(`^\\$_(?:ENV|SERVER)\\.(?!(?:${REQUEST})$)(\\w+)`),
    calls:
      /^(?:getenv|env|Env\.env|(?:Illuminate\.Support\.)?Env\.get|Symfony\.[\w.]+\.env|Cake\.Core\.env)$/,
  },
  call,
  chain,
  value,
  binding,
  declaredIn,
  state: phpState,
  comparison: comparing({
    binary: /^binary_expression$/,
    methods: /^(?:environment|isEnvironment)$/,
    arms: /^(?:case_statement|match_conditional_expression)$/,
    switches: /^(?:switch_statement|match_expression)$/,
  }),
  loads: () => undefined,
  holder,
  given,
  functionName,
  isHandler,
  isTry: (node) => node.type === 'try_statement',
  isTypeOnly: () => false,
  isCommentOrString: (node) => /^text$|comment|string|heredoc|nowdoc|shell_command/.test(node.type),
  readEnv,
  replaceable,
  literalText,
  loadEnv: (text) => {
    const edit = loaderEdit(text);
    return edit && { package: 'vlucas/phpdotenv', edits: [edit] };
  },
});

function functionName(node: Node): string | undefined {
  if (/^(?:function_definition|method_declaration)$/.test(node.type))
    return node.childForFieldName('name')?.text ?? '';
  return /^(?:anonymous_function|arrow_function)$/.test(node.type) ? '' : undefined;
}
