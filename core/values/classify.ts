import { textOfBase64 } from './base64';
import { formOf } from './forms';
import { entropy, type Shape, shapeOf } from './shape';
import { asksForValue, isSequence, isWellKnown } from './stand-ins';
import { structureOf } from './structured';
import { tokenFormatOf } from './tokens/find';
import { readUrlWithPassword } from './url';
import type { ValueClass, ValueVerdict } from './value-class';

/** What is longer is judged by so many of its characters. */
const MOST = 4_096;
/** Letters in words, as keys of objects, routes, header names and message ids are written. */
const NAME = /^[A-Za-z]+(?:[-_.:|, ][A-Za-z]+)*[-_.:?!]?$/;
/** Several words with dashes between, numbers among them: the name of a feature, of a message. */
const DASHED = /^[a-z0-9]+(?:[-_.][a-z0-9]+){3,}$/;
const URL_START = /^[a-z][a-z0-9+.-]{0,30}:\/\//i;
const SHORTEST_TOKEN = 20;
const LONGEST_SENTENCE_WORD = 24;

/**
 * What a value is by its look alone, and what decided it. Linear in the value's length.
 *
 * ```
 * classifyValue('changeme')  // { class: 'placeholder', because: 'it asks to be replaced' }
 * ```
 */
export function classifyValue(value: string): ValueVerdict {
  const text = value.length > MOST ? value.slice(0, MOST).trim() : value.trim();
  if (text === '') return { class: 'empty', because: 'there is nothing in it' };
  const shape = shapeOf(text);
  return formOf(text, shape) ?? urlOf(text, shape) ?? byShape(text, shape);
}

/** Whether a value only stands for one, or names the place that holds it: nothing in it is to be kept secret. */
export function isStandIn(value: string): boolean {
  return STANDS_IN.has(classifyValue(value).class);
}

const STANDS_IN: ReadonlySet<ValueClass> = new Set(['empty', 'placeholder', 'fake', 'reference']);

function urlOf(text: string, { slashes, signs }: Shape): ValueVerdict | undefined {
  if (slashes < 2 || signs === 0 || !text.includes('://') || !URL_START.test(text)) return undefined;
  const url = readUrlWithPassword(text);
  if (!url) return { class: 'url', because: 'it starts with a scheme' };
  const inside = classifyValue(url.password);
  return STANDS_IN.has(inside.class)
    ? { class: 'url', because: `its password is none: ${inside.because}` }
    : { class: 'url-with-password', because: 'a password stands before its host' };
}

function byShape(text: string, shape: Shape): ValueVerdict {
  if (shape.sameThroughout && shape.length > 1)
    return { class: 'placeholder', because: 'one character again and again' };
  const format = shape.length >= SHORTEST_TOKEN && shape.blanks === 0 ? tokenFormatOf(text) : undefined;
  if (format)
    return { class: 'token', because: `it has the format of ${format.provider} for: ${format.what}` };
  const stand = standInOf(text, shape) ?? standInBehind(text);
  if (stand) return stand;
  const structure = structureOf(text, shape);
  if (structure) return structure;
  if (shape.beyondAscii > 0) return { class: 'sentence', because: 'it has letters beyond ASCII' };
  if (shape.blanks > 0) return sentenceOf(text, shape);
  if (shape.digits === 0 && NAME.test(text) && !isJumbled(text, shape))
    return { class: 'identifier', because: 'letters in words' };
  if (shape.joins >= 3 && shape.turns < 6 && DASHED.test(text) && !isMachineMade(text, shape))
    return { class: 'identifier', because: 'several words with dashes between' };
  return isMachineMade(text, shape)
    ? { class: 'random', because: 'its letters and digits follow no order' }
    : { class: 'opaque', because: 'it has no form that is known' };
}

function standInOf(text: string, shape: Shape): ValueVerdict | undefined {
  if (isWellKnown(text)) return { class: 'fake', because: 'it is a well-known default' };
  if (shape.length <= 200 && asksForValue(text))
    return { class: 'placeholder', because: 'it asks to be replaced' };
  if (shape.length <= 128 && isSequence(text))
    return { class: 'fake', because: 'it is a sequence, or repeats itself' };
  return undefined;
}

/** A stand-in in base64 is one still. */
function standInBehind(text: string): ValueVerdict | undefined {
  const plain = text.length >= 12 && text.length <= 200 ? textOfBase64(text) : undefined;
  return plain === undefined || plain.length < 6 ? undefined : standInOf(plain, shapeOf(plain));
}

/** Blanks may stand in a passphrase as well, but text for people has words in most places. */
function sentenceOf(text: string, shape: Shape): ValueVerdict {
  const longest = longestWord(text);
  const readable = shape.lower + shape.upper + shape.blanks;
  return longest <= LONGEST_SENTENCE_WORD && readable >= shape.length * 0.7
    ? { class: 'sentence', because: 'words with blanks between' }
    : { class: 'structured', because: 'it has blanks, which keys and passwords have not' };
}

function longestWord(text: string): number {
  let [longest, length] = [0, 0];
  for (let at = 0; at < text.length; at++) {
    length = text.charCodeAt(at) <= 32 ? 0 : length + 1;
    if (length > longest) longest = length;
  }
  return longest;
}

/** Letters alone that no word is made of: capitals and small letters by turns. */
function isJumbled(text: string, shape: Shape): boolean {
  return (
    shape.length >= 20 && shape.joins === 0 && shape.caseTurns > shape.length / 3.2 && entropy(text) > 3.7
  );
}

const LEAST_HEX = 20;
const LEAST = 16;

/** As machines make keys: long, of letters and digits without blanks, and in no order. */
function isMachineMade(text: string, shape: Shape): boolean {
  const { length, digits, lower, upper } = shape;
  if (length < LEAST || shape.blanks + shape.braces > 0 || shape.signs > length / 3) return false;
  const letters = lower + upper;
  if (shape.isHex) return length >= LEAST_HEX && digits > 0 && letters > 0 && entropy(text) > 2.6;
  if (digits === 0) return isJumbled(text, shape);
  const turns = shape.turns + shape.caseTurns;
  return letters > 0 && turns >= Math.max(4, length / 7) && entropy(text) > 3.2;
}
