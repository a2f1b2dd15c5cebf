import type {
  AnnotatedTextEdit,
  ChangeAnnotation,
  TextDocumentEdit,
  TextEdit,
  WorkspaceEdit,
  WorkspaceEditClientCapabilities,
} from 'vscode-languageserver';
import type { App } from '../core/app';
import { isEnvFile, isProcfile } from '../core/facts/app-files';
import { languageOf } from '../core/linter';
import { LineIndex, type Range } from '../core/text';
import { appsSharing } from './apps';
import { toRange } from './convert';
import type { NameAt } from './env-name-at';
import { envName } from './env-names';
import type { EnvText } from './env-texts';

const NAME = /^[A-Za-z_][A-Za-z0-9_]*$/;

/** Why a variable cannot be renamed now. */
export function notRenamable({ document, site }: NameAt): string | undefined {
  const { app, folder } = document;
  if (envName(site.name, app).isGiven) {
    return `${site.name} is given to every process by whatever runs it, so it keeps its name.`;
  }
  if (folder.opened && !app.complete) return 'The folder is still being read. Try again in a moment.';
  return undefined;
}

/** Why a variable of an app cannot get this name. */
export function newNameProblem({ document, site }: NameAt, name: string): string | undefined {
  if (!NAME.test(name)) return 'Use letters, digits and underscores only, and no digit first.';
  if (envName(name, document.app).isGiven) {
    return `${name} is given to every process by whatever runs it. Take another name.`;
  }
  const apps = appsSharing(document.folder, document.app, site.name);
  const place = apps.map((app) => placeOf(name, app)).find((path) => path !== undefined);
  return place === undefined ? undefined : `${name} is already used in ${place}. Take another name.`;
}

/** A file of an app that sets, documents or reads a variable. */
function placeOf(name: string, { variables }: App): string | undefined {
  const known = variables.get(name);
  if (!known) return undefined;
  const { set, documented, readers, read } = known;
  return [...set, ...documented, ...readers, ...read].map(({ path }) => path)[0];
}

const open = 'open';
const closed = 'closed';

/** The edit that renames a variable in these texts, or why there is none. */
export function renameEdit(
  texts: readonly EnvText[],
  from: string,
  to: string,
  client: WorkspaceEditClientCapabilities | undefined,
): WorkspaceEdit | string {
  const annotated = client?.changeAnnotationSupport !== undefined;
  const documentChanges: TextDocumentEdit[] = [];
  for (const file of texts) {
    const { path, uri, version, text } = file;
    const lines = new LineIndex(text);
    const annotationId = version === null ? closed : open;
    const edits: (TextEdit | AnnotatedTextEdit)[] = [];
    for (const { range } of sitesOf(file, from)) {
      if (text.slice(range.start, range.end) !== from) {
        return `${path} reads ${from} in a way that cannot be renamed. Change it there first.`;
      }
      const newText = isShorthand(file, range) ? `${to}: ${from}` : to;
      const edit = { range: toRange(range, lines), newText };
      edits.push(annotated ? { ...edit, annotationId } : edit);
    }
    if (edits.length > 0) documentChanges.push({ textDocument: { uri, version }, edits });
  }
  return annotated ? { documentChanges, changeAnnotations: annotations(from, to) } : { documentChanges };
}

function sitesOf({ sites }: EnvText, name: string) {
  return sites.filter((site) => site.name === name && !site.derived);
}

function annotations(from: string, to: string): Record<string, ChangeAnnotation> {
  const label = `Rename ${from} to ${to}`;
  return {
    [open]: { label, needsConfirmation: false },
    [closed]: { label: `${label} in files that are not open`, needsConfirmation: true },
  };
}

/** `const { NAME } = process.env`: the code below goes on to call it by its old name. */
function isShorthand({ path, text }: EnvText, { start, end }: Range): boolean {
  if (isEnvFile(path) || isProcfile(path) || languageOf(path)?.family !== 'javascript') return false;
  const before = text.slice(0, start).trimEnd().at(-1);
  const after = text.slice(end).trimStart();
  return (before === '{' || before === ',') && /^(?:[,}]|=(?![=>]))/.test(after);
}
