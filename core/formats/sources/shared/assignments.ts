import { endOfName } from '../../../procfile/words';
import { Secret } from '../../../secret';
import type { Range } from '../../../text';
import type { SourceEnv } from '../../source';

/** `A=b "C=d e" F="g",H='i'`: assignments one after another, as systemd and Supervisor write them; one pass. */
export function assignmentsIn(text: string, { start, end }: Range, scope: SourceEnv['scope']): SourceEnv[] {
  const found: SourceEnv[] = [];
  for (let at = start; at < end; ) {
    const around = quoteAt(text, at);
    const nameAt = at + around.length;
    const nameEnd = Math.min(endOfName(text, nameAt), end);
    const equals = skipBlanks(text, nameEnd, end);
    if (nameEnd === nameAt || text[equals] !== '=') {
      at = Math.max(at + 1, nameEnd);
      continue;
    }
    const from = skipBlanks(text, equals + 1, around === '' ? end : equals + 1);
    const quote = around === '' ? quoteAt(text, from) : '';
    const valueAt = Math.min(from + quote.length, end);
    const valueEnd = endOfValue(text, valueAt, end, around || quote);
    found.push({
      name: text.slice(nameAt, nameEnd),
      range: { start: nameAt, end: nameEnd },
      does: 'set',
      value: new Secret(text.slice(valueAt, valueEnd)),
      valueRange: { start: valueAt, end: valueEnd },
      scope,
      when: 'run',
    });
    at = valueEnd + 1;
  }
  return found;
}

function quoteAt(text: string, at: number): string {
  const char = text[at];
  return char === '"' || char === "'" ? char : '';
}

function skipBlanks(text: string, from: number, end: number): number {
  let at = from;
  while (at < end && (text[at] === ' ' || text[at] === '\t')) at++;
  return at;
}

function endOfValue(text: string, start: number, end: number, quote: string): number {
  for (let at = start; at < end; at++) {
    const char = text.charAt(at);
    if (quote === '' ? /[\s,"']/.test(char) : char === quote) return at;
  }
  return end;
}
