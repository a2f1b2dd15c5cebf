import type { TextEdit } from '../../../../text';
import type { Stop } from '../breach';
import type { Statement } from './statement';

/** `server.shutdown` waits for the loop it is called from, and so needs a thread of its own. */
export function stopPython(stop: Stop, statement: Statement, text: string): readonly TextEdit[] | undefined {
  const { call, indent, before, after, range, eol } = statement;
  const imports = importing(text, ['signal', 'threading'], eol);
  if (stop === 'python-server') {
    const on = /^([\w.]+)\.serve_forever\(/.exec(call)?.[1];
    if (on === undefined || before !== '' || after.trim() !== '') return undefined;
    const handler = `signal.signal(signal.SIGTERM, lambda *_: threading.Thread(target=${on}.shutdown).start())`;
    const at = (place: number, newText: string): TextEdit => ({
      range: { start: place, end: place },
      newText,
    });
    return [
      ...imports,
      at(range.start, `${handler}${eol}${indent}`),
      at(range.end, `${eol}${indent}${on}.server_close()`),
    ];
  }
  const loop = loopAbove(text, range.start - indent.length, indent.length);
  if (!loop) return undefined;
  const lines = ['stopping = threading.Event()', 'signal.signal(signal.SIGTERM, lambda *_: stopping.set())'];
  const newText = `${lines.map((line) => `${line}${eol}${loop.indent}`).join('')}while not stopping.is_set():`;
  return [...imports, { range: loop.range, newText }];
}

interface Loop {
  readonly indent: string;
  readonly range: { readonly start: number; readonly end: number };
}

/** The `while True:` that a line stands in, going up by indentation. */
function loopAbove(text: string, lineStart: number, depth: number): Loop | undefined {
  let end = lineStart - 1;
  let least = depth;
  while (end > 0) {
    const start = text.lastIndexOf('\n', end - 1) + 1;
    const line = text.slice(start, end).replace(/\r$/, '');
    const indent = /^[ \t]*/.exec(line)?.[0] ?? '';
    const said = line.slice(indent.length);
    if (said !== '' && !said.startsWith('#') && indent.length < least) {
      least = indent.length;
      if (/^while (?:True|1):\s*$/.test(said)) {
        const from = start + indent.length;
        return { indent, range: { start: from, end: from + said.trimEnd().length } };
      }
      if (/^(?:async )?def |^class /.test(said)) return undefined;
    }
    end = start - 1;
  }
  return undefined;
}

/** Puts `import x` before the first import; a docstring or a comment may stand above it. */
function importing(text: string, modules: readonly string[], eol: string): TextEdit[] {
  const missing = modules.filter((one) => !new RegExp(`^import ${one}\\b`, 'm').test(text));
  const at = /^(?!from __future__)(?:import|from) /m.exec(text)?.index ?? 0;
  if (missing.length === 0) return [];
  return [{ range: { start: at, end: at }, newText: missing.map((one) => `import ${one}${eol}`).join('') }];
}

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
