import { type ExtensionContext, StatusBarAlignment, window } from 'vscode';
import { type Masking, toggleCommand } from './masking';

/** Says in the status bar whether the values of the env file in front are hidden; a click shows or hides them. */
export function showMaskingStatus(context: ExtensionContext, masking: Masking): void {
  const item = window.createStatusBarItem('twelveFactor.masking', StatusBarAlignment.Right, 101);
  item.name = 'Env values';
  item.command = toggleCommand;
  const paint = (): void => {
    const document = window.activeTextEditor?.document;
    const isMasked = document && masking.isMasked(document);
    if (document === undefined || isMasked === undefined) {
      item.hide();
      return;
    }
    const presenting = masking.isPresenting(document);
    item.text = isMasked ? '$(eye-closed) Values hidden' : '$(eye) Values shown';
    item.tooltip = presenting
      ? 'Presentation mode keeps the values of env files hidden'
      : isMasked
        ? 'Show the values of this env file'
        : 'Hide the values of this env file';
    item.accessibilityInformation = {
      label: `${isMasked ? 'Values hidden' : 'Values shown'}. ${item.tooltip}`,
    };
    item.show();
  };
  context.subscriptions.push(item, window.onDidChangeActiveTextEditor(paint), masking.onDidChange(paint));
  paint();
}
