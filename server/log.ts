import type { RemoteConsole } from 'vscode-languageserver';
import type { Log } from './tasks';

/**
 * Notes an error by its kind and where it came from. Its message is left out: it may quote a document, and so a
 * secret.
 */
export function logTo(console: Pick<RemoteConsole, 'error'>): Log {
  return (task, error) => {
    const kind = error instanceof Error ? error.name : typeof error;
    console.error(`${task} failed: ${kind}${error instanceof Error ? framesOf(error) : ''}`);
  };
}

function framesOf(error: Error): string {
  const lines = (error.stack ?? '').split('\n').filter((line) => /^ {4}at [^\n]*:\d+:\d+\)?$/.test(line));
  return lines.length === 0 ? '' : `\n${lines.join('\n')}`;
}
