import type { Range } from '../../../text';

/** What only a file handler of Python's logging takes. */
const FILE_KEYS = /^\s*(["'])(?:maxBytes|backupCount|mode|when|interval|encoding|delay|utc|atTime)\1\s*:/;

/** The whole dictionary that holds a class at `at`, as one for stdout: the file's options go, `filename` becomes `stream`. */
export function streamHandler(text: string, at: Range): { range: Range; newText: string } | undefined {
  const start = opening(text, at.start);
  const parts = start === undefined ? undefined : partsOf(text, start + 1);
  if (start === undefined || !parts) return undefined;
  const quote = text[at.start] ?? '"';
  const kept = parts.texts
    .filter((part) => !FILE_KEYS.test(part))
    .map((part) => part.replace(text.slice(at.start, at.end), `${quote}logging.StreamHandler${quote}`))
    .map((part) =>
      part.replace(/^(\s*)(["'])filename\2\s*:[\s\S]*?(\s*)$/, '$1$2stream$2: $2ext://sys.stdout$2$3'),
    );
  return { range: { start: start + 1, end: parts.end }, newText: kept.join(',') };
}

/** The brace that encloses a place, with no other between. */
function opening(text: string, from: number): number | undefined {
  let depth = 0;
  for (let at = from - 1; at >= 0; at--) {
    const character = text[at];
    if (character === '}' || character === ')' || character === ']') depth++;
    if (character !== '{' && character !== '(' && character !== '[') continue;
    if (depth === 0) return character === '{' ? at : undefined;
    depth--;
  }
  return undefined;
}

/** The entries up to the closing brace, as they are written. */
function partsOf(text: string, from: number): { texts: string[]; end: number } | undefined {
  const texts: string[] = [];
  let depth = 0;
  let start = from;
  let quote: string | undefined;
  for (let at = from; at < text.length; at++) {
    const character = text[at] ?? '';
    if (quote !== undefined) {
      if (character === quote) quote = undefined;
      continue;
    }
    if (character === '"' || character === "'") quote = character;
    else if ('{[('.includes(character)) depth++;
    else if (depth === 0 && character === '}') return { texts: [...texts, text.slice(start, at)], end: at };
    else if ('}])'.includes(character)) depth--;
    else if (depth === 0 && character === ',') {
      texts.push(text.slice(start, at));
      start = at + 1;
    }
  }
  return undefined;
}
