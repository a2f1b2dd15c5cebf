import type { EnvRead } from '../../facts/fact';
import { derivedRead, goesOn, matches, readOf, type Tolerance } from './env-scan';

/** In the app's own configuration only a name in capitals is sure to be a variable. */
const ENV_READ =
  /\bGetEnvironmentVariable(?:\s*\(\s*|s\s*\(\s*\)\s*\[\s*)@?"(\w+)"|\bEnv\s*\.\s*Get(?:String|Int|Double|Bool)\s*\(\s*"(\w+)"|[cC]onfig(?:uration)?\s*(?:\[|\.\s*(?:GetValue\s*(?:<[^>\n]{0,200}>\s*)?|GetSection\s*|GetConnectionString\s*)\()\s*"([A-Z][A-Z0-9_]+)"/g;
const TOLERANCE: Tolerance = {
  after: /^\s*[\])]\s*(?:\?\?|\?|[!=]=|is\b)|^\s*,\s*[^)\s]|^\s*\)\s*\)\s*(?:\?\?|\?)/,
  before: /\b(?:IsNullOrEmpty|IsNullOrWhiteSpace|TryParse|Equals)\s*\(\s*[\w.]*$/,
};

export function envReads(text: string): EnvRead[] {
  const reads: EnvRead[] = [];
  for (const match of text.matchAll(ENV_READ)) {
    const end = match.index + match[0].length;
    if (/^\s*\]\s*\??\??=[^=]/.test(text.slice(end, end + 10))) continue;
    const name = match[1] ?? match[2] ?? match[3] ?? '';
    const isTarget = /^\s*,\s*(?:EnvironmentVariable)?Target\b/.test(text.slice(end, end + 40));
    const hasDefault = !isTarget && goesOn(text, match.index, end, TOLERANCE);
    reads.push(readOf(name, end - 1 - name.length, hasDefault));
  }
  return [...reads, ...keyReads(text)];
}

const KEY =
  /[cC]onfig(?:uration)?\s*(?:\[|\.\s*(?:GetValue\s*(?:<[^>\n]{0,200}>\s*)?|(GetConnectionString)\s*)\()\s*"(\w+(?::\w+)*)"/g;

/** Keys of the app's configuration: `Mail:Host` is given by `Mail__Host`, or by a file. */
function keyReads(text: string): EnvRead[] {
  return [...matches(text, ['onfig'], KEY)].flatMap((match) => {
    const key = match[2] ?? '';
    const end = match.index + match[0].length;
    if (/^\s*\]\s*\??\??=[^=]/.test(text.slice(end, end + 10))) return [];
    const isUpper = /^[A-Z][A-Z0-9_]+$/.test(key);
    const full = match[1] === undefined ? key : `ConnectionStrings:${key}`;
    if (isUpper || !full.includes(':')) return [];
    return [derivedRead(full.replaceAll(':', '__'), key, end - 1 - key.length, true)];
  });
}
