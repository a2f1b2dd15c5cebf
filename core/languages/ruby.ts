import type { Node } from 'web-tree-sitter';
import { defineLanguage } from '../language';
import { comparing } from './shared/comparisons';
import { binding, declaredIn, given, holder } from './shared/ruby-bindings';
import { call, chain } from './shared/ruby-calls';
import { loaderEdit, readEnv, replaceable } from './shared/ruby-edits';
import { readEnvReads } from './shared/ruby-env';
import { isHandler } from './shared/ruby-handlers';
import { readImports } from './shared/ruby-imports';
import { literalText, value } from './shared/ruby-values';
import { rubyState } from './shared/state';

/** Members of `ENV` itself, as against the variables it holds. */
const ENV_METHODS =
  'fetch|key|has_key|include|member|values_at|slice|dig|to_h|to_hash|to_a|keys|values|each\\w*|select|reject|filter\\w*|map|flat_map|sort\\w*|find\\w*|any|all|none|empty|size|length|count|delete\\w*|store|update|merge|replace|clear|clone|dup|except|group_by|reduce|inject|partition|inspect|freeze';

export default defineLanguage({
  ids: ['ruby'],
  family: 'ruby',
  extensions: ['.rb', '.rake', '.ru'],
  grammar: 'ruby',
  lineComment: '#',
  strings: new Set(['string', 'bare_string', 'chained_string', 'heredoc_body', 'heredoc_beginning']),
  identifiers: new Set([
    'identifier',
    'constant',
    'instance_variable',
    'class_variable',
    'global_variable',
    'hash_key_symbol',
  ]),
  imports: readImports,
  envReads: readEnvReads,
  env: {
    member: new RegExp(`^(?:ENV|Figaro\\.env)\\.(?!(?:${ENV_METHODS})\\b)\\[?(\\w+)`),
    calls: /^ENV\.(?:fetch|key\?|has_key\?|include\?|member\?|values_at|slice)$/,
  },
  call,
  chain,
  value,
  binding,
  declaredIn,
  state: rubyState,
  comparison: comparing({
    binary: /^binary$/,
    predicates: /^(\w+)\?$/,
    methods: /^(?:eql\?|equal\?|in\?)$/,
    arms: /^when$/,
    switches: /^case$/,
  }),
  loads: () => undefined,
  holder,
  given,
  functionName,
  isHandler,
  isTry: (node) =>
    node.type === 'rescue_modifier' ||
    (/^(?:begin|body_statement)$/.test(node.type) &&
      node.namedChildren.some(({ type }) => type === 'rescue')),
  isTypeOnly: () => false,
  isCommentOrString: (node) =>
    /^(?:comment|uninterpreted|regex|subshell)$|string|symbol|heredoc/.test(node.type),
  readEnv,
  replaceable,
  literalText,
  loadEnv: (text) => ({ package: 'dotenv', edits: [loaderEdit(text)] }),
});

function functionName(node: Node): string | undefined {
  if (node.type === 'method' || node.type === 'singleton_method')
    return node.childForFieldName('name')?.text ?? '';
  return /^(?:lambda|block|do_block)$/.test(node.type) ? '' : undefined;
}
