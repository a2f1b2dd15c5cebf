import type { TextEdit } from '../../../../text';
import type { Stop } from '../breach';
import type { Statement } from './statement';

/** WEBrick and the JDK’s server stop by themselves once they are told to. */
export function stopByHook(
  stop: Stop,
  { call, indent, before, after, range, eol }: Statement,
): readonly TextEdit[] | undefined {
  const on = /^(@?[\w.]+)\.start\b/.exec(call)?.[1];
  if (on === undefined || before !== '' || !/^;?$/.test(after.trim())) return undefined;
  const line =
    stop === 'ruby-server'
      ? `trap('TERM') { ${on}.shutdown }`
      : `Runtime.getRuntime().addShutdownHook(new Thread(() -> ${on}.stop(10)));`;
  return [{ range: { start: range.start, end: range.start }, newText: `${line}${eol}${indent}` }];
}

/** `loop do` in which a Ruby worker takes its jobs. */
export function stopRubyLoop(
  { indent, range, eol }: Statement,
  text: string,
): readonly TextEdit[] | undefined {
  const above = text.slice(0, range.start);
  const loops = [...above.matchAll(/^([ \t]*)(?:loop do|while true(?: do)?)[ \t]*$/gm)];
  const loop = loops.findLast(([, before = '']) => before.length < indent.length);
  if (!loop || /\bstopping\b/.test(text)) return undefined;
  const [whole, before = ''] = loop;
  // A method that is defined in between has the loop, not the call, for its own.
  if (/^[ \t]*def /m.test(above.slice(loop.index))) return undefined;
  const start = loop.index + before.length;
  const lines = ['stopping = false', "trap('TERM') { stopping = true }", 'until stopping'];
  return [{ range: { start, end: loop.index + whole.length }, newText: lines.join(`${eol}${before}`) }];
}

const SHUTDOWN = [
  'async fn shutdown_signal() {',
  '    use tokio::signal::unix::{signal, SignalKind};',
  '    signal(SignalKind::terminate())',
  '        .expect("SIGTERM can be waited for")',
  '        .recv()',
  '        .await;',
  '}',
];

export function stopAxum(
  { after, range, eol }: Statement,
  text: string,
  end: number,
): readonly TextEdit[] | undefined {
  if (!after.startsWith('.await') || /\bshutdown_signal\b/.test(text)) return undefined;
  return [
    { range: { start: end, end }, newText: '.with_graceful_shutdown(shutdown_signal())' },
    {
      range: { start: text.length, end: text.length },
      newText: `${text.endsWith('\n') ? '' : eol}${eol}${SHUTDOWN.join(eol)}${eol}`,
    },
  ].filter((edit) => edit.range.start >= range.start);
}
