import { Secret } from '../../secret';
import type { RoleCommand } from '../commands';
import ini from '../entries/ini';
import type { ConfigEntry } from '../entry';
import { defineSource, type SourceEnv } from '../source';
import { shellCommand } from './shared/embedded';
import { insideShell } from './shared/shell-words';

/** Supervisor's programs: their commands, which no shell reads, and their variables. */
export default defineSource({
  id: 'supervisord',
  files:
    /(?:^|\/)[\w.-]*supervisord?[\w.-]*\.(?:conf|ini)$|(?:^|\/)supervisord?(?:\.d|\/conf\.d)?\/[\w.-]+\.(?:conf|ini)$/,
  read(path, text) {
    const entries = ini.entries(text).filter(({ kind, keys }) => kind === 'value' && keys.length === 2);
    return {
      commands: entries.flatMap((one) => commandOf(one, path, text)),
      env: entries.flatMap((one) => variablesOf(one, text)),
    };
  },
});

function programOf({ keys }: ConfigEntry): string | undefined {
  return /^(?:program|fcgi-program|eventlistener):(.+)$/.exec(keys[0] ?? '')?.[1];
}

function commandOf(entry: ConfigEntry, path: string, text: string): RoleCommand[] {
  const name = programOf(entry);
  if (name === undefined || entry.keys[1] !== 'command' || entry.value === '') return [];
  const value = text.slice(entry.range.start, entry.range.end).replace(/[\r\n]/g, ' ');
  const command = shellCommand(text, { value, range: entry.range });
  const place = { name, form: 'exec', key: 'command', range: entry.whole } as const;
  return [insideShell({ command, role: 'run', path, place }, text)];
}

/** `environment=A="b",C="d"`. */
function variablesOf(entry: ConfigEntry, text: string): SourceEnv[] {
  if (entry.keys[1] !== 'environment') return [];
  const { start, end } = entry.range;
  return [
    ...text.slice(start, end).matchAll(/([A-Za-z_]\w*)[ \t]*=[ \t]*(?:"([^"]*)"|'([^']*)'|([^,\s"']*))/g),
  ].map((match) => {
    const value = match[2] ?? match[3] ?? match[4] ?? '';
    const at = start + match.index;
    const quote = match[4] === undefined ? 1 : 0;
    const valueEnd = at + match[0].length - quote;
    return {
      name: match[1] ?? '',
      range: { start: at, end: at + (match[1]?.length ?? 0) },
      does: 'set',
      value: new Secret(value),
      valueRange: { start: valueEnd - value.length, end: valueEnd },
      scope: programOf(entry),
      when: 'run',
    };
  });
}
