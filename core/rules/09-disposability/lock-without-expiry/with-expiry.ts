import type { FileEdit, Finding, Fixer } from '../../../rule';

const TITLE = 'Let the lock end by itself';

/** Gives a lock half a minute, in the command that takes it. */
export const withExpiry: Fixer = (finding, text) => {
  const { path } = finding;
  const { add, at, name, nameEnd, zero, end } = finding.breach.repair ?? {};
  if (typeof at !== 'number') return [];
  const edits: FileEdit[] = [];
  if (typeof zero === 'string' && typeof end === 'number') {
    // Go does not compile without the package that the duration is of.
    if (!/"time"/.test(text) || text.slice(at, end) !== '0') return [];
    edits.push({ path, range: { start: at, end }, newText: zero });
  }
  if (typeof add === 'string') {
    const answer = answered(finding, text);
    if (!answer) return [];
    // A comma may stand behind the last argument already.
    const comma = /,\s{0,80}$/.exec(text.slice(Math.max(0, at - 90), at))?.[0];
    const start =
      comma === undefined
        ? at - (/\s{1,80}$/.exec(text.slice(Math.max(0, at - 80), at))?.[0].length ?? 0)
        : at - comma.length;
    edits.push({ path, range: { start, end: start }, newText: add }, ...answer);
    if (typeof name === 'string' && typeof nameEnd === 'number') {
      // The types of a generic call may stand behind its name.
      const head = text.slice(Math.max(0, nameEnd - 140), nameEnd);
      const method = /(\w{1,40})(?:::<[^()]{0,80}>)?$/.exec(head);
      if (!method) return [];
      const from = nameEnd - head.length + method.index;
      const to = from + (method[1]?.length ?? 0);
      edits.push({ path, range: { start: from, end: to }, newText: name });
    }
  }
  return edits.length > 0 ? [{ title: TITLE, kind: 'suggestion', edits }] : [];
};

/**
 * What goes with another answer: Jedis gives “OK” or null where it gave 1 or 0; the answer of Redis to Rust is the
 * same only where it is taken for a bool. Undefined where the code around the call wants the old one.
 */
function answered({ path, range, breach }: Finding, text: string): FileEdit[] | undefined {
  const before = text.slice(Math.max(0, range.start - 80), range.start);
  switch (breach.repair?.answer) {
    case 'jedis': {
      if (!text.includes('redis.clients.jedis')) return undefined;
      const after = text.slice(range.end, range.end + 40);
      if (/[;{}]\s{0,60}$/.test(before) && /^\s{0,20};/.test(after)) return [];
      const compared = /^ ?(==|!=) ?([01])L?(?=\s{0,20}[);&|?])/.exec(after);
      if (!compared) return undefined;
      const isTaken = (compared[1] === '==') === (compared[2] === '1');
      return [
        {
          path,
          range: { start: range.start, end: range.start },
          newText: `${isTaken ? '' : '!'}"OK".equals(`,
        },
        { path, range: { start: range.end, end: range.end + compared[0].length }, newText: ')' },
      ];
    }
    case 'rust': {
      if (!/(?:^|[^:\w])redis::/m.test(text)) return undefined;
      const isBool =
        /:\s?(?:redis::)?(?:RedisResult<)?bool>?\s?=\s{0,80}$/.test(before) ||
        /\.\s{0,80}set_nx::<[^()]{0,80},\s?bool>\(/.test(text.slice(range.start, range.end));
      return isBool ? [] : undefined;
    }
    default:
      return [];
  }
}
