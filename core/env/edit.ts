import type { Secret } from '../secret';
import { applyEdits, eolOf, type TextEdit } from '../text';
import { parseEnv } from './parse';

const NAME = /^[A-Za-z_][A-Za-z0-9_]*$/;
/** Read alike, without quotes, by every dotenv parser and by the shell. */
const PLAIN = /^[A-Za-z0-9_./:@%+,=-]*$/;

/**
 * The edit that sets `name` in an env file: appended as `NAME=value`, or the value of its last entry replaced. The
 * value is quoted as `dotenv` needs it and, as far as one spelling suits them, foreman, Docker Compose and the shell.
 * Undefined where `dotenv` could not read back exactly this value and all others as they were.
 */
export function setEntry(text: string, name: string, value: string | Secret): TextEdit | undefined {
  const plain = typeof value === 'string' ? value : value.reveal();
  if (!NAME.test(name) || name === '__proto__') return undefined;
  const before = values(text);
  for (const written of spellings(plain)) {
    const edit = placed(text, name, written);
    const after = values(applyEdits(text, [edit]));
    if (after.get(name) === plain && sameBut(name, before, after)) return edit;
  }
  return undefined;
}

function placed(text: string, name: string, written: string): TextEdit {
  const last = parseEnv(text).entries.findLast((entry) => entry.name === name);
  const eol = eolOf(text);
  if (last) return { range: last.valueRange, newText: written.replaceAll('\n', eol) };
  const open = text !== '' && text !== '\ufeff' && !text.endsWith('\n');
  const newText = `${open ? eol : ''}${name}=${written.replaceAll('\n', eol)}${eol}`;
  return { range: { start: text.length, end: text.length }, newText };
}

/** The ways to write a value, the most widely understood first. */
function* spellings(value: string): Generator<string> {
  if (PLAIN.test(value)) yield value;
  const oneLine = !value.includes('\n') && !value.includes('\r');
  const escaped = value.replaceAll('\n', '\\n').replaceAll('\r', '\\r');
  const quotable = !value.endsWith('\\');
  if (oneLine && quotable && !value.includes("'")) yield `'${value}'`;
  if (quotable && !/["$`\\]/.test(value)) yield `"${escaped}"`;
  if (oneLine) yield value;
  if (!value.includes('\r') && !value.includes("'")) yield `'${value}'`;
  if (!value.includes('"')) yield `"${escaped}"`;
  if (!value.includes('\r')) yield* [`\`${value}\``, `'${value}'`, `"${value}"`];
  yield `"${escaped}"`;
}

function values(text: string): Map<string, string> {
  return new Map(parseEnv(text).entries.map((entry) => [entry.name, entry.value.reveal()]));
}

function sameBut(name: string, before: Map<string, string>, after: Map<string, string>): boolean {
  const names = new Set([...before.keys(), ...after.keys()]);
  names.delete(name);
  return [...names].every((each) => before.get(each) === after.get(each));
}
