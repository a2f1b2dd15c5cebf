import { window, workspace } from 'vscode';
import { defineCommand } from '../command';
import { UserError } from '../errors';
import { envKindOf } from '../masking/env-document';
import { toggleCommand } from '../masking/masking';

/** Shows the hidden values of the env file in front, or hides them again. */
export default defineCommand({
  id: toggleCommand,
  title: 'Show or hide env values',
  icon: '$(eye)',
  menus: [{ menu: 'editor/title', when: 'resourceLangId =~ /^(dotenv|env|env-spec)$/', group: 'navigation' }],
  async run({ masking }) {
    const document = window.activeTextEditor?.document;
    const isMasked = document && masking.isMasked(document);
    if (document && envKindOf(document) === 'example')
      throw new UserError('The values of example files are always shown.');
    if (document === undefined || isMasked === undefined) throw new UserError('Open an env file first.');
    if (!masking.isPresenting(document)) {
      masking.toggle(document);
      return;
    }
    const end = 'End presentation mode';
    const answer = await window.showInformationMessage('Presentation mode keeps values hidden.', end);
    if (answer !== end) return;
    const settings = workspace.getConfiguration('twelveFactor');
    const own = settings.inspect('presentationMode');
    await settings.update('presentationMode', false, own?.workspaceValue === undefined);
  },
});
