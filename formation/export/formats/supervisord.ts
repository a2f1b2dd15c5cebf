import { defineExport, type ExportInput, type ExportInstance, type ExportType } from '../format';

/** Supervisor: one program for each process. */
export default defineExport({
  id: 'supervisord',
  title: 'a configuration of Supervisor',
  files: (input) => {
    const types = input.types.filter(({ oneShot }) => !oneShot);
    const programs = types.flatMap((type) =>
      type.instances.map((instance) => program(input, type, instance)),
    );
    const names = types.flatMap(({ instances }) => instances.map((instance) => nameOf(input, instance)));
    const group = `[group:${input.app}]\nprograms=${names.join(',')}\n`;
    return [{ path: `${input.app}.conf`, text: [...programs, group].join('\n') }];
  },
});

function nameOf(input: ExportInput, { id }: ExportInstance): string {
  return `${input.app}-${id.replace('.', '-')}`;
}

function program(input: ExportInput, type: ExportType, instance: ExportInstance): string {
  const env = `/etc/${input.app}/env`;
  // Supervisor reads no env files, so that the shell does: the file is in its syntax.
  const command = `if [ -r ${env} ]; then set -a; . ${env}; set +a; fi; PORT=${instance.port} PS=${instance.id}; export PORT PS; ${type.shellCommand}`;
  return [
    `[program:${nameOf(input, instance)}]`,
    `command=/bin/sh -c ${quoted(command)}`,
    `directory=${percent(input.folder)}`,
    `user=${percent(input.user)}`,
    'autostart=true',
    'autorestart=true',
    `stopsignal=${type.stopSignal.slice(3)}`,
    `stopwaitsecs=${type.stopGrace}`,
    'stopasgroup=true',
    'killasgroup=true',
    'stdout_logfile=/dev/stdout',
    'stdout_logfile_maxbytes=0',
    'redirect_stderr=true',
    '',
  ].join('\n');
}

/** `%` is expanded; `;` and `#` behind a blank would begin a comment, so that quotes go between. */
function quoted(text: string): string {
  const inQuotes = percent(text)
    .replaceAll("'", `'"'"'`)
    .replace(/([ \t])(?=[;#])/g, "$1''");
  return `'${inQuotes}'`;
}

function percent(text: string): string {
  return text.replaceAll('%', '%%');
}
