import type { App } from '../../../app';
import type { RoleCommand } from '../../../formats/commands';
import type { SimpleCommand } from '../../../procfile/procfile';
import type { Breach } from '../../../rule';
import { baseName, isServer } from '../../shared/commands';

const LEAST_SECONDS = 3;
const LONG_WAIT = 60;
/** Who sleeps longer does not mean to start. */
const MOST_SECONDS = 3600;
const UNITS: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3600, d: 86_400 };

/** `sleep 10 && node server.js`: time that passes whether there is something to wait for or not. */
export function waits({ command, role, path }: RoleCommand, app: App): Breach[] {
  if (role !== 'run') return [];
  const text = app.tree.appFiles.get(path)?.text ?? '';
  const { simple } = command;
  return simple.flatMap((one, index): Breach[] => {
    const seconds = sleepOf(one);
    const after = simple.slice(index + 1);
    const isBefore = after.some((next) => isServer(next) || /^(?:exec|\$@)$/.test(next.words[0]?.text ?? ''));
    const isWait = seconds >= LEAST_SECONDS && seconds < MOST_SECONDS && isBefore;
    if (isWait && !isNested(text, command.range.start, one.range.start))
      return [{ range: one.range, words: { what: `This waits ${seconds} seconds` } }];
    const wait = isBefore || one.words.some(({ text: word }) => word === '--') ? longWait(one) : undefined;
    return wait
      ? [{ range: one.range, words: { what: `This may wait ${wait} seconds` }, severity: 'hint' }]
      : [];
  });
}

function sleepOf({ words, operator }: SimpleCommand): number {
  if (baseName(words[0]?.text ?? '') !== 'sleep' || operator === '&') return 0;
  const [, amount = '', unit = 's'] = /^(\d{1,6}(?:\.\d{1,6})?)([smhd])?$/.exec(words[1]?.text ?? '') ?? [];
  return Number(amount) * (UNITS[unit] ?? 1);
}

/** What waits between two tries of something, or on a condition, is no wait of every start. */
function isNested(text: string, start: number, at: number): boolean {
  const before = text.slice(Math.max(start, at - 4_000), at);
  const count = (word: RegExp): number => before.match(word)?.length ?? 0;
  const isLooped = count(/(?:^|[;\s&|])do(?=\s)/g) > count(/(?:^|[;\s])done(?=[\s;)]|$)/g);
  return isLooped || count(/(?:^|[;\n])[ \t]*if(?=\s)/g) > count(/(?:^|[;\s])fi(?=[\s;)]|$)/g);
}

function longWait({ words }: SimpleCommand): number | undefined {
  const name = baseName(words[0]?.text ?? '');
  if (!/^(?:wait-for-it(?:\.sh)?|wait-for(?:\.sh)?|dockerize|wait-on)$/.test(name)) return undefined;
  const all = words.map(({ text }) => text);
  const option = all.findIndex((word) => /^(?:-t|--timeout|-timeout)$/.test(word));
  const written = option < 0 ? all.find((word) => /^--?timeout=/.test(word))?.split('=')[1] : all[option + 1];
  const [, amount = '', unit = 's'] = /^(\d{1,7})(ms|s|m)?$/.exec(written ?? '') ?? [];
  const seconds = Number(amount) * (unit === 'ms' ? 0.001 : (UNITS[unit] ?? 1));
  return name === 'wait-on' && unit !== 'ms' && seconds > 1000
    ? seconds / 1000 >= LONG_WAIT
      ? seconds / 1000
      : undefined
    : seconds >= LONG_WAIT
      ? seconds
      : undefined;
}
