import { RequestType } from 'vscode-languageserver';
import type { App } from '../../core/app';
import { closureOf } from '../../core/entry/closure';
import { type EntryPoint, entryPointsOf } from '../../core/entry/entry-points';
import { type AdminProcessesParams, type EntryPointsResult, entryPointsMethod } from '../../core/protocol';
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
  const found = entryPointsOf(app).flatMap((entry) =>
    entry.processType === undefined
      ? []
      : [{ type: entry.processType, serves: isServing(entry, app), says: entryWords(entry, app.root) }],
  );
  return { complete: app.complete, starts: found };
}

/**
 * The server that a command runs says so, else what takes requests in the files it starts: a worker may have a page of
 * its own, and listens on its port only if it reads which.
 */
function isServing({ role, runner, libraries, files }: EntryPoint, app: App): boolean {
  if (role === 'release') return false;
  if (runner) return runner.serves === 'web';
  const readsPort = files.some((file) =>
    [...closureOf(file, app)].some((path) => app.files.get(path)?.envReads.includes('PORT')),
  );
  return readsPort && libraries.some(({ serves }) => serves === 'web');
}
