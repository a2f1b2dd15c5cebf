import {
  defineExport,
  type ExportedFile,
  type ExportInput,
  type ExportInstance,
  type ExportType,
} from '../format';

/** launchd: one property list for each process. */
export default defineExport({
  id: 'launchd',
  title: 'property lists of launchd',
  files: (input) =>
    input.types
      .filter(({ oneShot }) => !oneShot)
      .flatMap((type) => type.instances.map((instance) => plist(input, type, instance))),
});

function plist(input: ExportInput, type: ExportType, { id, port }: ExportInstance): ExportedFile {
  const label = `${input.app}.${id}`;
  // launchd reads no env files, so that the shell does: the file is in its syntax.
  const env = `/usr/local/etc/${input.app}/env`;
  const command = `if [ -r ${env} ]; then set -a; . ${env}; set +a; fi; PORT=${port} PS=${id}; export PORT PS; ${type.shellCommand}`;
  const text = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">',
    '<plist version="1.0">',
    '<dict>',
    ...pair('Label', label),
    '  <key>ProgramArguments</key>',
    '  <array>',
    ...['/bin/sh', '-c', command].map((word) => `    <string>${xml(word)}</string>`),
    '  </array>',
    ...pair('WorkingDirectory', input.folder),
    ...pair('UserName', input.user),
    '  <key>KeepAlive</key>',
    '  <true/>',
    '  <key>RunAtLoad</key>',
    '  <true/>',
    '  <key>ExitTimeOut</key>',
    `  <integer>${type.stopGrace}</integer>`,
    '</dict>',
    '</plist>',
    '',
  ].join('\n');
  return { path: `${label}.plist`, text };
}

function pair(key: string, value: string): readonly string[] {
  return [`  <key>${key}</key>`, `  <string>${xml(value)}</string>`];
}

function xml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
