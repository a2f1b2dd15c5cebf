import type { Family } from '../language';

/**
 * What a code file does, as far as its text alone tells:
 * - `main`: a program starts here
 * - `handles-signals`: it looks after SIGTERM, by itself or by a library
 * - `works-jobs`: it takes jobs out of a queue
 * - `exports`: other files get something from it
 */
export type FileTrait = 'main' | 'handles-signals' | 'works-jobs' | 'exports';

type Needle = string | RegExp;

/** A graceful stop by name, in code or in words; what is done gracefully may also be anything else. */
const GRACEFUL =
  /graceful(?:ly)?[\s_-]{0,2}(?:shut|stop|exit|term|clos|restart|drain|kill|quit|serv|listen|http|reload)|(?:shut|stop|exit|clos|drain|terminat|quit)\w{0,12}[\s_-]{0,2}graceful|\/graceful\b|\bgraceful\w{0,20}(?:\(|\.\w|\s?:?=)|\bgraceful['"]/i;

/** One of these must be there: a string in the text, a pattern that matches it, of a list each. */
type Needles = readonly (Needle | readonly Needle[])[];

const TRAITS: Readonly<Record<FileTrait, Partial<Record<Family, Needles>>>> = {
  main: {
    go: [/^package main\b/m],
    java: [
      'SpringApplication.run(',
      'SpringApplicationBuilder(',
      'static void main(',
      'Quarkus.run(',
      'Micronaut.run(',
    ],
    python: [/^if __name__ == ['"]__main__['"]/m],
    csharp: [
      'WebApplication.Create',
      'Host.Create',
      'static void Main(',
      'static async Task Main(',
      'static int Main(',
    ],
    rust: ['fn main('],
  },
  'handles-signals': {
    javascript: [
      'SIGTERM',
      'terminus',
      'lightship',
      'http-terminator',
      'stoppable',
      'exit-hook',
      'close-with-grace',
      'enableShutdownHooks',
      'signal-exit',
      'SHUTDOWN_SIGNALS',
      GRACEFUL,
    ],
    python: ['SIGTERM', 'add_signal_handler', 'signal.signal(', GRACEFUL],
    ruby: ['Signal.trap', /\btrap[ (]/, 'SIGTERM', GRACEFUL],
    php: ['SIGTERM', 'pcntl_signal', 'addSignal', 'SignalHandler', 'SignalableCommandInterface', GRACEFUL],
    java: [
      'addShutdownHook',
      '@PreDestroy',
      'DisposableBean',
      'setStopAtShutdown',
      'SIGTERM',
      '"TERM"',
      'SpringApplication',
      GRACEFUL,
    ],
    go: [
      'SIGTERM',
      'signal.Notify',
      'os.Interrupt',
      'oklog/run',
      'go.uber.org/fx',
      'fvbock/endless',
      '.Shutdown(',
      'GracefulStop',
      GRACEFUL,
    ],
    csharp: [
      'PosixSignalRegistration',
      'SIGTERM',
      'CancelKeyPress',
      'ProcessExit',
      'RunConsoleAsync',
      'IHostApplicationLifetime',
      'IApplicationLifetime',
      'Host.Create',
      'HostBuilder',
      'WebApplication.Create',
      GRACEFUL,
    ],
    rust: [
      'terminate()',
      'with_graceful_shutdown',
      'serve_with_shutdown',
      'ctrl_c',
      'signal_hook',
      'ctrlc::',
      'SIGTERM',
      GRACEFUL,
    ],
    shell: [],
  },
  'works-jobs': {
    javascript: [
      [/['"]bullmq['"]/, /\bnew (?:\w{1,40}\.)?Worker[(<]/],
      [/['"](?:bull|bee-queue|kue)['"]/, '.process('],
      /[qQ]ueue\.process\(/,
      [/['"](?:@hokify\/)?agenda['"]/, '.define('],
      [/['"]pg-boss['"]/, '.work('],
      [/['"]graphile-worker['"]/, /\brun\(/],
      [/['"](?:amqplib|amqp-connection-manager)['"/]/, '.consume('],
      [/['"]kafkajs['"]/, /\beach(?:Message|Batch)\b/],
    ],
  },
  exports: { javascript: [/^\s{0,40}(?:export|exports|module\.exports)\b/m] },
};

const NAMES = Object.keys(TRAITS) as readonly FileTrait[];

export function traitsOf(text: string, family: Family): FileTrait[] {
  const stands = (one: Needle): boolean => (typeof one === 'string' ? text.includes(one) : one.test(text));
  return NAMES.filter((name) =>
    TRAITS[name][family]?.some((one) =>
      typeof one === 'string' || one instanceof RegExp ? stands(one) : one.every(stands),
    ),
  );
}
