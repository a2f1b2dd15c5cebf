import type { EnvRead } from '../../facts/fact';
import { wordsOf } from '../../names';
import { derivedRead } from './env-scan';

interface Struct {
  readonly type: string | undefined;
  readonly start: number;
  readonly end: number;
  /** What caarlos0/env puts before the names of a struct within a struct. */
  readonly prefix: string;
}

export interface Structs {
  /** What stands before the name of a variable that a tag at a place gives. */
  prefixAt(at: number): string;
  /** Fields without a tag of their own, of the structs that `envconfig.Process` fills. */
  processed(): EnvRead[];
}

const none: Structs = { prefixAt: () => '', processed: () => [] };
const HEAD = /^[ \t]*(?:type[ \t]+)?(\w+)[ \t]+\*?struct[ \t]*\{[ \t]*$/;
const FOOT = /^[ \t]*\}(?:[ \t]*`[^`\n]*\benvPrefix:"(\w*)")?/;
const OF_TYPE = /^[ \t]*\w+[ \t]+\*?(\w+)[ \t]+`[^`\n]*\benvPrefix:"(\w+)"/gm;

/** The structs of a Go text that name variables. */
export function structsOf(text: string): Structs {
  if (!/envPrefix:"|\benvconfig\.(?:Must)?Process\(/.test(text)) return none;
  const structs = read(text);
  const prefixes = new Map([...text.matchAll(OF_TYPE)].map(([, type = '', prefix = '']) => [type, prefix]));
  return {
    prefixAt: (at) =>
      structs
        .filter(({ start, end }) => start <= at && at < end)
        .map(({ type, prefix }) => (type === undefined ? prefix : (prefixes.get(type) ?? '')))
        .join(''),
    processed: () => structs.flatMap((struct) => processed(text, struct)),
  };
}

/** All structs, the outer before the inner. */
function read(text: string): Struct[] {
  const found: Struct[] = [];
  const open: { type: string | undefined; start: number }[] = [];
  let at = 0;
  for (const line of text.split('\n')) {
    const head = HEAD.exec(line);
    if (head) open.push({ type: /^[ \t]*type\b/.test(line) ? head[1] : undefined, start: at + line.length });
    const foot = !head && open.length > 0 ? FOOT.exec(line) : null;
    const last = foot ? open.pop() : undefined;
    if (last) found.push({ ...last, end: at, prefix: foot?.[1] ?? '' });
    at += line.length + 1;
  }
  return found.sort((a, b) => a.start - b.start);
}

const FIELD =
  /^[ \t]{1,9}([A-Z]\w{0,60})[ \t]{1,60}[\w*.[\]]{1,80}(?:[ \t]{0,60}(`[^`\n]{0,200}`))?[ \t]{0,9}(?:\/\/[^\n]{0,200})?$/gm;

function processed(text: string, { type, start, end }: Struct): EnvRead[] {
  const prefix = type === undefined ? undefined : prefixOf(text, type);
  if (prefix === undefined) return [];
  return [...text.slice(start, end).matchAll(FIELD)].flatMap((field) => {
    const [whole, name = '', tag = ''] = field;
    if (/\b(?:envconfig|ignored):/.test(tag)) return [];
    const words = /\bsplit_words:"true"/.test(tag) ? wordsOf(name).join('_') : name;
    const variable = `${prefix === '' ? '' : `${prefix}_`}${words}`.toUpperCase();
    const isNeeded = /\brequired:"true"/.test(tag) && !/\bdefault:/.test(tag);
    return [derivedRead(variable, name, start + field.index + whole.indexOf(name), !isNeeded)];
  });
}

/** The prefix with which `envconfig.Process("shop", &spec)` fills a struct of a type; undefined where none does. */
function prefixOf(text: string, type: string): string | undefined {
  for (const [, prefix = '', name = ''] of text.matchAll(
    /\benvconfig\.(?:Must)?Process\(\s*"(\w*)"\s*,\s*&?(\w+)/g,
  )) {
    const made = new RegExp(
      `\\b${name}\\s{1,4}\\*?${type}\\b|\\b${name}\\s{0,4}:?=\\s{0,4}(?:&?${type}\\{|new\\(${type}\\))`,
    );
    if (made.test(text)) return prefix;
  }
  return undefined;
}
