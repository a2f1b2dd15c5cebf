import { checkedPath, filePatterns, settingsPattern, sourcePattern } from './checked-files.generated';

/** Where documents come from that are told to the language server. */
export const schemes = ['file', 'untitled', 'vscode-vfs'];

/** Files that may open under any language id, or under none. */
export const filePattern = `{${filePatterns.join(',')}}`;

/** What is told to the server when it changes on the disk. */
export const watchedPatterns = [sourcePattern, filePattern, settingsPattern, '**/.git/index'];

/** The same judgement for a path alone, where no document is loaded that a language id could be asked of. */
export function isChecked(scheme: string, path: string): boolean {
  return schemes.includes(scheme) && checkedPath.test(path);
}
