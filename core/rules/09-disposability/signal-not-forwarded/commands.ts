import type { App } from '../../../app';
import { isDockerfile } from '../../../facts/app-files';
import type { RoleCommand } from '../../../formats/commands';
import type { SimpleCommand } from '../../../procfile/procfile';
import type { Breach } from '../../../rule';
import { isMigration } from '../../12-admin/shared/migrations';
import { baseName, isServer, programWords } from '../../shared/commands';
import { type OneEdit, withEdit } from '../../shared/one-edit';

/** Shells that become the last command they are given in one line. */
const BECOMES_LAST = /(?:^|\/)(?:bash|zsh|ash|busybox|powershell|pwsh|cmd)(?:\.exe)?$/i;
/** Images whose `sh` is one of these; those of Windows have other signals. */
const OTHER_SHELL =
  /alpine|busybox|windowsservercore|nanoserver|fedora|centos|rockylinux|almalinux|amazonlinux|ubi\d?\b|oraclelinux/i;
const SCRIPT_RUNNERS = /^(?:npm|yarn|pnpm)$/;
const PASSED = new Set(['$@', '$*']);

/** Where the first process of a container is not the app but what started it, and keeps SIGTERM to itself. */
export function notForwarded(one: RoleCommand, app: App): Breach[] {
  if (one.role !== 'run' || !one.place) return [];
  if (one.place.form === 'script') return inScript(one, app);
  if (!one.place.isFirst || !isContainer(one.place.key)) return [];
  return one.place.form === 'shell' ? inShell(one, app) : throughPackageManager(one);
}

function isContainer(key: string): boolean {
  return /^(?:CMD|ENTRYPOINT|command|entrypoint)$/.test(key);
}

/** `CMD node server.js`, `sh -c "…"`. */
function inShell({ command, place, path }: RoleCommand, app: App): Breach[] {
  const last = command.simple.at(-1);
  const isDocker = place?.key === 'CMD' || place?.key === 'ENTRYPOINT';
  const { shell = isDocker ? '/bin/sh' : undefined, image = '' } = place ?? {};
  const [first] = last?.words ?? [];
  if (!place || !last || !first || shell === undefined || BECOMES_LAST.test(shell) || OTHER_SHELL.test(image))
    return [];
  // What only sleeps holds a place, and has no work to finish.
  if (command.simple.every(({ words }) => /^(?:while|do|done|true|:|sleep)?$/.test(words[0]?.text ?? '')))
    return [];
  if (first.text === 'exec' || last.words.some(({ text }) => text === 'wait') || command.simple.some(isTrap))
    return [];
  // A migration alone ends by itself, and so does what only tells how it is called.
  if (command.simple.every((simple) => isMigration(simple) || tellsUsage(simple))) return [];
  const text = app.tree.appFiles.get(path)?.text ?? '';
  const edit =
    isDocker && place.shell === undefined ? execForm(one(command.simple), command.range, text) : undefined;
  const words = {
    what: 'The shell around this command',
    advice: 'Write it in the exec form or put exec before it.',
  };
  const severity = isDocker ? {} : ({ severity: 'information' } as const);
  return [withEdit({ range: command.range, words, ...severity }, edit ?? withExec(last, text))];
}

function tellsUsage({ words }: SimpleCommand): boolean {
  return words.length > 1 && /^--(?:help|version)$/.test(words.at(-1)?.text ?? '');
}

function one(simple: readonly SimpleCommand[]): SimpleCommand | undefined {
  return simple.length === 1 ? simple[0] : undefined;
}

function isTrap({ words }: SimpleCommand): boolean {
  return words[0]?.text === 'trap';
}

/** A JSON array in the place of words that no shell needs to read. */
function execForm(
  simple: SimpleCommand | undefined,
  { start, end }: { start: number; end: number },
  text: string,
): OneEdit | undefined {
  if (!simple || simple.assignments.length > 0 || simple.redirects.length > 0 || simple.operator)
    return undefined;
  const isPlain = simple.words.every((word) => word.literal && !/[*?[\]~]/.test(word.text));
  if (!isPlain || /[\r\n]/.test(text.slice(start, end).trimEnd())) return undefined;
  const newText = `[${simple.words.map((word) => JSON.stringify(word.text)).join(', ')}]`;
  return { title: 'Write it in the exec form', safe: false, start, end, newText };
}

