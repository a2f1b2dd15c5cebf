import { parseCommand } from '../../procfile/command';
import { Secret } from '../../secret';
import type { RoleCommand } from '../commands';
import { linesOf, trimmed } from '../entries/shared/lines';
import { defineSource, type SourceEnv } from '../source';

const FIELDS =
  /^(?:@(?:reboot|yearly|annually|monthly|weekly|daily|midnight|hourly)|(?:[\d*,/\w#?L-]+[ \t]+){4}[\d*,/\w#?L-]+)[ \t]+/;
const STARTS = /^[\d*@]/;

/** Tables of cron: one command with its schedule a line. */
export default defineSource({
  id: 'crontab',
  files: /(?:^|\/)(?:[\w-]*crontab(?:\.[\w-]+)?|[\w.-]+\.(?:cron|crontab)|cron\.d\/[\w-]+)$/,
  read(path, text) {
    const commands: RoleCommand[] = [];
    const env: SourceEnv[] = [];
    for (const line of linesOf(text)) {
      const range = trimmed(text, line);
      const written = text.slice(range.start, range.end);
      const assigned = /^([A-Za-z_]\w*)[ \t]*=[ \t]*/.exec(written);
      if (assigned)
        env.push(variable(assigned[1] ?? '', range.start, range.start + assigned[0].length, range.end, text));
      else if (STARTS.test(written)) commands.push(...commandOf(range, path, text));
    }
    return { commands, env };
  },
});

/** Tables of the system name a user before the command; people's own do not. */
function commandOf(range: { start: number; end: number }, path: string, text: string): RoleCommand[] {
  const written = text.slice(range.start, range.end);
  const schedule = FIELDS.exec(written)?.[0];
  if (schedule === undefined) return [];
  const rest = written.slice(schedule.length);
  const user = /(?:^|\/)cron\.d\//.test(path) ? (/^[\w-]+[ \t]+/.exec(rest)?.[0] ?? '') : rootUser(rest);
  const start = range.start + schedule.length + user.length;
  // An unescaped `%` starts what the command reads from its input.
  const command = parseCommand(text.slice(start, range.end), start);
  const place = { name: undefined, form: 'shell', key: 'schedule', range } as const;
  return [{ command, role: 'cron', path, place }];
}

function rootUser(rest: string): string {
  return /^(?:root|www-data|app|deploy|nobody)[ \t]+(?=\S)/.exec(rest)?.[0] ?? '';
}

function variable(name: string, start: number, valueStart: number, end: number, text: string): SourceEnv {
  return {
    name,
    range: { start, end: start + name.length },
    does: 'set',
    value: new Secret(text.slice(valueStart, end)),
    valueRange: { start: valueStart, end },
    scope: undefined,
    when: 'run',
  };
}
