import { commands, window } from 'vscode';
import type { UserError } from './errors';
import { reveal } from './reveal';

/** Tells the user what went wrong, with a way to mend it where there is one. */
export async function explain({ message, place, action }: UserError): Promise<void> {
  const open = place && `Open ${place.uri.slice(place.uri.lastIndexOf('/') + 1)}`;
  const offers = [open, action?.title].filter((offer) => offer !== undefined);
  const chosen = await window.showWarningMessage(message, ...offers);
  if (chosen === undefined) return;
  if (place && chosen === open) await reveal(place);
  else if (action) await commands.executeCommand(action.command, ...action.arguments);
}
