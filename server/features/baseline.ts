import { type CancellationToken, RequestType } from 'vscode-languageserver';
import { type BaselineParams, type BaselineResult, baselineMethod } from '../../core/protocol';
import { baselineText } from '../baselines';
import { defineFeature } from '../feature';
import type { Session } from '../session';
import { trimmed } from '../uri';

const request = new RequestType<BaselineParams, BaselineResult, void>(baselineMethod);

/** Records the findings of a folder, so that from then on only what is new is told. */
export default defineFeature({
  capabilities: {},
  register({ connection, session, handler }) {
    connection.onRequest(
      request,
      handler('baseline', null, (params, token) => baseline(session, params, token)),
    );
  },
});

async function baseline(
  session: Session,
  { folder, prune }: BaselineParams,
  token: CancellationToken,
): Promise<BaselineResult> {
  const found = session.folders.find(({ uri }) => uri === trimmed(folder));
  if (!found?.picture.complete) return null;
  return (await baselineText(session, found, prune, token)) ?? null;
}
