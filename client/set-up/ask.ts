import { randomBytes } from 'node:crypto';
import { window } from 'vscode';
import type { Missing } from '../../core/env/set-up';

const SECRET_BYTES = 32;

/**
 * Asks for each missing variable; a secret that nobody gives out is made. Undefined where the user calls it off. An
 * empty answer leaves the variable out.
 */
export async function askForValues(missing: readonly Missing[]): Promise<Map<string, string> | undefined> {
  const values = new Map<string, string>();
  const open = missing.filter(({ secret }) => !secret);
  for (const { name } of missing.filter(({ secret }) => secret))
    values.set(name, randomBytes(SECRET_BYTES).toString('base64url'));
  for (const [index, { name, about, proposal }] of open.entries()) {
    const value = await window.showInputBox({
      title: `Set up this app (${index + 1}/${open.length})`,
      prompt: `${name}${about === undefined ? '' : `: ${about}`}`,
      value: proposal,
      placeHolder: 'Leave empty to set it later',
      ignoreFocusOut: true,
    });
    if (value === undefined) return undefined;
    values.set(name, value);
  }
  return values;
}
