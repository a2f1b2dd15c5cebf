import type { Word } from '../../../procfile/procfile';
import type { RoleCommand } from '../../commands';
import { shellCommand } from './embedded';

const SHELL = /(?:^|\/)(?:sh|bash|ash|dash|zsh|ksh|busybox)$/;
const READS_NEXT = /^-[a-z]*c$/;

/** `sh -c '…'`: what the shell then reads, in place of the shell with a word that nobody looks into. */
export function insideShell(one: RoleCommand, text: string): RoleCommand {
  const [simple, ...more] = one.command.simple;
  if (!simple || more.length > 0 || !one.place) return one;
  const [first, check] = simple.words;
  // So a health check asks for the shell of its container.
  if (first?.text === 'CMD-SHELL' && check && one.role === 'check') return read(one, check, text, '/bin/sh');
  const words = first?.text === 'exec' ? simple.words.slice(1) : simple.words;
  const shell = words[0]?.text ?? '';
  const flags = words.slice(1).findIndex(({ text: word }) => READS_NEXT.test(word));
  const script = words[flags + 2];
  const options = words.slice(1, flags + 1);
  if (!SHELL.test(shell) || flags < 0 || !script || options.some(({ text: word }) => !/^[-+]/.test(word)))
    return one;
  return read(one, script, text, shell);
}

function read(one: RoleCommand, script: Word, text: string, shell: string): RoleCommand {
  const command = shellCommand(text, { value: script.text, range: withoutQuotes(script.range, text) });
  return { ...one, command, ...(one.place ? { place: { ...one.place, form: 'shell', shell } } : {}) };
}

function withoutQuotes(
  { start, end }: { start: number; end: number },
  text: string,
): { start: number; end: number } {
  const quote = text[start];
  const isQuoted = (quote === '"' || quote === "'") && end - start > 1 && text[end - 1] === quote;
  return isQuoted ? { start: start + 1, end: end - 1 } : { start, end };
}
