import { RequestType } from 'vscode-languageserver';
import {
  type SuggestProcfileParams,
  type SuggestProcfileResult,
  suggestProcfileMethod,
} from '../../core/protocol';
import { suggestProcesses } from '../../core/suggest/suggest';
import { defineFeature } from '../feature';
import type { Session } from '../session';

const request = new RequestType<SuggestProcfileParams, SuggestProcfileResult, void>(suggestProcfileMethod);

/** What a Procfile of a folder's app would hold. */
export default defineFeature({
  capabilities: {},
  register({ connection, session, handler }) {
    const nothing: SuggestProcfileResult = { processes: [], complete: false };
    connection.onRequest(
      request,
      handler('suggest procfile', nothing, (params) => suggest(session, params)),
    );
  },
});

function suggest(session: Session, { folder }: SuggestProcfileParams): SuggestProcfileResult {
  const file = session.fileOf(`${folder.replace(/\/$/, '')}/Procfile`);
  const app = file.folder.picture.appOf(file.path);
  return { processes: suggestProcesses(app), complete: app.complete };
}
