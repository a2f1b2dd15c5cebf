import {
  defineExport,
  type ExportedFile,
  type ExportInput,
  type ExportInstance,
  type ExportType,
} from '../format';

/** systemd: a target, and one service for each process. */
export default defineExport({
  id: 'systemd',
  title: 'systemd units',
  files: (input) => [
    target(input),
    ...input.types.flatMap((type) => type.instances.map((instance) => service(input, type, instance))),
  ],
});

function target(input: ExportInput): ExportedFile {
  const wants = input.types
    .filter(({ oneShot }) => !oneShot)
    .flatMap(({ instances }) => instances.map(({ id }) => `${input.app}-${id}.service`));
  const lines = [
    '[Unit]',
    `Description=${plain(input.app)}`,
    `Wants=${wants.join(' ')}`,
    '',
    '[Install]',
    'WantedBy=multi-user.target',
  ];
  return { path: `${input.app}.target`, text: `${lines.join('\n')}\n` };
}

function service(input: ExportInput, type: ExportType, { id, port }: ExportInstance): ExportedFile {
  const first = input.types.filter(({ name }) => type.after.includes(name));
  const units = first.flatMap(({ instances }) => instances.map((each) => `${input.app}-${each.id}.service`));
  const lines = [
    '[Unit]',
    `Description=${plain(`${input.app} ${id}`)}`,
    ...(type.oneShot ? [] : [`PartOf=${input.app}.target`]),
    ...(units.length > 0 ? [`After=${units.join(' ')}`, `Wants=${units.join(' ')}`] : []),
    '',
    '[Service]',
    `Type=${type.oneShot ? 'oneshot' : 'exec'}`,
    `User=${plain(input.user)}`,
    `WorkingDirectory=${plain(input.folder)}`,
    // The config stays in the deploy: it is read by systemd's own rules, without interpolation.
    `EnvironmentFile=-/etc/${plain(input.app)}/env`,
    ...(type.oneShot ? [] : [`Environment=PORT=${port}`]),
    `Environment=PS=${id}`,
    `ExecStart=/bin/sh -c "${quoted(type.shellCommand)}"`,
    ...(type.oneShot ? [] : ['Restart=always', 'RestartSec=2']),
    `KillSignal=${type.stopSignal}`,
    'KillMode=mixed',
    `TimeoutStopSec=${type.stopGrace}`,
    'StandardInput=null',
    'StandardOutput=journal',
    'StandardError=inherit',
    `SyslogIdentifier=${plain(`${input.app}-${id}`)}`,
    ...(type.oneShot ? [] : ['', '[Install]', `WantedBy=${input.app}.target`]),
  ];
  return { path: `${input.app}-${id}.service`, text: `${lines.join('\n')}\n` };
}

/** `%` begins a specifier everywhere. */
function plain(text: string): string {
  return text.replaceAll('%', '%%');
}

/** Within double quotes of a command line, `$` too is systemd's own. */
function quoted(text: string): string {
  return plain(text).replace(/[\\"]/g, '\\$&').replaceAll('$', '$$$$');
}
