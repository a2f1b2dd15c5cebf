import { workspace } from 'vscode';
import { UserError } from '../errors';

/** Processes of an app run only where the user trusts its files; the manifest's `enablement` says the same. */
export function requireTrust(): void {
  if (workspace.isTrusted) return;
  throw new UserError('This workspace is not trusted, so its processes are not started. Trust it first.');
}
