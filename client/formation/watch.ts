import { type ExtensionContext, type LogOutputChannel, type Uri, workspace } from 'vscode';
import type { Formations } from './formations';

const sources = '**/{Procfile*,.env*,.twelvefactor.json}';

/** Keeps the formations in step with folders, files, open editors, settings and trust. */
export function watchSources(context: ExtensionContext, formations: Formations, log: LogOutputChannel): void {
  const logged = (work: Promise<void>) => void work.catch((error: unknown) => log.error(String(error)));
  const search = () => logged(formations.search());
  const changed = (uri: Uri) => logged(formations.fileChanged(uri));
  const watcher = workspace.createFileSystemWatcher(sources);
  context.subscriptions.push(
    watcher,
    watcher.onDidCreate(search),
    watcher.onDidDelete(search),
    watcher.onDidChange(changed),
    workspace.onDidChangeTextDocument(({ document }) => changed(document.uri)),
    workspace.onDidChangeWorkspaceFolders(search),
    workspace.onDidGrantWorkspaceTrust(() => logged(formations.trusted())),
    workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration('twelveFactor.formation')) logged(formations.settingsChanged());
    }),
  );
  search();
}
