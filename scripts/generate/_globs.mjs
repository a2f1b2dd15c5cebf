// Globs that match all paths which a regular expression matches, and a few more.

/** Any characters of one part of a path; any characters at all; the start and the end of a path. */
const SOME = '\ue001';
const ALL = '\ue002';
const START = '\ue003';
const END = '\ue004';
/** What a glob gives a meaning to; in a name of a file any character may stand for it. */
const SPECIAL = /[*?[\]{},!\\]/;
const MOST = 400;
const SMALL_CLASS = 4;

/** Globs of the editor (`**`, `*`, `[ab]`), relative to any folder, in the order of the alphabet. */
export function globsOf(pattern) {
  const isCaseless = pattern.flags.includes('i');
  const { found } = alternatives(pattern.source, 0);
  const globs = found.flatMap((sequence) => toGlobs(sequence, isCaseless));
  return [...new Set(globs)].sort();
}

/** Globs without those that another one covers: `*.xml` in any folder does so with `pom.xml`. */
export function withoutCovered(globs) {
  const wide = globs.filter((glob) => /^\*\*\/\*(?:[^*[\]{}/]|\[\w\w\])*$/.test(glob));
  const tests = wide.map((glob) => [glob, new RegExp(regExpOf([glob]))]);
  const isCovered = (glob) => {
    const spellings = [1, 2].map((at) => `/${glob.replace(/\[\w\w\]/g, (letters) => letters[at])}`);
    return tests.some(([other, test]) => other !== glob && spellings.every((one) => test.test(one)));
  };
  return globs.filter((glob) => !isCovered(glob));
}

/** The same paths as these globs, absolute ones, as the source of a regular expression. */
export function regExpOf(globs) {
  const sources = globs.map((glob) =>
    glob.replace(/^\*\*\//, '').replace(/\*\*\/|\*\*|\*|[.+?^$()|\\{}/]/g, (sign) => {
      if (sign === '**/') return '(?:[^/]+\\/)*';
      if (sign === '**') return '.*';
      if (sign === '*') return '[^/]*';
      return `\\${sign}`;
    }),
  );
  return `\\/(?:${sources.join('|')})$`;
}

/** All that an alternation from `at` on may stand for, and where it ends. */
function alternatives(source, at) {
  const found = [];
  let sequences = [''];
  for (let index = at; ; ) {
    const sign = source[index];
    if (sign === undefined || sign === '|' || sign === ')') {
      found.push(...sequences);
      sequences = [''];
      if (sign !== '|') return { found: [...new Set(found)], end: index };
      index++;
      continue;
    }
    const item = itemAt(source, index);
    index = item.end;
    const repeated = quantified(source, item);
    index = repeated.end;
    sequences = sequences.flatMap((before) => repeated.found.map((after) => before + after));
    if (sequences.length > MOST) throw new Error(`Too many alternatives in ${source}`);
  }
}

function itemAt(source, at) {
  const sign = source[at];
  if (sign === '^') return { found: [START], end: at + 1 };
  if (sign === '$') return { found: [END], end: at + 1 };
  if (sign === '.') return { found: [ALL], end: at + 1 };
  if (sign === '[') return classAt(source, at);
  if (sign === '(') return groupAt(source, at);
  if (sign !== '\\') return { found: [SPECIAL.test(sign) ? SOME : sign], end: at + 1 };
  const escaped = source[at + 1];
  if (/[pPukx\d]/.test(escaped)) throw new Error(`\\${escaped} cannot be made a glob: ${source}`);
  if (/[bB]/.test(escaped)) return { found: [''], end: at + 2 };
  if (/[a-zA-Z0-9]/.test(escaped)) return { found: [anyOf(source.slice(at, at + 2))], end: at + 2 };
  return { found: [SPECIAL.test(escaped) ? SOME : escaped], end: at + 2 };
}

/** A few characters one by one; of many any. */
function classAt(source, at) {
  let end = at + 1;
  while (source[end] !== ']') end += source[end] === '\\' ? 2 : 1;
  const inner = source.slice(at + 1, end);
  end++;
  const isSmall = inner.length <= SMALL_CLASS && /^[\w.]+$/.test(inner);
  return { found: isSmall ? [...inner] : [anyOf(source.slice(at, end))], end };
}

function anyOf(characters) {
  return new RegExp(`^${characters}$`).test('/') ? ALL : SOME;
}

function groupAt(source, at) {
  const [open] = /^\((?:\?(?::|<?[=!]|<\w+>))?/.exec(source.slice(at)) ?? ['('];
  const { found, end } = alternatives(source, at + open.length);
  // What stands beside the path only narrows what matches.
  const isLook = /^\(\?<?[=!]/.test(open);
  return { found: isLook ? [''] : found, end: end + 1 };
}

function quantified(source, { found, end }) {
  const [sign, least, most] = /^(?:[*+?]|\{(\d+)(,?)(\d*)\})\??/.exec(source.slice(end)) ?? [''];
  if (sign === '') return { found, end };
  const after = end + sign.length;
  if (sign.startsWith('?')) return { found: ['', ...found], end: after };
  const isFixed = least !== undefined && most === '' && Number(least) === 1;
  if (isFixed) return { found, end: after };
  const isSimple = found.every((one) => !one.includes('/') && !one.includes(ALL));
  return { found: [isSimple ? SOME : ALL], end: after };
}

function toGlobs(sequence, isCaseless) {
  const isEnded = sequence.endsWith(END);
  let text = sequence.replaceAll(END, '') + (isEnded ? '' : ALL);
  // What stands before the start can only be nothing.
  text = text.replace(/^[\ue001\ue002\ue003]*\ue003/, START);
  text = text.startsWith(START) || text.startsWith('/') ? text.slice(1) : ALL + text;
  if (text.includes(START)) return [];
  text = text.replace(/[\ue001\ue002]+/g, (any) => (any.includes(ALL) ? ALL : SOME));
  const parts = text.split('/').map(partsOf);
  const paths = parts.reduce(
    (before, next) => before.flatMap((one) => next.map((two) => [...one, ...two])),
    [[]],
  );
  const caseless = (letter) => (isCaseless ? `[${letter.toLowerCase()}${letter.toUpperCase()}]` : letter);
  return paths.map((one) => `**/${one.join('/').replace(/^\*\*\//, '')}`.replace(/[a-z]/gi, caseless));
}

/** What one part of a path may be: `a…b`, where anything may stand between, is one part or several. */
function partsOf(part) {
  if (part === ALL) return [['**']];
  const at = part.indexOf(ALL);
  if (at < 0) return [[part.replaceAll(SOME, '*')]];
  const before = part.slice(0, at).replaceAll(SOME, '*');
  return partsOf(part.slice(at + 1)).flatMap(([first, ...more]) => {
    const last = `*${first}`.replace(/\*+/, '*');
    const several = [...(before === '' ? [] : [`${before}*`.replace(/\*+$/, '*')]), '**', last, ...more];
    return before === '' ? [several] : [[before + last, ...more], several];
  });
}
