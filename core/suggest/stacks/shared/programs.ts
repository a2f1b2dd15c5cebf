import type { ProcessSuggestion } from '../../suggestion';

/** The process type of a built program, by its name. */
export function programSuggestion(name: string, command: string, why: string): ProcessSuggestion {
  return { type: typeOf(name), command, why };
}

function typeOf(name: string): string {
  if (/worker|consumer|jobs?$|queue/i.test(name)) return 'worker';
  if (/cron|clock|schedul/i.test(name)) return 'clock';
  return /^(?:db[-_])?migrat|[-_]migrat/i.test(name) ? 'release' : 'web';
}
