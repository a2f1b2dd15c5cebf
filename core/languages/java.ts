import type { Node } from 'web-tree-sitter';
import { defineLanguage } from '../language';
import { comparing } from './shared/comparisons';
import { binding, declaredIn } from './shared/java-bindings';
import { readEnv, replaceable } from './shared/java-edits';
import { envReads } from './shared/java-env';
import { isHandler } from './shared/java-handlers';
import { given, holder } from './shared/java-holders';
import { readImports } from './shared/java-imports';
import { call, chain } from './shared/java-names';
import { literalText, value } from './shared/java-values';
import { javaState } from './shared/state';

export default defineLanguage({
  ids: ['java'],
  family: 'java',
  extensions: ['.java'],
  grammar: 'java',
  lineComment: '//',
  strings: new Set(['string_literal']),
  identifiers: new Set(['identifier', 'type_identifier']),
  imports: readImports,
  envReads,
  env: { member: /(?!)/, calls: envCalls() },
  call,
  chain,
  value,
  binding,
  declaredIn,
  state: javaState,
  comparison: comparing({
    binary: /^binary_expression$/,
    methods: /^(?:equals|equalsIgnoreCase|contentEquals|acceptsProfiles|matchesProfiles|contains)$/,
    arms: /^switch_label$/,
    switches: /^switch_expression$/,
  }),
  loads: () => undefined,
  holder,
  given,
  functionName,
  isHandler,
  isTry: (node) => /^try_(?:with_resources_)?statement$/.test(node.type),
  isTypeOnly: () => false,
  isCommentOrString: (node) => /comment|string/.test(node.type),
  readEnv,
  replaceable,
  literalText,
  loadEnv: () => undefined,
});

function envCalls(): RegExp {
  const reads = [
    String.raw`(?:java\.lang\.)?System\.getenv(?:\(\)\.(?:get|getOrDefault))?`,
    String.raw`(?:io\.github\.cdimascio\.dotenv\.)?Dotenv(?:\(\)|\.\w+\(\))(?:\.\w+\(\))*\.get`,
    String.raw`\?dotenv\.get`,
    String.raw`(?:org\.springframework\.core\.env\.\w*Environment\(\)|\?env(?:ironment)?)\.get(?:Required)?Property`,
    String.raw`org\.eclipse\.microprofile\.config\.Config(?:Provider\.getConfig)?\(\)\.get(?:Optional)?Value`,
  ];
  return new RegExp(`^(?:${reads.join('|')})$`);
}

function functionName(node: Node): string | undefined {
  switch (node.type) {
    case 'method_declaration':
    case 'constructor_declaration':
    case 'compact_constructor_declaration':
      return node.childForFieldName('name')?.text ?? '';
    case 'lambda_expression':
      return '';
    default:
      return undefined;
  }
}
