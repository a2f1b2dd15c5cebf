import type { TextEdit } from '../../../../text';
import type { Stop } from '../breach';
import { importing } from './python';
import type { Statement } from './statement';

/** What a program does that has started its sites and has nothing else to do. */
const WAITS =
  /^([ \t]*)(?:await asyncio\.(?:Event\(\)\.wait\(\)|Future\(\))|while (?:True|1):\r?\n[ \t]+await asyncio\.sleep\([\d_ *]{1,20}\))[ \t]*$/m;

/** Waits for SIGTERM in place of for ever; the runner’s clean-up waits for the open requests. */
export function stopAiohttp(
  _stop: Stop,
  { indent, before, after, range, eol }: Statement,
  text: string,
): readonly TextEdit[] | undefined {
  if (!/^await $/.test(before) || after.trim() !== '') return undefined;
  const runner = [
    ...text.slice(0, range.start).matchAll(/^[ \t]*(\w{1,60})[ \t]*=[ \t]*(?:\w+\.){0,2}AppRunner\(/gm),
  ].at(-1)?.[1];
  const rest = text.slice(range.end);
  const wait = WAITS.exec(rest);
  if (runner === undefined || !wait || wait[1] !== indent || /\bstopping\b/.test(text)) return undefined;
  const start = range.end + wait.index + indent.length;
  const lines = [
    'stopping = asyncio.Event()',
    'asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, stopping.set)',
    'await stopping.wait()',
    `await ${runner}.cleanup()`,
  ];
  // What follows may clean up already.
  if (new RegExp(`\\b${runner}\\.cleanup\\(`).test(rest)) lines.pop();
  const end = range.end + wait.index + wait[0].trimEnd().length;
  return [
    ...importing(text, ['signal'], eol),
    { range: { start, end }, newText: lines.join(`${eol}${indent}`) },
  ];
}
