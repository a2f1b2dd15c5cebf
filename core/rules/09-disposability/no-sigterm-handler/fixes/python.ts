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
  if (stop === 'python-grpc' || stop === 'python-pika') {
    const on = /^([\w.]+)\.\w+\(/.exec(call)?.[1];
    if (on === undefined || before !== '' || after.trim() !== '') return undefined;
    const todo =
      stop === 'python-grpc'
        ? `${on}.stop(grace=10)`
        : `${on}.connection.add_callback_threadsafe(${on}.stop_consuming)`;
    const handler = `signal.signal(signal.SIGTERM, lambda *_: ${todo})${eol}${indent}`;
    return [
      ...importing(text, ['signal'], eol),
      { range: { start: range.start, end: range.start }, newText: handler },
    ];
  }
  if (stop === 'python-tornado') return stopTornado(statement, text);
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
export function importing(text: string, modules: readonly string[], eol: string): TextEdit[] {
  const missing = modules.filter((one) => !new RegExp(`^import ${one}\\b`, 'm').test(text));
  const at = /^(?!from __future__)(?:import|from) /m.exec(text)?.index ?? 0;
  if (missing.length === 0) return [];
  return [{ range: { start: at, end: at }, newText: missing.map((one) => `import ${one}${eol}`).join('') }];
}

/** Tornado does not tell which requests are open: it listens no longer, and gives them some seconds. */
function stopTornado(
  { call, indent, before, after, range, eol }: Statement,
  text: string,
): TextEdit[] | undefined {
  const loop = /^([\w.]+\.(?:current|instance)\(\))\.start\(\)$/.exec(call)?.[1];
  const listening = listeningOf(text.slice(0, range.start), indent);
  if (loop === undefined || listening === undefined || before !== '' || after.trim() !== '') return undefined;
  const lines = [
    `loop = ${loop}`,
    '',
    'def stop_gracefully():',
    `    ${listening.name}.stop()`,
    '    loop.call_later(5, loop.stop)',
    '',
    'signal.signal(signal.SIGTERM, lambda *_: loop.add_callback_from_signal(stop_gracefully))',
    'loop.start()',
  ];
  const newText = lines.map((line, index) => (index === 0 || line === '' ? line : indent + line)).join(eol);
  return [
    ...importing(text, ['signal'], eol),
    ...listening.edits,
    { range: { start: range.start, end: range.end }, newText },
  ];
}

/** The name of what listens, which it is given where it has none. */
function listeningOf(
  before: string,
  indent: string,
): { readonly name: string; readonly edits: readonly TextEdit[] } | undefined {
  const found = [
    ...before.matchAll(/^([ \t]*)(?:(\w{1,60})[ \t]?=[ \t]?)?(\w{1,60})\.(?:listen|bind)\(/gm),
  ].at(-1);
  if (!found || found[1] !== indent) return undefined;
  if (found[2] !== undefined) return { name: found[2], edits: [] };
  const [, , , on = ''] = found;
  if (new RegExp(`\\b${on}[ \\t]?=[ \\t]?(?:\\w{1,60}\\.){0,3}HTTPServer\\(`).test(before))
    return { name: on, edits: [] };
  const at = found.index + indent.length;
  return { name: 'server', edits: [{ range: { start: at, end: at }, newText: 'server = ' }] };
}
