import type { EnvExpression, Family } from '../../../language';
import languages from '../../../languages/index.generated';
import type { Finding, Fix } from '../../../rule';

type Join = (before: string, read: EnvExpression, after: string, quote: string) => string;

const added =
  (operator: string): Join =>
  (before, { text, compound }, after, quote) => {
    const read = compound ? `(${text})` : text;
    const end = after === '' ? '' : ` ${operator} ${quote}${after}${quote}`;
    return `${quote}${before}${quote} ${operator} ${read}${end}`;
  };

/** How an address is put together of its text and an expression. */
const JOINS: Partial<Record<Family, Join>> = {
  javascript: (before, { text }, after) => `\`${before}\${${text}}${after}\``,
  python: added('+'),
  ruby: added('+'),
  php: added('.'),
  go: (before, { text }, after) => added('+')(before, { text, compound: false, edits: [] }, after, '"'),
  csharp: added('+'),
  rust: (before, { text }, after) => `format!("${before}{}${after}", ${text})`,
};
const ADDRESS = /^(["'`])((?:[a-z]+:\/\/)?[^\s"'`\\{}$#]*:)(\d{2,5})(\/?)\1$/;
/** What is worked out when the program is built cannot read its environment. */
const AT_BUILD = /\b(?:const|static|final)\b[^\n]*$/;

/** The address with the port taken from the environment, and the written one for where there is none. */
export function addressFix({ path, range }: Finding, text: string): Fix[] {
  const extension = path.slice(path.lastIndexOf('.'));
  const language = languages.find(({ extensions }) => extensions.includes(extension));
  const match = ADDRESS.exec(text.slice(range.start, range.end));
  const join = language && JOINS[language.family];
  if (!match || !join) return [];
  const [, quote = '"', before = '', port = '', after = ''] = match;
  const line = text.slice(text.lastIndexOf('\n', range.start) + 1, range.start);
  if (/^(?:go|rust|csharp)$/.test(language.family) && AT_BUILD.test(line)) return [];
  const read = language.readEnv('PORT', 'string', `${quote}${port}${quote}`, text);
  const edits = [
    { path, range, newText: join(before, read, after, quote) },
    ...read.edits.map((edit) => ({ path, ...edit })),
  ];
  return [{ title: 'Take the port from PORT', kind: 'suggestion', edits }];
}
