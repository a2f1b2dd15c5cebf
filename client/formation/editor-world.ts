import { type ExtensionContext, env, FileSystemError, Uri, workspace } from 'vscode';
import type { StartOfProcess } from '../../core/protocol';
import { attachFormation, connectFormation } from '../../formation/supervisor/client';
import { UserError } from '../errors';
import { countsFrom } from './counts';
import type { FormationSettings } from './planning';
import type { SessionWorld } from './session-world';
import { requireTrust } from './trust';

/** Gives a session the editor: settings, open documents before the disk, what the workspace remembers, the engine. */
export function editorWorld(
  context: ExtensionContext,
  root: Uri,
  procfiles: () => readonly string[],
  starts: () => readonly StartOfProcess[],
): SessionWorld {
  const key = root.toString();
  const path = root.fsPath;
  const countsKey = `formation.counts:${key}`;
  const choiceKey = `formation.procfile:${key}`;
  const uriOf = (relativePath: string) => Uri.joinPath(root, relativePath);
  const app = () => ({
    root: path,
    storageDir: context.globalStorageUri.fsPath,
    trusted: workspace.isTrusted,
  });
  return {
    key,
    path,
    name: path.slice(path.replace(/[\\/]$/, '').search(/[^\\/]*$/)),
    readText: (relativePath) => readText(uriOf(relativePath)),
    uriOf: (relativePath) => uriOf(relativePath).toString(),
    procfiles,
    settings: () => settingsOf(root),
    shellEnv: () => process.env,
    counts: {
      get: () => countsFrom(context.workspaceState.get(countsKey)),
      set: (counts) => void context.workspaceState.update(countsKey, counts),
    },
    choice: {
      get: () => context.workspaceState.get<string>(choiceKey),
      set: (procfile) => void context.workspaceState.update(choiceKey, procfile),
    },
    starts,
    requireTrust,
    connect: () => connectFormation({ ...app(), ...engineOf(context, root) }),
    attach: () => attachFormation(app()),
  };
}

/** How a new engine is started. */
function engineOf(context: ExtensionContext, root: Uri) {
  const seconds = workspace.getConfiguration('twelveFactor.formation', root).get('detachGrace', 60);
  return {
    supervisorPath: context.asAbsolutePath('dist/supervisor.js'),
    detachGraceMs: seconds * 1000,
    // The editor's own native module for terminals, where its desktop and its server keep it.
    ptyModules: ['node_modules.asar.unpacked', 'node_modules'].map(
      (folder) => `${env.appRoot}/${folder}/node-pty`,
    ),
  };
}

export function settingsOf(root: Uri): FormationSettings {
  const section = workspace.getConfiguration('twelveFactor.formation', root);
  return {
    procfile: section.get('procfile', 'Procfile'),
    envFiles: section.get<string[]>('envFiles', ['.env']),
    basePort: section.get<number | null>('basePort', null) ?? undefined,
    stopGrace: section.get('stopGrace', 5),
    shellWins: section.get<string>('envPrecedence') === 'shell',
    interpolation: section.get<FormationSettings['interpolation']>('interpolation', 'auto'),
    onEnd: section.get<FormationSettings['onEnd']>('whenOneEnds', 'leave'),
    canDie: section.get<string[]>('canDie', []),
    terminals: section.get('terminals', false),
    maskSecrets: section.get('maskSecrets', true),
  };
}

async function readText(uri: Uri): Promise<string | undefined> {
  const open = workspace.textDocuments.find((document) => document.uri.toString() === uri.toString());
  if (open) return open.getText();
  try {
    return new TextDecoder().decode(await workspace.fs.readFile(uri));
  } catch (error) {
    if (error instanceof FileSystemError && error.code === 'FileNotFound') return undefined;
    throw new UserError(`${uri.path.slice(uri.path.lastIndexOf('/') + 1)} could not be read.`);
  }
}
