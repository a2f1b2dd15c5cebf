import { Uri, workspace } from 'vscode';
import { UserError } from '../errors';

/** The text of a file of a folder, as an editor has it or as it is on disk; undefined where there is none. */
export async function textIn(folder: Uri, name: string): Promise<string | undefined> {
  const uri = Uri.joinPath(folder, name);
  const open = workspace.textDocuments.find((document) => document.uri.toString() === uri.toString());
  if (open) return open.getText();
  try {
    return new TextDecoder().decode(await workspace.fs.readFile(uri));
  } catch {
    // Not there, or not readable: both mean that it says nothing.
    return undefined;
  }
}

/** Which of these files a folder holds, with their texts. */
export async function textsIn(folder: Uri, names: readonly string[]): Promise<Map<string, string>> {
  const texts = new Map<string, string>();
  for (const name of new Set(names)) {
    const text = await textIn(folder, name);
    if (text !== undefined) texts.set(name, text);
  }
  return texts;
}

/** Writes a file as a whole. @throws {UserError} where an editor holds it with changes that are not saved. */
export async function writeText(uri: Uri, text: string): Promise<void> {
  const open = workspace.textDocuments.find((document) => document.uri.toString() === uri.toString());
  const name = uri.path.slice(uri.path.lastIndexOf('/') + 1);
  if (open?.isDirty) throw new UserError(`Save ${name} first.`);
  await workspace.fs.writeFile(uri, new TextEncoder().encode(text));
}
