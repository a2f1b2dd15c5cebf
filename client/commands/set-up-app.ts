import { Uri, window, workspace } from 'vscode';
import { classifyEnvFile } from '../../core/env/cascade';
import { comparedInWords, type RuntimeFound, runtimeChecks, runtimeFiles } from '../../core/env/runtimes';
import { installCommands, installFiles, missingEntries, withValues } from '../../core/env/set-up';
import { defineCommand } from '../command';
import { UserError } from '../errors';
import { askForValues } from '../set-up/ask';
import { textIn, textsIn, writeText } from '../set-up/files';
import { keepOutOfGit } from '../set-up/ignore';
import { installedVersions } from '../set-up/versions';
import { mayRun } from '../when';

/** From clone to running: `.env` from the example, the runtimes checked, the dependencies installed. */
export default defineCommand({
  id: 'twelveFactor.setUpApp',
  title: 'Set up this app',
  enablement: mayRun,
  async run() {
    const folder = await pickFolder();
    if (!folder) return;
    if (!workspace.isTrusted)
      throw new UserError('Trust this folder first: setting it up runs its commands.');
    const told = await writeEnv(folder);
    if (told === undefined) return;
    await offerCommands(folder, told);
  },
});

async function pickFolder(): Promise<Uri | undefined> {
  const folders = workspace.workspaceFolders ?? [];
  if (folders.length === 0) throw new UserError('Open the folder of an app first.');
  if (folders.length === 1) return folders[0]?.uri;
  return (await window.showWorkspaceFolderPick({ placeHolder: 'The app to set up' }))?.uri;
}

/** What was done, in words; undefined where the user called it off. */
async function writeEnv(folder: Uri): Promise<string | undefined> {
  const names = (await workspace.fs.readDirectory(folder)).map(([name]) => name);
  const example = names
    .filter((name) => classifyEnvFile(name)?.kind === 'example')
    .sort((a, b) => a.length - b.length)[0];
  if (example === undefined) return 'There is no example file, so no .env was written.';
  const before = await textIn(folder, '.env');
  const missing = missingEntries((await textIn(folder, example)) ?? '', before ?? '');
  if (missing.length === 0) return '.env sets all that the example names.';
  const values = await askForValues(missing);
  if (!values) return undefined;
  const { text, failed } = withValues(before ?? '', values);
  // Git must not see the secrets, not even for a moment.
  const ignoring = await keepOutOfGit(folder);
  await writeText(Uri.joinPath(folder, '.env'), text);
  const made = missing.filter(({ secret }) => secret).length;
  const parts = [`.env has ${values.size - failed.length} new variables`];
  if (made > 0) parts.push(made === 1 ? 'one secret was made for it' : `${made} secrets were made for it`);
  if (ignoring) parts.push('.gitignore keeps it out of git now');
  if (failed.length > 0) parts.push(`write ${failed.join(', ')} by hand`);
  return `${parts.join('; ')}.`;
}

/** Says which runtimes are there and which are not, and installs the dependencies in a terminal, if the user wants it. */
async function offerCommands(folder: Uri, told: string): Promise<void> {
  const runtimes = await installedVersions(runtimeChecks(await textsIn(folder, runtimeFiles)), folder.fsPath);
  const there = new Set((await workspace.fs.readDirectory(folder)).map(([name]) => name));
  const installs = installCommands(new Set(installFiles.filter((name) => there.has(name))));
  const misfits = runtimes.filter(({ fits }) => !fits);
  if (misfits.length + installs.length === 0) {
    void window.showInformationMessage([told, ...runtimes.map(comparedInWords)].join(' '));
    return;
  }
  const detail = [
    ...runtimes.map(comparedInWords),
    ...(misfits.length > 0 ? [`Install ${misfits.map(nameOf).join(' and ')} first.`] : []),
    ...(installs.length > 0 ? [`Its dependencies are installed by: ${installs.join('; ')}`] : []),
  ].join('\n');
  const show = misfits.length > 0 ? window.showWarningMessage : window.showInformationMessage;
  const actions = installs.length > 0 ? ['Install dependencies'] : [];
  const answer = await show(told, { modal: true, detail }, ...actions);
  if (answer === undefined) return;
  const terminal = window.createTerminal({ name: 'Set up', cwd: folder });
  terminal.show();
  terminal.sendText(installs.join(' && '));
}

function nameOf({ runtime, wanted }: RuntimeFound): string {
  return `${runtime} ${wanted}`;
}
