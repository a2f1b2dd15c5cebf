import { createInterface } from 'node:readline';
import { Writable } from 'node:stream';

/** More is no value that anyone would ask about. */
const MOST = 1024 * 1024;

/**
 * What is piped in, without its last line break; on a terminal one line, of which nothing is shown while it is typed.
 * Undefined where the input ends without a word.
 */
export async function ask(prompt: string): Promise<string | undefined> {
  return process.stdin.isTTY ? askHidden(prompt) : readAll();
}

async function readAll(): Promise<string | undefined> {
  let text = '';
  for await (const chunk of process.stdin.setEncoding('utf8')) {
    text += String(chunk);
    if (text.length > MOST) break;
  }
  return text === '' ? undefined : text.replace(/\r?\n$/, '');
}

function askHidden(prompt: string): Promise<string | undefined> {
  process.stderr.write(prompt);
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
  const lines = createInterface({ input: process.stdin, output: nowhere, terminal: true, historySize: 0 });
  return new Promise((resolve) => {
    const end = (value: string | undefined): void => {
      process.stderr.write('\n');
      resolve(value);
      lines.close();
    };
    lines.once('line', end);
    lines.once('SIGINT', () => end(undefined));
    lines.once('close', () => resolve(undefined));
  });
}