function withExec(
  { words: [first], assignments, operator }: SimpleCommand,
  text: string,
): OneEdit | undefined {
  if (!first || assignments.length > 0 || (operator && operator !== ';')) return undefined;
  const at = first.range.start;
  const isBuiltin = /^(?:if|while|for|case|cd|export|set|source|\.)$/.test(first.text);
  if (isBuiltin || /[|&]\s*$/.test(text.slice(Math.max(0, at - 3), at).replace(/&&\s*$/, '')))
    return undefined;
  return { title: 'Start it with exec', safe: false, start: at, end: at, newText: 'exec ' };
}

/** `CMD ["npm", "start"]`: the package manager runs a shell that runs the app. */
function throughPackageManager({ command }: RoleCommand): Breach[] {
  const program = command.simple[0] && programWords(command.simple[0])[0];
  const name = baseName(program?.text ?? '');
  if (!program || !SCRIPT_RUNNERS.test(name)) return [];
  const words = { what: name, advice: 'Start the app itself, as its script does.' };
  return [{ range: command.range, words, severity: 'information' }];
}

/** An entrypoint that stays while the app runs below it. */
function inScript({ command, path, place }: RoleCommand, app: App): Breach[] {
  if (command.simple.some(isTrap) || command.simple.some(({ words }) => words[0]?.text === 'wait')) return [];
  const last = command.simple.findLast(({ words }) => words.length > 0);
  const starts = command.simple.filter(
    (simple) => passesOn(simple) || (simple === last && (isServer(simple) || isOwnProgram(simple, app))),
  );
  if (!isStartedByImage(path, app) || !place) return [];
  const text = app.tree.appFiles.get(path)?.text ?? '';
  return starts.flatMap((simple) => {
    const [first] = simple.words;
    if (!first || first.text === 'exec' || simple.operator === '&' || simple.operator === '&&') return [];
    const words = { what: 'This script', advice: 'Start the app with exec.' };
    return [withEdit({ range: simple.range, words }, withExec(simple, text))];
  });
}

/** `"$@"`, also as another user: `su-exec app "$@"`. */
function passesOn({ words }: SimpleCommand): boolean {
  const [first] = words;
  if (PASSED.has(first?.text ?? '')) return true;
  const isAs = /^(?:su-exec|gosu|setpriv|chpst|setuidgid|runuser)$/.test(baseName(first?.text ?? ''));
  return isAs && words.slice(1).some(({ text }) => PASSED.has(text));
}

/** `./name` of a program that is compiled from this app: its manifest names it. */
function isOwnProgram({ words: [first] }: SimpleCommand, app: App): boolean {
  if (!/^\.{0,2}\//.test(first?.text ?? '')) return false;
  const name = baseName(first?.text ?? '');
  return app.manifests.some(
    (manifest) =>
      /^(?:go-mod|cargo-toml)$/.test(manifest.format) &&
      manifest.name
        ?.replace(/\/v\d+$/, '')
        .split('/')
        .at(-1) === name,
  );
}

/** Only the first process of a container has to pass signals on; elsewhere the whole group gets them. */
function isStartedByImage(path: string, app: App): boolean {
  const names = namesInImage(baseName(path), app);
  return app.commands.some(
    ({ place, role, command }) =>
      role === 'run' &&
      place?.isFirst === true &&
      command.simple.some(({ words }) => words.some((word) => names.has(baseName(word.text)))),
  );
}

/** What a file goes by in the images of the app: `COPY docker-entrypoint.sh /entrypoint.sh` gives it another name. */
function namesInImage(name: string, app: App): ReadonlySet<string> {
  const copies = [...app.tree.appFiles.values()]
    .filter(({ path, text }) => isDockerfile(path) && text.includes(name))
    .flatMap(({ text }) => text.split('\n'))
    .filter((line) => /^(?:COPY|ADD)\s/i.test(line))
    .map((line) => line.trim().split(/\s+/).slice(1))
    .filter((words) => words.slice(0, -1).some((word) => baseName(word) === name));
  const targets = copies.map((words) => baseName(words.at(-1) ?? ''));
  // A target without the same ending may be a folder.
  return new Set([name, ...targets.filter((target) => /\.sh$/.test(name) && /\.sh$/.test(target))]);
}
