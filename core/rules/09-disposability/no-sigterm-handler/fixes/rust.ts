import type { TextEdit } from '../../../../text';
import type { Stop } from '../breach';
import type { Statement } from './statement';

const SHUTDOWN = [
  'async fn shutdown_signal() {',
  '    use tokio::signal::unix::{signal, SignalKind};',
  '    signal(SignalKind::terminate())',
  '        .expect("SIGTERM can be waited for")',
  '        .recv()',
  '        .await;',
  '}',
];

/** axum and hyper are told by a method of their own, tonic by another `serve`. */
export function stopRust(
  stop: Stop,
  { call, after, range, eol }: Statement,
  text: string,
  end: number,
): readonly TextEdit[] | undefined {
  if (!after.startsWith('.await') || /\bshutdown_signal\b/.test(text)) return undefined;
  const serve = call.lastIndexOf('.serve(');
  const start = end - call.length + serve;
  const edits: TextEdit[] =
    stop === 'rust-axum'
      ? [{ range: { start: end, end }, newText: '.with_graceful_shutdown(shutdown_signal())' }]
      : [
          { range: { start, end: start + '.serve'.length }, newText: '.serve_with_shutdown' },
          { range: { start: end - 1, end: end - 1 }, newText: ', shutdown_signal()' },
        ];
  if ((stop === 'rust-tonic' && serve < 0) || end < range.start) return undefined;
  const place = { start: text.length, end: text.length };
  return [
    ...edits,
    { range: place, newText: `${text.endsWith('\n') ? '' : eol}${eol}${SHUTDOWN.join(eol)}${eol}` },
  ];
}
