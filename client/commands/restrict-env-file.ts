import { chmod } from 'node:fs/promises';
import { Uri } from 'vscode';
import { restrictFileCommand } from '../../core/protocol';
import { defineCommand } from '../command';
import { UserError } from '../errors';

const OWNER_ONLY = 0o600;

/** Run by a quick fix: lets only the owner read and write an env file. */
export default defineCommand({
  id: restrictFileCommand,
  title: 'Let only its owner read it',
  palette: false,
  async run({ server }, target) {
    if (typeof target !== 'string') return;
    const uri = Uri.parse(target, true);
    if (uri.scheme !== 'file') throw new UserError('Only a file on disk has permissions.');
    await chmod(uri.fsPath, OWNER_ONLY).catch((error: unknown) => {
      throw new UserError(`The permissions could not be changed: ${String(error)}`);
    });
    await server.fileChanged(target);
  },
});
