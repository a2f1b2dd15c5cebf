import { commands, type Location, Position, Uri } from 'vscode';
import { type ShowImportsArguments, showImportsCommand } from '../../core/protocol';
import { defineCommand } from '../command';

/** Run by the code lens of a package in a manifest: shows the imports of the package beside it. */
export default defineCommand({
  id: showImportsCommand,
  title: 'Show imports',
  palette: false,
  async run(_services, target) {
    if (!isTarget(target)) return;
    const uri = Uri.parse(target.uri);
    const position = new Position(target.position.line, target.position.character);
    const found = await commands.executeCommand<Location[]>('vscode.executeReferenceProvider', uri, position);
    const imports = found.filter((one) => one.uri.toString() !== uri.toString());
    await commands.executeCommand('editor.action.showReferences', uri, position, imports);
  },
});

function isTarget(value: unknown): value is ShowImportsArguments {
  if (typeof value !== 'object' || value === null || !('uri' in value) || !('position' in value))
    return false;
  const { uri, position } = value;
  if (typeof uri !== 'string' || typeof position !== 'object' || position === null) return false;
  return 'line' in position && 'character' in position;
}
