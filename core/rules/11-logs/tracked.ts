import type { App } from '../../app';
import { classOfPath } from '../../file-class';
import { type Breach, defineRule, type Fixer } from '../../rule';

const LOG =
  /(?:^|\/)(?:[\w.-]+\.log(?:\.\d+)?|hs_err_pid\d+\.\w+|(?:npm|yarn|pnpm)-(?:debug|error)\.log[\w.]*)$/;
/** A line that speaks of logs; a file that is there all the same is meant to be. */
const SPOKEN_OF = /^[^#\n\r\u2028\u2029]*\blogs?\b/im;

/** Log files that git does not ignore, told at the nearest ignore file above them. */
function tracked(path: string, app: App): Breach[] {
  if (!app.complete || !/(?:^|\/)\.gitignore$/.test(path)) return [];
  const text = app.tree.appFiles.get(path)?.text ?? '';
  if (SPOKEN_OF.test(text)) return [];
  const folder = path.slice(0, -'.gitignore'.length);
  for (const file of app.tree.paths) {
    if (!file.startsWith(folder) || !LOG.test(file) || classOfPath(file) !== 'app') continue;
    if (nearestIgnoreFile(file, app) === path)
      return [{ range: lastLine(text), words: { file }, repair: { to: 'ignore' } }];
  }
  return [];
}

function nearestIgnoreFile(file: string, app: App): string | undefined {
  for (let at = file; at !== ''; ) {
    at = at.slice(0, Math.max(0, at.lastIndexOf('/')));
    const path = at === '' ? '.gitignore' : `${at}/.gitignore`;
    if (app.tree.appFiles.has(path)) return path;
  }
  return undefined;
}

function lastLine(text: string): { start: number; end: number } {
  const end = text.trimEnd().length;
  return { start: text.lastIndexOf('\n', end - 1) + 1, end };
}

const ignore: Fixer = ({ path, breach }, text) => {
  if (breach.repair?.to !== 'ignore') return [];
  const at = { start: text.length, end: text.length };
  const newText = `${text === '' || text.endsWith('\n') ? '' : '\n'}*.log\n`;
  return [{ title: 'Ignore log files', kind: 'safe', edits: [{ path, range: at, newText }] }];
};

export default defineRule({
  id: 'logs/tracked',
  title: 'Log file in the repository',
  severity: 'hint',
  message:
    'The log file {file} is not ignored by git. Add “*.log” to this file and take the log out of the repository.',
  skip: [],
  appFiles: tracked,
  fix: ignore,
});
