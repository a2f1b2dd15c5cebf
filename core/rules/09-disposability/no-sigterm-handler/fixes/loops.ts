import type { TextEdit } from '../../../../text';
import type { Stop } from '../breach';
import { isUsed, type Statement } from './statement';

interface Loop {
  /** The head of a loop without an end. */
  readonly head: RegExp;
  /** What opens a method, whose loop it would not be. */
  readonly method: RegExp;
  /** Names that it makes. */
  readonly names: readonly string[];
  readonly lines: readonly string[];
  /** The head that ends. */
  readonly until: string;
}

/** How a loop that takes its jobs is left after the one in hand. */
const LOOPS: Readonly<Partial<Record<Stop, Loop>>> = {
  'ruby-loop': {
    head: /^([ \t]*)(?:loop do|while true(?: do)?)[ \t]*$/gm,
    method: /^[ \t]*def /m,
    names: ['stopping'],
    lines: ['stopping = false', "trap('TERM') { stopping = true }"],
    until: 'until stopping',
  },
  'php-loop': {
    head: /^([ \t]*)(?:while ?\((?:true|1)\)|for ?\(;;\))(?=[ \t]*\{?[ \t]*$)/gim,
    method: /^[ \t]*(?:[a-z]+ )*function /m,
    names: ['stopping'],
    lines: [
      '$stopping = false;',
      'pcntl_async_signals(true);',
      'pcntl_signal(SIGTERM, function () use (&$stopping) {',
      '    $stopping = true;',
      '});',
    ],
    until: 'while (!$stopping)',
  },
  'csharp-loop': {
    head: /^([ \t]*)(?:while ?\(true\)|for ?\(;;\))(?=[ \t]*\{?[ \t]*$)/gm,
    method: /^[ \t]*(?:(?:public|private|protected|internal|async) )+(?!static )[\w<>.[\]]{1,60} \w{1,60}\(/m,
    names: ['stopping', 'onTerm'],
    lines: [
      'using var stopping = new System.Threading.CancellationTokenSource();',
      'using var onTerm = System.Runtime.InteropServices.PosixSignalRegistration.Create(',
      '    System.Runtime.InteropServices.PosixSignal.SIGTERM,',
      '    context =>',
      '    {',
      '        context.Cancel = true;',
      '        stopping.Cancel();',
      '    });',
    ],
    until: 'while (!stopping.IsCancellationRequested)',
  },
};

export function stopLoop(
  stop: Stop,
  { indent, range, eol }: Statement,
  text: string,
): readonly TextEdit[] | undefined {
  const known = LOOPS[stop];
  if (!known || known.names.some((name) => isUsed(name, text))) return undefined;
  const above = text.slice(0, range.start).replaceAll('\r', ' ');
  const loop = [...above.matchAll(known.head)].findLast(([, before = '']) => before.length < indent.length);
  if (!loop) return undefined;
  const [whole, before = ''] = loop;
  // A method that is defined in between has the loop, not the call, for its own.
  if (known.method.test(above.slice(loop.index))) return undefined;
  const start = loop.index + before.length;
  const end = loop.index + whole.trimEnd().length;
  return [{ range: { start, end }, newText: [...known.lines, known.until].join(`${eol}${before}`) }];
}
