import { RequestType } from 'vscode-languageserver';
import type { App } from '../../core/app';
import { closureOf } from '../../core/entry/closure';
import { type EntryPoint, entryPointsOf } from '../../core/entry/entry-points';
import {
  type AdminProcessesParams,
  type EntryPointsResult,
  entryPointsMethod,
  type ProgramStarted,
} from '../../core/protocol';
import { entryWords } from '../entry-line';
import { defineFeature } from '../feature';
import type { Session } from '../session';
import { trimmed, uriOf } from '../uri';

const request = new RequestType<AdminProcessesParams, EntryPointsResult, void>(entryPointsMethod);

/** Where the process types of an app start, for those who run them. */
export default defineFeature({
  capabilities: {},
  register({ connection, session, handler }) {
    connection.onRequest(
      request,
      handler('entry points', { complete: false, starts: [] }, (params) => starts(session, params)),
    );
  },
});

function starts(session: Session, { uri }: AdminProcessesParams): EntryPointsResult {
  const { folder, path } = session.fileOf(uriOf(trimmed(uri), 'Procfile'));
  const app = folder.picture.appOf(path);
  const found = entryPointsOf(app).flatMap((entry) => {
    if (entry.processType === undefined) return [];
    const program = programOf(entry, app);
    return [
      {
        type: entry.processType,
        serves: isServing(entry, app),
        says: entryWords(entry, app.root),
        ...(program && { program }),
      },
    ];
  });
  return { complete: app.complete, starts: found };
}

function programOf({ program, files }: EntryPoint, app: App): ProgramStarted | undefined {
  const folder = program && inApp(program.folder, app);
  if (!program || folder === undefined) return undefined;
  const file = files.findLast((path) => !path.endsWith('.sh'));
  const family = file === undefined ? undefined : app.files.get(file)?.family;
  const place = file === undefined ? undefined : inApp(file, app);
  return {
    text: program.text,
    folder,
    ...(place !== undefined && { file: place }),
    ...(family !== undefined && { family }),
  };
}

/** A path as it is in the app's folder; undefined outside of it. */
function inApp(path: string, { root }: App): string | undefined {
  if (root === '' || path === root) return path === root ? '' : path;
  return path.startsWith(`${root}/`) ? path.slice(root.length + 1) : undefined;
}

/** A port that a command names outright, as `-b :8000` and `--port=8000` do. */
const FIXED_PORT = /(?:^|[\s:='"])\d{4,5}(?=$|[\s'"])/;

/**
 * The server that a command runs says so, else what takes requests in the files it starts: a worker may have a page of
 * its own, and listens on its port only if it reads which. A server that is told another port does not listen on it.
 */
function isServing({ role, runner, program, libraries, files }: EntryPoint, app: App): boolean {
  if (role === 'release') return false;
  if (runner?.serves === 'web') {
    const text = program?.text ?? '';
    return /\$\{?PORT\b/.test(text) || !FIXED_PORT.test(text);
  }
  if (runner) return false;
  const readsPort = files.some((file) =>
    [...closureOf(file, app)].some((path) => app.files.get(path)?.envReads.includes('PORT')),
  );
  return readsPort && libraries.some(({ serves }) => serves === 'web');
}
