import { RequestType } from 'vscode-languageserver';
import { type ParityTable, parityOf } from '../../core/parity/table';
import { type ParityApp, type ParityCellItem, type ParityResult, parityMethod } from '../../core/protocol';
import { LineIndex } from '../../core/text';
import { toRange } from '../convert';
import { defineFeature } from '../feature';
import type { Folder } from '../folder';
import type { Session } from '../session';
import { uriOf } from '../uri';

const request = new RequestType<object, ParityResult, void>(parityMethod);

/** What the environments of each app in the open folders are made of, side by side. */
export default defineFeature({
  capabilities: {},
  register({ connection, session, handler }) {
    const nothing: ParityResult = { apps: [], complete: false };
    connection.onRequest(
      request,
      handler('parity', nothing, () => parity(session)),
    );
  },
});

function parity({ folders }: Session): ParityResult {
  return {
    apps: folders.flatMap(appsOf),
    complete: folders.every(({ picture }) => picture.complete),
  };
}

function appsOf(folder: Folder): ParityApp[] {
  const { picture } = folder;
  return [...picture.roots].sort().flatMap((root) => {
    const table = parityOf(picture.appOf(root === '' ? 'x' : `${root}/x`));
    return table.rows.some(({ group }) => group !== 'env') ? [appOf(table, folder)] : [];
  });
}

function appOf({ root, columns, rows }: ParityTable, folder: Folder): ParityApp {
  const lines = new Map<string, LineIndex>();
  const linesOf = (path: string): LineIndex => {
    const known = lines.get(path) ?? new LineIndex(folder.picture.appFile(path)?.text ?? '');
    lines.set(path, known);
    return known;
  };
  const folderName = decodeURIComponent(folder.uri.slice(folder.uri.lastIndexOf('/') + 1));
  return {
    name: root === '' ? folderName : `${folderName}/${root}`,
    columns: columns.map(({ id, title, kind }) => ({ id, title, kind })),
    rows: rows.map(({ group, name, difference, cells }) => ({
      group,
      name,
      difference: difference ?? null,
      cells: columns.flatMap(({ id }) =>
        (cells.get(id) ?? []).map(
          ({ text, path, range }): ParityCellItem => ({
            column: id,
            text,
            uri: uriOf(folder.uri, path),
            path,
            range: toRange(range, linesOf(path)),
          }),
        ),
      ),
    })),
  };
}
