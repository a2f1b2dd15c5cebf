import type { CommandRole, RoleCommand } from '../commands';
import ini from '../entries/ini';
import type { ConfigEntry } from '../entry';
import { defineSource } from '../source';
import { assignmentsIn } from './shared/assignments';
import { shellCommand } from './shared/embedded';
import { insideShell } from './shared/shell-words';

/** When each of these runs; `ExecStart` of a unit that starts and ends is a task. */
const ROLES: Readonly<Record<string, CommandRole>> = {
  ExecStart: 'run',
  ExecStartPre: 'release',
  ExecStartPost: 'release',
};

/** systemd units of services: their commands, which no shell reads, and their variables. */
export default defineSource({
  id: 'systemd',
  files: /\.service(?:\.(?:erb|j2|tpl|tmpl|template|example|sample|dist))?$/,
  read(path, text) {
    const entries = ini.entries(text).filter(({ keys, kind }) => keys[0] === 'Service' && kind === 'value');
    const isTask = entries.some(({ keys, value }) => keys[1] === 'Type' && value === 'oneshot');
    return {
      commands: entries.flatMap((entry) => commandOf(entry, path, text, isTask)),
      env: entries.flatMap((entry) =>
        entry.keys[1] === 'Environment' ? assignmentsIn(text, entry.range, undefined) : [],
      ),
    };
  },
});

function commandOf(entry: ConfigEntry, path: string, text: string, isTask: boolean): RoleCommand[] {
  const key = entry.keys[1] ?? '';
  const role = ROLES[key];
  // The signs before the program say how systemd runs it.
  const written = text.slice(entry.range.start, entry.range.end);
  const signs = /^[-@:+!|]*/.exec(written)?.[0].length ?? 0;
  const range = { start: entry.range.start + signs, end: entry.range.end };
  const value = written
    .slice(signs)
    .replace(/\\(?=\r?\n)/g, ' ')
    .replace(/[\r\n]/g, ' ');
  if (role === undefined || value.trim() === '') return [];
  const command = shellCommand(text, { value, range });
  const place = { name: nameOf(path), form: 'exec', key, range: entry.whole } as const;
  const isMain = key === 'ExecStart';
  return [insideShell({ command, role: isMain && isTask ? 'cron' : role, path, place }, text)];
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1).split('.service')[0] ?? path;
}
