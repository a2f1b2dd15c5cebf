import type { CancellationToken } from 'vscode-languageserver';
import type { App } from '../core/app';
import { mostBytes } from '../core/limits';
import { codeLanguageOf } from '../core/linter';
import { appsSharing } from './apps';
import { type EnvSite, envSites } from './env-sites';
import type { File } from './file';
import type { Folder } from './folder';
import type { Session } from './session';
import { uriOf } from './uri';

/** In milliseconds. */
const SLICE = 5;

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
 * The files that set, document or read a variable of an app, each with all its places: as the editors have them, else
 * as the disk does. Undefined where the request is cancelled meanwhile.
 */
export async function textsWith(
  session: Session,
  folder: Folder,
  app: App,
  name: string,
  token: CancellationToken,
): Promise<EnvText[] | undefined> {
  let since = performance.now();
  const texts: EnvText[] = [];
  const apps = appsSharing(folder, app, name);
  for (const path of new Set(apps.flatMap((one) => pathsWith(one, name)))) {
    const found = await textOf(session, { folder, path });
    // Other requests, and the cancelling of this one, get their turn.
    if (performance.now() - since > SLICE) {
      await session.host.pause();
      since = performance.now();
    }
    if (token.isCancellationRequested) return undefined;
    if (found?.sites.some((site) => site.name === name)) texts.push(found);
  }
  return texts;
}

/** An env file or a Procfile of the picture that lacks the name may have got it since. */
function pathsWith({ env, procfiles, variables }: App, name: string): string[] {
  const known = variables.get(name);
  const around = [...env, ...procfiles];
  if (!known) return around.map(({ path }) => path);
  const { set, documented, read, referred, readers } = known;
  return [...around, ...set, ...documented, ...read, ...referred, ...readers].map(({ path }) => path);
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
  const language = codeLanguageOf(path);
  const skim = language && session.linter.skim(text, language);
  return { path, uri: uriOf(folder.uri, path), version: null, text, sites: envSites(path, text, skim) };
}
