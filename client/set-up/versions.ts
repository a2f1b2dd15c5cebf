import { workspace } from 'vscode';
import { compared, type RuntimeCheck, type RuntimeFound } from '../../core/env/runtimes';
import { versionOf } from '../../formation/node/version-of';

/** What is installed of the runtimes that an app asks for, as the editor's own environment finds it. */
export function installedVersions(checks: readonly RuntimeCheck[], folder: string): Promise<RuntimeFound[]> {
  return Promise.all(
    checks.map(async (check) => compared(check, await versionOf(check.command, folder, workspace.isTrusted))),
  );
}
