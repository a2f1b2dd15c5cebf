import type { App } from '../../../app';
import { isProcfile } from '../../../facts/app-files';
import { classOf } from '../../../file-class';
import type { RoleCommand } from '../../../formats/commands';
import type { SimpleCommand, Word } from '../../../procfile/procfile';
import type { Breach, Fixer } from '../../../rule';
import { baseName, isDeployed } from '../../shared/commands';

const PYTHON = /^python(?:\d(?:\.\d+)?)?$/;
const RUNNERS = /^(?:exec|poetry|uv|pipenv|pdm|hatch|run|env|nice|time|tini|dumb-init|--|\/usr\/bin\/env)$/;
const VARIABLE = 'PYTHONUNBUFFERED';

/** Python keeps what it prints to a pipe until there are some kilobytes of it. */
export function bufferedPython(one: RoleCommand, app: App): Breach[] {
  if (!isDeployed(one)) return [];
  const found = one.command.simple.flatMap((simple) => {
    const python = pythonOf(simple);
    return python ? [python] : [];
  });
  if (found.length === 0 || isUnbuffered(app)) return [];
  // The logging module writes to stderr, which is not held back.
  const logs = [...app.files.values()].some(({ imports }) => imports.includes('logging'));
  const severity = logs ? ({ severity: 'hint' } as const) : {};
  return found.map(({ range, text }) => ({
    range,
    words: { api: baseName(text) },
    repair: { to: 'unbuffered' },
    ...severity,
  }));
}

function pythonOf({ words, assignments }: SimpleCommand): Word | undefined {
  if (assignments.some(({ name }) => name === VARIABLE)) return undefined;
  const at = words.findIndex(({ text }) => PYTHON.test(baseName(text)));
  if (at < 0 || words.slice(0, at).some(({ text }) => !RUNNERS.test(text) && !/^-/.test(text)))
    return undefined;
  for (const { text } of words.slice(at + 1)) {
    if (/^-[bBdEiIOsSvqx]*u/.test(text)) return undefined;
    if (!text.startsWith('-') || /^-(?:m|c)/.test(text)) break;
  }
  const [, next] = words.slice(at);
  return next && /^(?:-m|[^-].*)$/.test(next.text) ? words[at] : undefined;
}

function isUnbuffered(app: App): boolean {
  for (const { path, text } of app.tree.appFiles.values()) {
    if (classOf(path, '') === 'example') continue;
    if (text.includes(VARIABLE) && (app.root === '' || path.startsWith(`${app.root}/`))) return true;
  }
  return false;
}

/** `python -u` in a Procfile, a variable in a Dockerfile. */
export const unbuffer: Fixer = ({ path, range, breach }, text) => {
  if (breach.repair?.to !== 'unbuffered') return [];
  const title = 'Run Python unbuffered';
  if (isProcfile(path)) {
    const edits = [{ path, range: { start: range.end, end: range.end }, newText: ' -u' }];
    return [{ title, kind: 'safe', edits }];
  }
  const instructions = [...text.slice(0, range.start).matchAll(/^[ \t]*(?:CMD|ENTRYPOINT)\b/gim)];
  const start = instructions.at(-1)?.index;
  if (start === undefined) return [];
  return [
    { title, kind: 'safe', edits: [{ path, range: { start, end: start }, newText: `ENV ${VARIABLE}=1\n` }] },
  ];
};
