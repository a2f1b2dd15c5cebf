import type { Node } from 'web-tree-sitter';
import { defineLanguage } from '../language';
import { comparing } from './shared/comparisons';
import { binding, declaredIn } from './shared/csharp-bindings';
import { loadEnv, readEnv, replaceable } from './shared/csharp-edits';
import { envReads } from './shared/csharp-env';
import { isHandler } from './shared/csharp-handlers';
import { given, holder } from './shared/csharp-holders';
import { readImports } from './shared/csharp-imports';
import { call, chain } from './shared/csharp-names';
import { CONTEXTUAL, literalText, STRINGS, value } from './shared/csharp-values';
import { csharpState } from './shared/state';

/** A configuration by its type or by what all call it, and sections of it. */
const CONFIG = String.raw`(?:^|[.?])_?(?:I?[cC]onfiguration(?:Root|Section|Manager)?|[cC]onfig|ConfigurationBuilder\(\)(?:\.\w+\(\))*)(?:\(\))?(?:\.Get(?:Required)?Section\(\))*`;

export default defineLanguage({
  ids: ['csharp'],
  family: 'csharp',
  extensions: ['.cs'],
  grammar: 'c-sharp',
  lineComment: '//',
  strings: STRINGS,
  identifiers: new Set(['identifier', 'implicit_parameter', ...CONTEXTUAL]),
  imports: readImports,
  envReads,
  env: {
    member: new RegExp(
      String.raw`(?:^(?:System\.)?Environment\.GetEnvironmentVariables\(\)|${CONFIG}(?:\.(?:AppSettings|ConnectionStrings))?)\.\[([^\]]*)\]`,
    ),
    calls: new RegExp(
      String.raw`^(?:System\.)?Environment\.GetEnvironmentVariable$|^(?:DotNetEnv\.)?Env\.Get(?:String|Int|Double|Bool)$|${CONFIG}(?:\.Get(?:Value|ConnectionString|Section|RequiredSection)|\.AppSettings\.Get)$`,
    ),
  },
  call,
  chain,
  value,
  binding,
  declaredIn,
  state: csharpState,
  comparison: comparing({
    binary: /^binary_expression$/,
    methods: /^(?:Equals|IsEnvironment)$/,
    predicates: /^Is(Development|Production|Staging)$/,
    arms: /^(?:switch_section|switch_expression_arm)$/,
    switches: /^switch_(?:statement|expression)$/,
  }),
  loads: () => undefined,
  holder,
  given,
  functionName,
  isHandler,
  isTry: (node) => node.type === 'try_statement',
  isTypeOnly: () => false,
  isCommentOrString: (node) => /^comment$|string/.test(node.type),
  readEnv,
  replaceable,
  literalText,
  loadEnv,
});

function functionName(node: Node): string | undefined {
  switch (node.type) {
    case 'method_declaration':
    case 'constructor_declaration':
    case 'destructor_declaration':
    case 'local_function_statement':
      return node.childForFieldName('name')?.text ?? '';
    case 'lambda_expression':
    case 'anonymous_method_expression':
    case 'accessor_declaration':
    case 'operator_declaration':
    case 'conversion_operator_declaration':
      return '';
    default:
      return undefined;
  }
}
