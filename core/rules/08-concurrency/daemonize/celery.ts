import type { Word } from '../../../procfile/procfile';
import type { OneEdit } from '../../shared/one-edit';

/** Options of `multi` alone, and those that all of Celery's commands take before their name. */
const OWN = /^--(?:pidfile|logfile|executable|verbose|nosplash|quiet)(?:=|$)/;
const OF_ALL = /^(?:-A|--app|-b|--broker|--workdir)(?:=|$)/;

/** `celery multi start w1 -A shop -l info` of one node as `celery -A shop worker -l info`. */
export function celeryWorker(words: readonly Word[], text: string): OneEdit | undefined {
  const [program, multi, start, node, ...options] = words;
  const last = words.at(-1);
  if (!program || multi?.text !== 'multi' || start?.text !== 'start' || !node || !last) return undefined;
  const isPlain = words.every(({ range, text: said }) => text.slice(range.start, range.end) === said);
  const range = { start: program.range.start, end: last.range.end };
  if (!isPlain || /["',\n]/.test(text.slice(range.start, range.end))) return undefined;
  const pairs = pairsOf(options.map((word) => word.text));
  // Several nodes, by number or by name, are several processes; `-c:1 3` is meant for one of them.
  if (!/^[A-Za-z_][\w@.%-]*$/.test(node.text) || !pairs || pairs.some(([name]) => name.includes(':')))
    return undefined;
  const kept = pairs.filter(([name]) => !OWN.test(name));
  const shared = kept.filter(([name]) => OF_ALL.test(name)).flat();
  const rest = kept.filter(([name]) => !OF_ALL.test(name)).flat();
  const newText = ['celery', ...shared, 'worker', ...rest].join(' ');
  return { title: 'Use celery worker', safe: false, ...range, newText };
}

/** Options with their values; undefined where something else stands among them. */
function pairsOf(words: readonly string[]): [string, ...string[]][] | undefined {
  const pairs: [string, ...string[]][] = [];
  for (const word of words) {
    const open = pairs.at(-1);
    if (word.startsWith('-')) pairs.push([word]);
    else if (open?.length === 1 && !open[0]?.includes('=')) open.push(word);
    else return undefined;
  }
  return pairs;
}
