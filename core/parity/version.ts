/** Versions as spans of numbers: `major * 10 000 + minor`, from the first to before the second. */
type Span = readonly [from: number, to: number];

const STEP = 10_000;
/** Names of Node's lines of long-term support. */
const LTS: Readonly<Record<string, number>> = {
  argon: 4,
  boron: 6,
  carbon: 8,
  dubnium: 10,
  erbium: 12,
  fermium: 14,
  gallium: 16,
  hydrogen: 18,
  iron: 20,
  jod: 22,
  krypton: 24,
};

/**
 * The versions that a requirement allows, to the minor version; patches never count. Undefined where it cannot be told,
 * as for `latest`. Reads what npm, Composer, Python, Ruby and version managers write.
 */
export function versionsOf(written: string): readonly Span[] | undefined {
  const lts = /^lts\/(\w+)$/.exec(written.trim())?.[1];
  if (lts !== undefined) {
    const major = LTS[lts];
    return major === undefined ? undefined : [[major * STEP, (major + 1) * STEP]];
  }
  const spans: Span[] = [];
  for (const alternative of written.split(/\|\|?/)) {
    const span = allOf(alternative.trim());
    if (!span) return undefined;
    if (span[0] < span[1]) spans.push(span);
  }
  return spans;
}

/** `>=3.9,<3.13`, `>=18 <21`, `18 - 20`: all of them hold. */
function allOf(text: string): Span | undefined {
  const hyphen = /^v?(\d[\w.]*)\s+-\s+v?(\d[\w.]*)$/.exec(text);
  if (hyphen) return within(one('>=', hyphen[1] ?? ''), one('<=', hyphen[2] ?? ''));
  let span: Span | undefined = [0, Number.POSITIVE_INFINITY];
  const parts = [...text.matchAll(/([~^<>=!]{0,3})\s{0,4}v?(\d[\w.*+-]*|[*x])/g)];
  if (parts.length === 0 || parts.map(([whole]) => whole).join('').length < text.replace(/[\s,]/g, '').length)
    return undefined;
  for (const [, operator = '', version = ''] of parts) span = within(span, one(operator, version));
  return span;
}

function within(a: Span | undefined, b: Span | undefined): Span | undefined {
  return a && b && [Math.max(a[0], b[0]), Math.min(a[1], b[1])];
}

function one(operator: string, version: string): Span | undefined {
  const any: Span = [0, Number.POSITIVE_INFINITY];
  if (version === '*' || version === 'x' || operator.startsWith('!')) return any;
  const [, major = '', minor] = /^(\d+)(?:\.(\d+))?/.exec(version) ?? [];
  if (major === '') return undefined;
  const from = Number(major) * STEP + Number(minor ?? 0);
  const next = minor === undefined ? from + STEP : from + 1;
  const hasPatch = /^\d+\.\d+\.\d+/.test(version);
  switch (operator) {
    case '':
    case '=':
    case '==':
    case '===':
      return [from, next];
    case '^':
      return [from, (Number(major) + 1) * STEP];
    case '~':
      return [from, next];
    case '~>':
    case '~=':
      return [from, hasPatch ? from + 1 : (Number(major) + 1) * STEP];
    case '>=':
      return [from, Number.POSITIVE_INFINITY];
    case '>':
      return [hasPatch ? from : next, Number.POSITIVE_INFINITY];
    case '<=':
      return [0, next];
    case '<':
      return [0, hasPatch && !/^\d+\.\d+\.0+\b/.test(version) ? from + 1 : from];
    default:
      return undefined;
  }
}

/** Whether some version fits both; true where one of them says nothing that can be told. */
export function agree(a: string, b: string): boolean {
  const [first, second] = [versionsOf(a), versionsOf(b)];
  if (!first || !second) return true;
  return first.some((one) => second.some((other) => one[0] < other[1] && other[0] < one[1]));
}

/** Whether two single versions differ in their first number. */
export function differInMajor(a: string, b: string): boolean {
  const major = (version: string): string => /\d+/.exec(version)?.[0] ?? '';
  return major(a) !== major(b);
}
