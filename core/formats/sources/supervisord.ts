import type { RoleCommand } from '../commands';
import ini from '../entries/ini';
import type { ConfigEntry } from '../entry';
import { defineSource, type SourceEnv } from '../source';
import { assignmentsIn } from './shared/assignments';
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

function variablesOf(entry: ConfigEntry, text: string): SourceEnv[] {
  return entry.keys[1] === 'environment' ? assignmentsIn(text, entry.range, programOf(entry)) : [];
}
