import { run } from '../../cli/program';
import type { Report } from '../../cli/report';
import type { EndSignal } from '../../cli/terminal';
import { npmGrammars } from './grammars';

export interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** What a test does to a terminal while a command runs. */
export interface Stage {
  readonly printed: { out: string; err: string };
  /** As if the terminal, or another program, had sent it. */
  signal(signal: EndSignal): void;
}

/** Runs one command line of `twelve-factor`, version 1.2.3, and keeps what it prints. */
export async function twelveFactor(...words: string[]): Promise<Ran> {
  return inTerminal(false, words);
}

/** The same with something piped in. */
export async function twelveFactorGiven(input: string, ...words: string[]): Promise<Ran> {
  return inTerminal(false, words, undefined, input);
}

/** The same on a terminal that shows colours. */
export async function twelveFactorInColour(...words: string[]): Promise<Ran> {
  return inTerminal(true, words);
}

/** The same while `act` does something to its terminal. */
export async function twelveFactorWhile(
  act: (stage: Stage) => Promise<void>,
  ...words: string[]
): Promise<Ran> {
  return inTerminal(false, words, act);
}

/** The report of `check --format json`. */
export async function reportOn(folder: string): Promise<Report> {
  const { out } = await twelveFactor('check', folder, '--format', 'json');
  return JSON.parse(out);
}

async function inTerminal(
  colour: boolean,
  words: readonly string[],
  act?: (stage: Stage) => Promise<void>,
  input?: string,
): Promise<Ran> {
  const printed = { out: '', err: '' };
  const listeners = new Set<(signal: EndSignal) => void>();
  const terminal = {
    colour,
    now: () => 0,
    out: (text: string) => {
      printed.out += text;
      return undefined;
    },
    err: (text: string) => {
      printed.err += text;
    },
    ask: async () => input,
    onSignal: (listener: (signal: EndSignal) => void) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
  const acted = act?.({
    printed,
    signal: (signal) => {
      for (const listener of listeners) listener(signal);
    },
  });
  const code = await run(words, '1.2.3', npmGrammars(), terminal);
  await acted;
  return { code, ...printed };
}
