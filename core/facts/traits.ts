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
      /graceful/i,
    ],
    python: ['SIGTERM', 'add_signal_handler', 'signal.signal(', /graceful/i],
    ruby: ['Signal.trap', /\btrap[ (]/, 'SIGTERM', /graceful/i],
    php: ['SIGTERM', 'pcntl_signal', 'addSignal', 'SignalHandler', 'SignalableCommandInterface', /graceful/i],
    java: [
      'addShutdownHook',
      '@PreDestroy',
      'DisposableBean',
      'setStopAtShutdown',
      'SIGTERM',
      '"TERM"',
      'SpringApplication',
      /graceful/i,
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
      /graceful/i,
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
      /graceful/i,
    ],
    rust: [
      'terminate()',
      'with_graceful_shutdown',
      'serve_with_shutdown',
      'ctrl_c',
      'signal_hook',
      'ctrlc::',
      'SIGTERM',
      /graceful/i,
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
