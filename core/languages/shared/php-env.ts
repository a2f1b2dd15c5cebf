import type { EnvRead } from '../../facts/fact';
import { goesOn, matches, readOf, startOf, type Tolerance } from './env-scan';
import { COMMENT, lineBefore } from './php-imports';

const READ =
  /(?<![\w$>:])(?:(?:getenv|env|Env::(?:get|getOrFail))[ \t]*\(\s*|\$_(?:ENV|SERVER)\[[ \t]*)(["'])(\w+)\1|%env\(((?:[\w.]*:)*)(\w+)\)%/g;
/** What a web server tells of a request under the same name. */
export const REQUEST =
  'HTTPS?(?:_\\w+)?|(?:REQUEST|REMOTE|SCRIPT|REDIRECT|ORIG|SSL)_\\w+|SERVER_(?:ADDR|ADMIN|NAME|PORT|PROTOCOL|SIGNATURE|SOFTWARE)|DOCUMENT_(?:ROOT|URI)|CONTENT_(?:TYPE|LENGTH)|CONTEXT_(?:PREFIX|DOCUMENT_ROOT)|PATH_(?:INFO|TRANSLATED)|PHP_(?:SELF|AUTH_\\w+)|QUERY_STRING|GATEWAY_INTERFACE|AUTH_TYPE|UNIQUE_ID|FCGI_ROLE|arg[cv]';
const IS_REQUEST = new RegExp(`^(?:${REQUEST})$`);

const TOLERANCE: Tolerance = {
  after: /^[ \t]*[\])]\s*(?:\?\?|\?|\|\||&&|[!=]==?|or\b|and\b)|^[ \t]*[\])][ \t]*\)[ \t]*(?:\?|&&)/,
  before: /(?:\bisset\(|\bempty\(|\b(?:if|while)[ \t]*\(|&&|\(bool\)|!!)[ \t]*$/,
  missing: /(?<!!)![ \t]?(?:isset\(|empty\()?$/,
};

/** Reads of variables as a PHP text shows them. */
export function readEnvReads(text: string): EnvRead[] {
  const reads: EnvRead[] = [];
  for (const match of text.matchAll(READ)) {
    const name = match[2] ?? match[4] ?? '';
    const end = match.index + match[0].length;
    const after = text.slice(end, end + 40);
    const isWritten = /^[ \t]*\][ \t]*=(?![=>])/.test(after);
    const before = lineBefore(text, match.index);
    if (isWritten || COMMENT.test(before) || (match[0].startsWith('$_SERVER') && IS_REQUEST.test(name)))
      continue;
    const isGiven =
      match[3] === undefined
        ? /^(?:env\b|Env::)/.test(match[0]) && /^\s*,/.test(after)
        : /(?:^|:)default:/.test(match[3]);
    const start = match.index + match[0].lastIndexOf(name);
    reads.push(readOf(name, start, isGiven || goesOn(text, match.index, end, TOLERANCE)));
  }
  return [...reads, ...attributes(text), ...demands(text)];
}

/** Symfony's `#[Autowire(env: 'int:PORT')]` */
function attributes(text: string): EnvRead[] {
  const pattern = /#\[Autowire\(\s*env:\s*["']((?:[\w.]*:)*)(\w+)["']/g;
  return [...matches(text, ['#[Autowire('], pattern)].map((match) => {
    const name = match[2] ?? '';
    return readOf(name, startOf(match, name), /(?:^|:)default:/.test(match[1] ?? ''));
  });
}

/** `$dotenv->required(['HOST', 'PORT'])` */
function demands(text: string): EnvRead[] {
  const pattern = /\$\w{0,20}[eE]nv\w{0,20}->(required|ifPresent)\(\s{0,20}(\[[^\]]{0,2000}\]|["']\w+["'])/g;
  return [...matches(text, ['->required(', '->ifPresent('], pattern)].flatMap((match) => {
    const list = match[2] ?? '';
    const from = match.index + match[0].length - list.length;
    return [...list.matchAll(/["'](\w+)["']/g)].map((one) =>
      readOf(one[1] ?? '', from + one.index + 1, match[1] === 'ifPresent'),
    );
  });
}
