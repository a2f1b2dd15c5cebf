import { checksumOf } from '../../core/values/tokens/checksum';
import { tokenFormatOf, tokenFormats } from '../../core/values/tokens/find';
import type { TokenFormat } from '../../core/values/tokens/token-format';

/** Tokens are made when a test runs, so that none that looks alive stands in a file. */
const ALL = 'AbCdEfGhJkLmNpQrStUvWxYz23456789aBcDeFgHjKmnPqRsTuVwXyZ01ilMo-_+/=.~';

/** A private key as the lines around it show it; what stands between them is noise. */
export function privateKeySample(kind = 'RSA '): string {
  const next = noise(1);
  const lines = [0, 1, 2].map(() => Array.from({ length: 64 }, () => oneOf(/[A-Za-z0-9]/, next)).join(''));
  return [
    `-----BEGIN ${kind}`,
    'PRIVATE KEY-----\n',
    lines.join('\n'),
    `\n-----END ${kind}`,
    'PRIVATE KEY-----',
  ].join('');
}

/** A signed token of these claims; its signature is noise. */
export function signedSample(claims: Readonly<Record<string, unknown>>): string {
  const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  const next = noise(3);
  const signature = Array.from({ length: 43 }, () => oneOf(/[\w-]/, next)).join('');
  return [part({ alg: 'HS256', typ: 'JWT' }), part(claims), signature].join('.');
}

/** A token of a format that no one has ever been given. */
export function tokenSample(format: TokenFormat, seed = 1): string {
  if (format.id === 'private-key') return privateKeySample();
  if (format.id === 'putty-key') return `PuTTY-User-Key-File-${'2'}: ssh-rsa\n`;
  if (format.mark === 'eyJ')
    return signedSample({ role: format.id === 'jwt' ? 'shop' : 'service_role', sub: `shop-${seed}` });
  for (let tried = seed; tried < seed + 50; tried++) {
    const made = madeLike(format.is.source, noise(tried));
    const token = format.check ? withChecksum(made) : made;
    if (tokenFormatOf(token)?.id === format.id) return token;
  }
  throw new Error(`No sample of ${format.id}`);
}

/** The first line of a private key, that of one behind a passphrase, and one of those that follow. */
function keyLine(id: string): string | undefined {
  const [first, row] = privateKeySample('').split('\n');
  if (id === 'locked-key-line') return privateKeySample('ENCRYPTED ').split('\n')[0];
  return id === 'private-key-line' ? first : id === 'private-key-row' ? row : undefined;
}

/** A text with a token in place of each `‹github-pat›`. */
export function withTokens(text: string): string {
  return text.replace(/‹([\w-]+)›/g, (_, id: string) => {
    const line = keyLine(id);
    if (line !== undefined) return line;
    const format = tokenFormats.find((one) => one.id === id);
    if (!format) throw new Error(`There is no format ${id}`);
    return tokenSample(format);
  });
}

function withChecksum(token: string): string {
  const body = token.slice(token.indexOf('_') + 1, -6);
  return token.slice(0, -6) + checksumOf(body);
}

/** Numbers in no order that are the same in each run. */
function noise(seed: number): (below: number) => number {
  let state = (seed * 2_654_435_761) >>> 0;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

function oneOf(is: RegExp, next: (below: number) => number): string {
  const fit = [...ALL].filter((character) => is.test(character));
  return fit[next(fit.length)] ?? '';
}

const ITEM = /\((?:\?:)?|\[[^\]]+\]|\\.|[^()|]/y;
const TIMES = /\{(\d+)(?:,(\d+))?\}|\?/y;

/** A text that a regular expression of characters, classes, groups and counts matches. */
function madeLike(source: string, next: (below: number) => number): string {
  let at = 0;
  const take = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = at;
    const found = pattern.exec(source);
    if (found) at = pattern.lastIndex;
    return found;
  };
  const choices = (): (() => string)[] => {
    const all: (() => string)[] = [];
    let row: (() => string)[] = [];
    const close = (): void => {
      const done = row;
      all.push(() => done.map((make) => make()).join(''));
      row = [];
    };
    for (;;) {
      const item = take(ITEM)?.[0];
      if (item === undefined) {
        close();
        if (source[at] !== '|') return all;
        at++;
        continue;
      }
      row.push(repeated(item.startsWith('(') ? group() : () => written(item, next), take(TIMES)));
    }
  };
  const group = (): (() => string) => {
    const inner = choices();
    at++;
    return () => inner[next(inner.length)]?.() ?? '';
  };
  const repeated = (make: () => string, times: RegExpExecArray | null): (() => string) => {
    const least = times ? Number(times[1] ?? 0) : 1;
    return () => Array.from({ length: least }, make).join('');
  };
  return choices()[0]?.() ?? '';
}

function written(item: string, next: (below: number) => number): string {
  if (item.startsWith('[') || /^\\[dw]$/.test(item)) return oneOf(new RegExp(item), next);
  return item.startsWith('\\') ? item.slice(1) : item;
}
