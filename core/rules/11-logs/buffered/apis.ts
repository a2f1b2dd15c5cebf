import type { CallFact, Value } from '../../../facts/fact';
import { argumentAt, property } from '../../../facts/values';
import type { Family } from '../../../language';
import type { Api, Severity } from '../../../rule';
import { nameOf } from '../shared/apis';

const STDOUT =
  /^(?:os\.Std(?:out|err)|(?:java\.lang\.)?System\.(?:out|err)|(?:std\.io\.)?std(?:out|err)(?:\.lock)?|(?:System\.)?Console\.OpenStandard(?:Output|Error))(?:\(\))?(?:\.lock)?$/;

function buffers(
  calls: readonly string[],
  test: (call: CallFact) => boolean = () => true,
  severity?: Severity,
  global = false,
): Api {
  return {
    calls,
    global,
    breach: (call) =>
      test(call)
        ? { range: call.range, words: { api: nameOf(call) }, ...(severity ? { severity } : {}) }
        : undefined,
  };
}

function isStdout(value: Value | undefined): boolean {
  return (
    (value?.kind === 'reference' && STDOUT.test(value.name)) ||
    (value?.kind === 'call' && STDOUT.test(value.callee))
  );
}

const onStdout = ({ args }: CallFact): boolean => isStdout(args[0]?.value);
const is = (value: Value | undefined, wanted: boolean): boolean =>
  value?.kind === 'boolean' && value.value === wanted;

const javascript: readonly Api[] = [
  buffers(['pino.destination', 'sonic-boom', 'sonic-boom.SonicBoom'], ({ args }) => {
    const options = args[0]?.value;
    const most = property(options, 'minLength');
    return is(property(options, 'sync'), false) || (most?.kind === 'number' && most.value > 0);
  }),
  buffers(['pino.extreme']),
];

const python: readonly Api[] = [buffers(['logging.handlers.MemoryHandler'], undefined, 'hint')];

const php: readonly Api[] = [
  buffers(['Monolog.Handler.BufferHandler', 'Monolog.Handler.OverflowHandler'], undefined, 'hint'),
];

const java: readonly Api[] = [
  buffers(['java.io.BufferedOutputStream', 'java.io.BufferedWriter'], onStdout, 'hint'),
  buffers(['java.util.logging.MemoryHandler'], undefined, 'hint'),
  buffers(
    [
      '?.setImmediateFlush',
      'ch.qos.logback.core.ConsoleAppender().setImmediateFlush',
      'org.apache.log4j.ConsoleAppender().setImmediateFlush',
    ],
    ({ args }) => is(args[0]?.value, false),
  ),
];

const go: readonly Api[] = [
  // Programs that print a result buffer it with good reason.
  buffers(['bufio.NewWriter', 'bufio.NewWriterSize'], onStdout, 'hint'),
  buffers(['go.uber.org/zap/zapcore.BufferedWriteSyncer']),
];

const csharp: readonly Api[] = [
  buffers(
    ['StreamWriter', 'System.IO.StreamWriter'],
    ({ args }) => onStdout({ args } as CallFact) && !is(property(args.at(-1)?.value, 'AutoFlush'), true),
    'hint',
    true,
  ),
];

const rust: readonly Api[] = [
  buffers(
    ['std.io.BufWriter.new', 'std.io.BufWriter.with_capacity'],
    ({ args }) => args.some(({ value }) => isStdout(value)),
    'hint',
  ),
];

const ruby: readonly Api[] = [
  buffers(
    ['Logging.appenders.stdout'],
    (call) => argumentAt(call.args, 99, 'auto_flushing')?.kind === 'number',
  ),
];

const table: Partial<Record<Family, readonly Api[]>> = {
  javascript,
  python,
  ruby,
  php,
  java,
  go,
  csharp,
  rust,
};

export default table;
