import type { EntryPoint } from '../core/entry/entry-points';
import type { Runner } from '../core/entry/runners';
import { linkTo } from './markdown';
import { uriOf } from './uri';

/** What a process starts, what takes its requests or jobs, and whether that finishes them on SIGTERM. */
export function entryLines(entry: EntryPoint, folder: string): string[] {
  return linesOf(entry, (file) => linkTo(file, uriOf(folder, file), undefined));
}

/** The same without links, with paths as they are in the app's folder. */
export function entryWords(entry: EntryPoint, root: string): string {
  const inApp = (file: string): string =>
    root !== '' && file.startsWith(`${root}/`) ? file.slice(root.length + 1) : file;
  return linesOf(entry, inApp).join(' ');
}

function linesOf(entry: EntryPoint, shown: (file: string) => string): string[] {
  const file = entry.files[0];
  const runs = entry.runner ?? entry.libraries[0];
  const what = [
    ...(file === undefined ? [] : [shown(file)]),
    ...(runs ? [`${file === undefined ? '' : 'with '}${runs.name}`] : []),
  ];
  if (what.length === 0) return [];
  return [`Starts ${what.join(' ')}.${runs && isLasting(entry) ? ` ${onTerm(entry, runs)}` : ''}`];
}

function isLasting({ role }: EntryPoint): boolean {
  return role === 'web' || role === 'worker';
}

function onTerm({ role, drains }: EntryPoint, runs: Runner): string {
  const work = role === 'web' ? 'open requests' : 'its jobs';
  if (drains === undefined) return `Whether it finishes ${work} on SIGTERM depends on its settings.`;
  if (drains) return `It finishes ${work} on SIGTERM.`;
  return `${upper(runs.name)} does not finish ${work} on SIGTERM by itself.`;
}

function upper(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
