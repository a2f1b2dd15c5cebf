import type { Node } from 'web-tree-sitter';
import type { EnvRead } from '../facts/fact';
import { defineLanguage } from '../language';
import { binding, declaredIn } from './shared/java-bindings';
import { readEnv, replaceable } from './shared/java-edits';
import { given, holder } from './shared/java-holders';
import { readImports } from './shared/java-imports';
import { call, chain } from './shared/java-names';
import { literalText, value } from './shared/java-values';

const ENV_READ =
  /\bgetenv\s*\(\s*(?:\)\s*\.\s*get(?:OrDefault)?\s*\(\s*)?"(\w+)"|\bdotenv\s*\.\s*get\s*\(\s*"(\w+)"/g;
const ENV_WORDS = ['getenv', 'dotenv'];
/** The app's own configuration, in which only a name in capitals is sure to be a variable. */
const CONFIG_READ =
  /@(?:Value|ConfigProperty)\s*\(([^)\n]*)|\benv(?:ironment)?\s*\.\s*get(?:Required)?Property\s*\(\s*("\w+")/g;
const CONFIG_WORDS = ['@Value', '@ConfigProperty', '.getProperty', '.getRequiredProperty'];
const CAPITALS = /(?:\$\{|\bname\s*=\s*"|^")([A-Z][A-Z0-9_]+)(?=[:}"])/g;

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
  loads: () => undefined,
  holder,
  given,
  functionName,
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

function envReads(text: string): EnvRead[] {
  const reads: EnvRead[] = [];
  // Most texts hold none of these, and to look for one plain word costs next to nothing.
  for (const match of ENV_WORDS.some((word) => text.includes(word)) ? text.matchAll(ENV_READ) : []) {
    const name = match[1] ?? match[2] ?? '';
    reads.push(before(name, match.index + match[0].length - 1));
  }
  for (const match of CONFIG_WORDS.some((word) => text.includes(word)) ? text.matchAll(CONFIG_READ) : []) {
    const given = match[1] ?? match[2] ?? '';
    const from = match.index + match[0].length - given.length;
    for (const inner of given.matchAll(CAPITALS)) {
      reads.push(before(inner[1] ?? '', from + inner.index + inner[0].length));
    }
  }
  return reads;
}

function before(name: string, end: number): EnvRead {
  return { name, range: { start: end - name.length, end } };
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
