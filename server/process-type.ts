import { entryPointsOf } from '../core/entry/entry-points';
import { isEnvFile } from '../core/facts/app-files';
import { guideOf } from '../core/guide-of';
import { parseProcfile } from '../core/procfile/parse';
import { defaultBasePort, portOf } from '../core/procfile/ports';
import type { ProcessType } from '../core/procfile/procfile';
import { shownCommand } from '../core/procfile/shown';
import { entryLines } from './entry-line';
import { envName } from './env-names';
import type { OpenDocument } from './open-document';

/** What a process type of a Procfile is for, what it runs, and its port in the formation. */
export function describeProcessType(type: ProcessType, document: OpenDocument): string {
  const { name, command } = type;
  const shown = shownCommand(command);
  const fence = '`'.repeat(Math.max(3, ...[...shown.matchAll(/`+/g)].map(([ticks]) => ticks.length + 1)));
  return [
    `**${name}**, process type`,
    purposeOf(name),
    `${fence}sh\n${shown}\n${fence}`,
    ...entryLine(type, document),
    ...programLine(type),
    ...portLine(type, document),
  ].join('\n\n');
}

const PURPOSES: ReadonlyMap<string, string> = new Map([
  [
    'web',
    'Receives the web traffic: it listens on the port that the environment variable `PORT` gives. Heroku and its kin route requests to this process type alone.',
  ],
  [
    'release',
    'Runs once for each release, before its processes start. Where it fails, platforms keep the release before. It is no lasting process, so the formation starts it only when asked.',
  ],
  ['worker', 'Works off jobs in the background, apart from the web traffic. More instances take more jobs.'],
  ['clock', 'Starts jobs at their times. Run one instance only, or each job is started more than once.'],
]);

function purposeOf(name: string): string {
  const known = /^(?:clock|scheduler|beat|celerybeat|cron)$/.test(name) ? 'clock' : name;
  return (
    PURPOSES.get(known) ??
    'Started and scaled apart from the other process types. It receives no web traffic.'
  );
}

/** What its program does, by the program's documentation. */
function programLine({ command }: ProcessType): string[] {
  for (const simple of command.simple) {
    const guide = guideOf(simple)?.guide;
    if (guide) return [`\`${guide.names[0]}\`: ${guide.what} [Documentation](${guide.docs})`];
  }
  return [];
}

/** By foreman's rule. Where an env file sets `PORT`, that is named and its value is not. */
function portLine({ name, nameRange }: ProcessType, { app, folder, text }: OpenDocument): string[] {
  if (name === 'release') return [];
  const { processes } = parseProcfile(text);
  const index = processes.findIndex((one) => one.nameRange.start === nameRange.start);
  const { basePort } = folder.settings.formation;
  // Other files set it for other runners.
  const settings = basePort === undefined ? envName('PORT', app).settings : [];
  const setting = settings.find(({ path }) => isEnvFile(path));
  if (setting) {
    const further = portOf(0, index, 1) ?? 0;
    const more = further > 0 ? ` and ${further} more` : '';
    return [`\`PORT\` in the formation: that of ${setting.path}${more}, plus one for each further instance.`];
  }
  const port = portOf(basePort ?? defaultBasePort, index, 1);
  return port === undefined
    ? []
    : [`\`PORT\` in the formation: ${port} for the first instance, one more for each further one.`];
}

function entryLine({ command }: ProcessType, { app, path, folder }: OpenDocument): string[] {
  const entry = entryPointsOf(app).find(
    (one) => one.path === path && one.range.start === command.range.start,
  );
  return entry ? entryLines(entry, folder.uri) : [];
}
