import ignore from 'ignore';
import type { App } from '../../../app';
import { isDockerfile } from '../../../facts/app-files';
import type { FileEdit } from '../../../rule';
import { eolOf } from '../../../text';

const COPIES_ALL =
  /^[ \t]*(?:COPY|ADD)[ \t]+(?:--(?!from)[\w-]+(?:=\S+)?[ \t]+)*(?:\.\/?|\[[ \t]*"\.\/?")[ \t,]/im;
const LONGEST_PATTERN = 4_096;

/** The Dockerfile above an env file, in its folder or one further up, that copies all of its folder. */
function copier(path: string, app: App): string | undefined {
  for (const { path: dockerfile, text } of app.tree.appFiles.values()) {
    const folder = dockerfile.slice(0, dockerfile.lastIndexOf('/') + 1);
    if (isDockerfile(dockerfile) && path.startsWith(folder) && COPIES_ALL.test(finalStages(text)))
      return folder;
  }
  return undefined;
}

/** The lines of the last stage and of those it builds on: what other stages hold is left behind. */
function finalStages(dockerfile: string): string {
  const stages = dockerfile.split(/^(?=[ \t]*FROM[ \t])/im);
  const kept: string[] = [];
  let wanted: string | undefined;
  for (const stage of stages.reverse()) {
    const [, base, name] =
      /^[ \t]*FROM[ \t]+(?:--\S+[ \t]+)*(\S+)(?:[ \t]+AS[ \t]+(\S+))?/i.exec(stage) ?? [];
    if (kept.length > 0 && (name === undefined || name.toLowerCase() !== wanted)) continue;
    kept.push(stage);
    wanted = base?.toLowerCase();
  }
  return kept.reverse().join('');
}

/** Whether an image would hold the file: a Dockerfile copies its folder and no ignore file keeps it out. */
export function isCopiedIntoImage(path: string, app: App): boolean {
  const folder = copier(path, app);
  if (folder === undefined) return false;
  const text = app.tree.appFiles.get(`${folder}.dockerignore`)?.text ?? '';
  const lines = text.split(/\r?\n/).filter((line) => line.length < LONGEST_PATTERN);
  // Docker takes a pattern from the root on where git would find it anywhere; both agree on what is listed by path.
  const rules = lines.map((line) => line.trim().replace(/^(!?)(?:\.\/|\/)?/, '$1/'));
  return !ignore({ ignorecase: false }).add(rules).ignores(path.slice(folder.length));
}

export function dockerIgnoreEdit(path: string, app: App): FileEdit | undefined {
  const folder = copier(path, app);
  if (folder === undefined) return undefined;
  const file = `${folder}.dockerignore`;
  const text = app.tree.appFiles.get(file)?.text;
  const line = path.slice(folder.length);
  if (text === undefined)
    return { path: file, range: { start: 0, end: 0 }, newText: `${line}\n`, create: true };
  const eol = eolOf(text);
  const newText = `${text === '' || text.endsWith('\n') ? '' : eol}${line}${eol}`;
  return { path: file, range: { start: text.length, end: text.length }, newText };
}
