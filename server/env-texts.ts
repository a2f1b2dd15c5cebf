import type { CancellationToken } from 'vscode-languageserver';
import type { App } from '../core/app';
import { mostBytes } from '../core/limits';
import { languageOf } from '../core/linter';
import { type EnvSite, envSites } from './env-sites';
import type { File } from './file';
import type { Folder } from './folder';
import type { Session } from './session';
import { Slices } from './slices';
import { uriOf } from './uri';

/** A file that speaks of a variable, with the text that the places are in. */
export interface EnvText {
  readonly path: string;
  readonly uri: string;
  /** Null where no editor holds it. */
  readonly version: number | null;
  readonly text: string;
  readonly sites: readonly EnvSite[];
}

/**
 * The files of an app that set, document or read a variable, each with all its places: as the editors have them, else
 * as the disk does. Undefined where the request is cancelled meanwhile.
 */
export async function textsWith(
  session: Session,
  folder: Folder,
  app: App,
  name: string,
  token: CancellationToken,
): Promise<EnvText[] | undefined> {
  const slices = new Slices(session);
  const texts: EnvText[] = [];
  for (const path of pathsWith(app, name)) {
    const found = await textOf(session, { folder, path });
    await slices.pause();
    if (token.isCancellationRequested) return undefined;
    if (found?.sites.some((site) => site.name === name)) texts.push(found);
  }
  return texts;
}

function pathsWith(app: App, name: string): Set<string> {
  const small = [...app.env, ...app.procfiles].map(({ path }) => path);
  return new Set([...small, ...(app.envReads.get(name) ?? [])]);
}

async function textOf(session: Session, file: File): Promise<EnvText | undefined> {
  const { folder, path } = file;
  const open = session.documentAt(file);
  if (open) {
    if (!open.isJudged) return undefined;
    const { uri, version, text } = open;
    return { path, uri, version, text, sites: envSites(path, text, open.skim()) };
  }
  const reading = await session.host.read(folder.uri, path, mostBytes(path));
  if (!('text' in reading)) return undefined;
  const { text } = reading;
  const language = languageOf(path);
  const skim = language && session.linter.skim(text, language);
  return { path, uri: uriOf(folder.uri, path), version: null, text, sites: envSites(path, text, skim) };
}
