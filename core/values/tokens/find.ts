import { entropy } from '../shape';
import { asksForValue, isSequence, isWellKnown } from '../stand-ins';
import chatAndModels from './chat-and-models';
import cloud from './cloud';
import code from './code';
import keys from './keys';
import services from './services';
import type { TokenFormat } from './token-format';

export const tokenFormats: readonly TokenFormat[] = [
  ...code,
  ...cloud,
  ...services,
  ...chatAndModels,
  ...keys,
];

/** So far from a token its pattern may stand, where it is a sample for a test of that pattern. */
const NEAR = 400;

/** Whether a pattern of the same format stands nearby: who looks for tokens has samples of them. */
export function isSampleOfPattern(text: string, { start, format: { mark } }: FoundToken): boolean {
  const around = text.slice(Math.max(0, start - NEAR), start + NEAR);
  for (let at = around.indexOf(mark); at >= 0; at = around.indexOf(mark, at + 1))
    if (/^[\w-]{0,12}(?:\[|\(|\\[wdA-Z])/.test(around.slice(at + mark.length, at + mark.length + 20)))
      return true;
  return false;
}

export interface FoundToken {
  readonly format: TokenFormat;
  readonly start: number;
  readonly end: number;
}

const BY_MARK = byMark();
/** The literals by which tokens are looked for; case matters. */
export const tokenMarks: readonly string[] = [...BY_MARK.keys()];
/** What the first lines of a key say that is shown to explain something. */
const SHOWN_KEY = /fake|example|dummy|sample|placeholder|not.?a.?real|\.{3}/i;
const KEY_START = 200;
const LEAST_ENTROPY = 2.8;
const WORD = /[A-Za-z0-9_]/;
const SIGNED_BY = /[?&;](?:AWSAccessKeyId|SubscriptionId|X-Amz-Credential|GoogleAccessId)=$/i;

function byMark(): ReadonlyMap<string, readonly TokenFormat[]> {
  const map = new Map<string, TokenFormat[]>();
  for (const format of tokenFormats) {
    const list = map.get(format.mark);
    if (list) list.push(format);
    else map.set(format.mark, [format]);
  }
  return map;
}

/** The token of a provider that has its mark at this place of a text. */
export function tokenAt(text: string, at: number, mark: string): FoundToken | undefined {
  if (!text.startsWith(mark, at)) return undefined;
  for (const format of BY_MARK.get(mark) ?? []) {
    if (format.reach === 'own' && SHOWN_KEY.test(text.slice(at, at + KEY_START))) continue;
    for (const before of format.before ?? [0]) {
      const start = at - before;
      const end = start < 0 ? undefined : endOf(text, start, format);
      if (end !== undefined && isMeant(text.slice(start, end), before, format)) return { format, start, end };
    }
  }
  return undefined;
}

/** The marks that a token starts with, by the code of their first character, and those that stand behind its start. */
const FIRST: readonly (readonly string[])[] = Array.from({ length: 128 }, (_, code) => [
  ...new Set(
    tokenFormats.filter(({ mark, before }) => !before && mark.charCodeAt(0) === code).map(({ mark }) => mark),
  ),
]);
const INSIDE = tokenFormats.flatMap(({ mark, before = [] }) => before.map((at) => ({ mark, at })));

/** The format of a value that is a token from its first to its last character. */
export function tokenFormatOf(value: string): TokenFormat | undefined {
  for (const mark of FIRST[value.charCodeAt(0)] ?? []) {
    const format = value.startsWith(mark) ? wholeAt(value, 0, mark) : undefined;
    if (format) return format;
  }
  for (const { mark, at } of INSIDE) {
    const format = value.startsWith(mark, at) ? wholeAt(value, at, mark) : undefined;
    if (format) return format;
  }
  return undefined;
}

function wholeAt(value: string, at: number, mark: string): TokenFormat | undefined {
  const token = tokenAt(value, at, mark);
  // What no provider gives does not say what it opens.
  const isWhole = token?.start === 0 && token.end === value.length && token.format.id !== 'jwt';
  return isWhole ? token.format : undefined;
}

function endOf(text: string, start: number, { is, mark }: TokenFormat): number | undefined {
  // What stands in a longer word is another thing that has the mark by chance.
  if (!/^[.-]/.test(mark) && start > 0 && WORD.test(text.charAt(start - 1))) return undefined;
  // A signed address, and a link of a partner, names the key.
  if (SIGNED_BY.test(text.slice(Math.max(0, start - 24), start))) return undefined;
  is.lastIndex = start;
  const length = is.exec(text)?.[0].length;
  if (length === undefined) return undefined;
  return WORD.test(text.charAt(start + length)) && !mark.startsWith('-') ? undefined : start + length;
}

/** Made by a machine, with the right checksum; no example of a guide and no row of the same letter. */
function isMeant(
  token: string,
  before: number,
  { mark, entropy: least = LEAST_ENTROPY, check, is }: TokenFormat,
): boolean {
  if (is.source.startsWith('-----BEGIN') || mark.startsWith('PuTTY')) return true;
  const body = token.slice(0, before) + token.slice(before + mark.length);
  if (
    /EXAMPLE|example|sample|fake|dummy|0{8}|1234567890/.test(body) ||
    asksForValue(body) ||
    isWellKnown(body)
  )
    return false;
  return entropy(body) >= least && !isSequence(body) && (check?.(token) ?? true);
}
