import { RequestType } from 'vscode-languageserver';
import { adminProcessesOf, filesWithTasks } from '../../core/admin/admin-processes';
import { MOST_BYTES } from '../../core/limits';
import {
  type AdminProcessesParams,
  type AdminProcessesResult,
  adminProcessesMethod,
} from '../../core/protocol';
import { defineFeature } from '../feature';
import type { Session } from '../session';
import { trimmed, uriOf } from '../uri';

const request = new RequestType<AdminProcessesParams, AdminProcessesResult, void>(adminProcessesMethod);

/** The one-off processes of an app. Texts of open editors win over the disk. */
export default defineFeature({
  capabilities: {},
  register({ connection, session, handler }) {
    connection.onRequest(
      request,
      handler('admin processes', [], (params) => processes(session, params)),
    );
  },
});

async function processes(session: Session, { uri }: AdminProcessesParams): Promise<AdminProcessesResult> {
  const { folder, path } = session.fileOf(uriOf(trimmed(uri), 'Procfile'));
  const app = folder.picture.appOf(path);
  const texts = new Map<string, string>();
  for (const file of filesWithTasks(app)) {
    const whole = app.root === '' ? file : `${app.root}/${file}`;
    const open = session.documentAt({ folder, path: whole });
    const reading = open ? { text: open.text } : await session.host.read(folder.uri, whole, MOST_BYTES);
    if ('text' in reading) texts.set(file, reading.text);
  }
  return adminProcessesOf(app, texts);
}
