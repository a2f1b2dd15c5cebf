import type { RoleCommand } from '../../../formats/commands';
import type { SimpleCommand } from '../../../procfile/procfile';
import type { Breach } from '../../../rule';
import { baseName } from '../../shared/commands';
import { isLogPath } from '../shared/log-file';

const ROTATORS = /^(?:logrotate|rotatelogs|cronolog|multilog|svlogd|s6-log|savelog|newsyslog|pm2-logrotate)$/;
/** The folder of the image that collects the logs of the others. */
const COLLECTOR = /(?:^|\/)(?:logs?|logger|logging|logrotate|r?syslog|syslog-ng)\/[^/]*$/;
const REMOVERS = /^(?:rm|find|truncate|mv)$/;

/** Commands that split, rename or delete log files, or bring a tool that does. */
export function rotations({ command, role, path }: RoleCommand): Breach[] {
  if (role === 'dev' || role === 'ci' || COLLECTOR.test(path)) return [];
  return command.simple.flatMap((simple) => {
    const word = simple.words.find(({ text }) => ROTATORS.test(baseName(text)));
    if (word && isRunOrInstalled(simple, word.text))
      return [{ range: word.range, words: { api: baseName(word.text) } }];
    return role === 'build' ? [] : removal(simple);
  });
}

function isRunOrInstalled({ words }: SimpleCommand, found: string): boolean {
  return words[0]?.text === found || words.some(({ text }) => /^(?:install|add|exec|start)$/.test(text));
}

function removal({ words, range }: SimpleCommand): Breach[] {
  const program = baseName(words[0]?.text ?? '');
  if (!REMOVERS.test(program)) return [];
  const rest = words.slice(1).map(({ text }) => text);
  if (program === 'find' && !rest.some((word) => /^-(?:delete|exec)$/.test(word))) return [];
  return rest.some((word) => isLogPath(word)) ? [{ range, words: { api: program }, once: 'script' }] : [];
}
