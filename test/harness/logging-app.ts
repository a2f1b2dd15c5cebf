import type { Files } from './temp-folder';

/** Code that breaks `logs/file-handler`, a warning, at line 2 from column 18 to 70. */
export const logsToFile =
  "import winston from 'winston';\nexport const t = new winston.transports.File({ filename: 'app.log' });\n";
/** The same rule, but the deploy chooses the file: information. */
export const logsWhereToldTo =
  "import winston from 'winston';\nexport const t = new winston.transports.File({ filename: process.env.LOG });\n";
export const logsToStdout =
  "import winston from 'winston';\nexport const t = new winston.transports.Console();\n";

export const manifest = JSON.stringify({
  private: true,
  engines: { node: '22' },
  dependencies: { express: '^5.0.0', winston: '^3.0.0' },
});
export const procfile = 'web: sleep 1000\n';

/** A service in which only the given files may break a rule. */
export function loggingApp(files: Files = {}): Files {
  return { 'package.json': manifest, 'yarn.lock': '', Procfile: procfile, ...files };
}
