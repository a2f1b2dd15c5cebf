import type { EnvRead } from '../../facts/fact';
import { goesOn, matches, readOf, type Tolerance } from './env-scan';
import { boundProperties, propertyReads } from './java-env-properties';

const READ =
  /\bgetenv\s*\(\s*(?:\)\s*\.\s*(get(?:OrDefault)?|containsKey)\s*\(\s*)?"(\w+)"|\bdotenv\s*\.\s*get\s*\(\s*"(\w+)"/g;
/** The app's own configuration, in which only a name in capitals is sure to be a variable. */
const CONFIG =
  /@(?:Value|ConfigProperty|Property)\s*\(([^)\n]*)|\benv(?:ironment)?\s*\.\s*get(?:Required)?Property\s*\(\s*("[\w.-]+"\s{0,4},?)/g;
const CAPITALS = /(?:\$\{|\bname\s*=\s*"|^")([A-Z][A-Z0-9_]+)(?=[:}"])/g;
/** Picocli's and log4j's `${env:NAME:-default}`. */
const PLACEHOLDER = /\$\{env:([A-Za-z_]\w*)(:-)?/g;
const TOLERANCE: Tolerance = {
  after: /^\s*\)\s*[!=]=|^[^;\n]{0,40}\)\s*\.\s*(?:or|ifPresent|map|filter)\w*\(/,
  before:
    /\b(?:ofNullable|requireNonNullElse\w*|parseBoolean|isNotBlank|isNotEmpty|hasText|equals\w*|nonNull|firstNonNull|defaultIfBlank|defaultString)\s*\(\s*(?:java\.lang\.)?(?:System\s*\.\s*)?$/,
};

/** Reads of variables as a Java text shows them. */
export function envReads(text: string): EnvRead[] {
  const reads: EnvRead[] = [];
  // Most texts hold none of these words, and to look for one plain word costs next to nothing.
  for (const match of matches(text, ['getenv', 'dotenv'], READ)) {
    const name = match[2] ?? match[3] ?? '';
    const end = match.index + match[0].length;
    const isGiven = /^\s*,/.test(text.slice(end, end + 20)) && match[0].includes('get');
    const isTested = match[1] === 'containsKey';
    reads.push(
      readOf(name, end - 1 - name.length, isGiven || isTested || goesOn(text, match.index, end, TOLERANCE)),
    );
  }
  for (const match of matches(text, ['@Value', '@ConfigProperty', '@Property', 'Property('], CONFIG)) {
    const given = match[1] ?? match[2] ?? '';
    const from = match.index + match[0].length - given.length;
    for (const inner of given.matchAll(CAPITALS)) {
      const name = inner[1] ?? '';
      const end = inner.index + inner[0].length;
      const hasDefault = given.charAt(end) === ':' || /\bdefaultValue\b|^"\w+"\s*,/.test(given);
      reads.push(readOf(name, from + end - name.length, hasDefault));
    }
    reads.push(...propertyReads(given, from));
  }
  reads.push(...boundProperties(text));
  for (const match of matches(text, ['${env:'], PLACEHOLDER))
    reads.push(readOf(match[1] ?? '', match.index + 6, match[2] !== undefined));
  return reads;
}
