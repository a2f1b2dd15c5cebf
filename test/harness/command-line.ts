import { run } from '../../cli/program';
import type { Report } from '../../cli/report';
import { npmGrammars } from './grammars';

export interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs one command line of `twelve-factor`, version 1.2.3, and keeps what it prints. */
export async function twelveFactor(...words: string[]): Promise<Ran> {
  return inTerminal(false, words);
}

/** The same on a terminal that shows colours. */
export async function twelveFactorInColour(...words: string[]): Promise<Ran> {
  return inTerminal(true, words);
}

/** The report of `check --format json`. */
export async function reportOn(folder: string): Promise<Report> {
  const { out } = await twelveFactor('check', folder, '--format', 'json');
  return JSON.parse(out);
}

async function inTerminal(colour: boolean, words: readonly string[]): Promise<Ran> {
  const printed = { out: '', err: '' };
  const terminal = {
    colour,
    now: () => 0,
    out: (text: string) => {
      printed.out += text;
    },
    err: (text: string) => {
      printed.err += text;
    },
  };
  const code = await run(words, '1.2.3', npmGrammars(), terminal);
  return { code, ...printed };
}
