import type { CallFact, Value } from '../../../facts/fact';
import { textOf } from '../../../facts/values';
import type { Family } from '../../../language';

export type Handler = Extract<Value, { kind: 'function' }>;

/** How a language hands a function to what calls it at SIGTERM. */
interface Registration {
  readonly calls: readonly string[];
  readonly global?: boolean;
  /** Whether it is SIGTERM that this call is about. */
  isTerm(call: CallFact): boolean;
  /** The function, or what stands in its place. */
  handler(call: CallFact): Value | undefined;
}

const second = ({ args }: CallFact): Value | undefined => args[1]?.value;
const named = (call: CallFact, at: number): string => {
  const value = call.args[at]?.value;
  if (value?.kind === 'reference') return value.name;
  if (value?.kind === 'call') return textOf(value.args[0]?.value) ?? '';
  return textOf(value) ?? '';
};
const isTerm = (call: CallFact, at = 0): boolean => /^:?(?:.*\.)?(?:SIG)?TERM$/.test(named(call, at));

export const REGISTRATIONS: Partial<Record<Family, readonly Registration[]>> = {
  javascript: [
    {
      calls: ['process.on', 'process.once', 'process.addListener'],
      global: true,
      isTerm,
      handler: second,
    },
  ],
  python: [{ calls: ['signal.signal', '*.add_signal_handler'], isTerm, handler: second }],
  ruby: [
    {
      calls: ['trap', 'Signal.trap', 'Kernel.trap', 'Process.trap'],
      isTerm,
      handler: (call) => call.block ?? second(call),
    },
  ],
  php: [{ calls: ['pcntl_signal'], global: true, isTerm, handler: second }],
  java: [{ calls: ['sun.misc.Signal.handle', 'Signal.handle'], isTerm, handler: second }],
  csharp: [
    {
      calls: [
        'PosixSignalRegistration.Create',
        'System.Runtime.InteropServices.PosixSignalRegistration.Create',
      ],
      global: true,
      isTerm,
      handler: second,
    },
  ],
  rust: [{ calls: ['ctrlc.set_handler'], isTerm: () => true, handler: ({ args }) => args[0]?.value }],
};

const SAYS =
  /^(?:console|log|logger|logging|this\.logger|Rails\.logger|Log|slog|System\.out|Console)\.|(?:^|\.)(?:log|info|warn|warning|debug|error|fatal|trace|print|println|puts|echo|printf|error_log|Write|WriteLine|write|LogInformation|LogWarning|println!|eprintln!|p)$/;

/** Whether all that is called only says something. */
export function onlySays({ calls }: Handler): boolean {
  return calls.every((one) => SAYS.test(one) && !/\.emit$/.test(one));
}

/** What a handler does beside saying something. */
export function deedsOf({ calls }: Handler): readonly string[] {
  return calls.filter((one) => !SAYS.test(one));
}
