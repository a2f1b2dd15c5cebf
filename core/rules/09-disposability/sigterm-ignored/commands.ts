import type { RoleCommand } from '../../../formats/commands';
import type { Breach } from '../../../rule';

/** `trap '' TERM`: the shell and all that it starts never hear of the signal. */
export function traps({ command, role }: RoleCommand): Breach[] {
  if (role !== 'run') return [];
  return command.simple.flatMap(({ words, range }) => {
    const [trap, action, ...signals] = words.map(({ text }) => text);
    const isIgnored = trap === 'trap' && (action === '' || action === ':');
    if (!isIgnored || !signals.some((signal) => /^(?:SIG)?TERM$|^15$/.test(signal))) return [];
    return [{ range, words: { what: 'This ignores SIGTERM' } }];
  });
}
