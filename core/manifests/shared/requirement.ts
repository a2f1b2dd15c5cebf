import type { Dependency, DependencyKind } from '../../manifest';
import type { Range } from '../../text';
import type { Item } from './insert';

/** A PEP 508 requirement: `name[extra] >=1.0; marker` or `name @ url`. */
export interface Requirement {
  /** In PEP 503 normal form. */
  readonly name: string;
  readonly nameRange: Range;
  /** The version specifiers as written, or `@ url`. */
  readonly version: string | undefined;
  readonly versionRange: Range | undefined;
  /** From the name to the end of the version or URL, without the marker. */
  readonly range: Range;
}

/** The form in which PyPI compares names: lower case, runs of `-`, `_` and `.` as one `-`. */
export function normalizeName(name: string): string {
  return name.toLowerCase().replace(/[-_.]+/g, '-');
}

/** Reads the requirement in `[start, end)` of a text; undefined where none stands there, such as a bare path or URL. */
export function readRequirement(text: string, start: number, end: number): Requirement | undefined {
  const from = skipBlanks(text, start, end);
  let nameEnd = from;
  while (nameEnd < end && isNameCode(text.charCodeAt(nameEnd))) nameEnd++;
  let at = skipBlanks(text, nameEnd, end);
  const follows = text.charAt(at);
  if (nameEnd === from || !isAlphanumeric(text.charCodeAt(from))) return undefined;
  if (at < end && !'[<>=!~(;@,'.includes(follows) && !(at > nameEnd && '#-'.includes(follows)))
    return undefined;
  if (follows === '[' && at < end) {
    const close = text.indexOf(']', at);
    if (close < 0 || close >= end) return undefined;
    at = skipBlanks(text, close + 1, end);
  }
  const versionEnd = endOfVersion(text, at, end);
  const nameRange = { start: from, end: nameEnd };
  const found = versionEnd > at;
  return {
    name: normalizeName(text.slice(from, nameEnd)),
    nameRange,
    version: found ? text.slice(at, versionEnd) : undefined,
    versionRange: found ? { start: at, end: versionEnd } : undefined,
    range: { start: from, end: found ? versionEnd : at > nameEnd ? trimEnd(text, nameEnd, at) : nameEnd },
  };
}

export function dependencyOf(
  { name, nameRange, version, versionRange }: Requirement,
  kind: DependencyKind,
): Dependency {
  return { name, nameRange, version, versionRange, kind };
}

export function itemOf({ name, range }: Requirement): Item {
  return { key: name, range };
}

/** `name>=1.2`: a version without an operator gets the one given. */
export function requirementText(name: string, version: string | undefined, operator: string): string {
  if (version === undefined || version === '' || version === '*') return name;
  return /^[0-9]/.test(version) ? `${name}${operator}${version}` : `${name}${version}`;
}

/** A version ends at a marker, an option or a comment; a URL may hold `;` and `#`, but no blank. */
function endOfVersion(text: string, start: number, end: number): number {
  const url = text[start] === '@';
  let at = url ? skipBlanks(text, start + 1, end) : start;
  while (at < end) {
    const char = text.charAt(at);
    if (char === ';' && !url) break;
    const next = skipBlanks(text, at, end);
    if (next > at && (url || '-#'.includes(text.charAt(next)))) break;
    at = Math.max(next, at + 1);
  }
  return trimEnd(text, start, at);
}

function skipBlanks(text: string, start: number, end: number): number {
  let at = start;
  while (at < end && isBlankCode(text.charCodeAt(at))) at++;
  return at;
}

function trimEnd(text: string, start: number, end: number): number {
  let at = end;
  while (at > start && isBlankCode(text.charCodeAt(at - 1))) at--;
  return at;
}

function isBlankCode(code: number): boolean {
  return code === 32 || (code >= 9 && code <= 13);
}

function isAlphanumeric(code: number): boolean {
  const lower = code | 32;
  return (lower >= 97 && lower <= 122) || (code >= 48 && code <= 57);
}

function isNameCode(code: number): boolean {
  return isAlphanumeric(code) || code === 45 || code === 46 || code === 95;
}
