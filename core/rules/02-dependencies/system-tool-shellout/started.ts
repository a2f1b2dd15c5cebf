import type { App } from '../../../app';
import type { CallFact, Value } from '../../../facts/fact';
import { HOLE } from '../../../facts/fact';
import { literalStart, textOf } from '../../../facts/values';
import { parseCommand } from '../../../procfile/command';
import { everySimple } from '../../../procfile/procfile';
import type { Breach, FileView } from '../../../rule';
import { isAdminTask } from '../../shared/paths';
import { packageOf, type SystemTool, toolNamed } from './tools';

/** An argument with a list of packages is read so far. */
const LONGEST_LIST = 4_000;
/** Programs that start another one, which is the next word that is no option. */
const STARTERS = new Set(
  'sudo nice ionice timeout time env exec command nohup xargs stdbuf setsid gosu su-exec'.split(' '),
);

/** The tool that a shell command starts; the first one of its simple commands. */
export function toolOfLine(line: string): SystemTool | undefined {
  for (const { words } of everySimple(parseCommand(line))) {
    const texts = words.map(({ text }) => text);
    while (texts[0] !== undefined && STARTERS.has(texts[0])) {
      texts.shift();
      while (texts[0] !== undefined && (/^-|^\d+[smh]?$|^\w+=/.test(texts[0]) || texts[0].includes(HOLE)))
        texts.shift();
    }
    const tool = texts[0] === undefined ? undefined : toolNamed(texts[0]);
    if (tool) return tool;
  }
  return undefined;
}

/** The tool that a value names: a command line, a program with a list of arguments, a list that starts with it. */
export function toolIn(value: Value | undefined, args?: Value): SystemTool | undefined {
  if (value?.kind === 'array') {
    const [first, ...rest] = value.items;
    const starter = (textOf(first) ?? '').replace(/^.*\//, '');
    return toolIn(STARTERS.has(starter) ? rest[0] : first, value);
  }
  const text = textOf(value);
  if (value === undefined || text === undefined) return undefined;
  const program = literalStart(value) ?? '';
  if (/^(?:\/bin\/)?(?:ba|da|z)?sh$/.test(program)) return toolOfShell(args);
  return program.includes(' ') || text.includes(' ')
    ? toolOfLine(text)
    : text === program
      ? toolNamed(program)
      : undefined;
}

/** `sh -c "…"`, whose command may stand in a list of arguments. */
function toolOfShell(args: Value | undefined): SystemTool | undefined {
  const items = args?.kind === 'array' ? args.items.map(textOf) : [];
  const at = items.findIndex((item) => item !== undefined && /^-\w*c$/.test(item));
  const line = at < 0 ? undefined : items[at + 1];
  return line === undefined ? undefined : toolOfLine(line);
}

/** A unit of its own that tests another. */
const TESTS = /(?:^|\/)(?:tests?|e2e|specs?)(?:\/|$)/;

/** The breach of what starts a system tool. In a task that a person runs it is seen at once where one is missing. */
export function started(
  { range }: Pick<CallFact, 'range'>,
  tool: SystemTool | undefined,
  { path }: Pick<FileView, 'path'>,
  app: App,
  who = 'The app',
): Breach | undefined {
  if (!tool || TESTS.test(app.root) || bringer(tool, app)) return undefined;
  const installed = installer(tool, app);
  const advice =
    installed !== undefined
      ? `${installed} installs it; keep its version in mind.`
      : tool.instead === ''
        ? tool.common
          ? 'Install it where the image is built, or vendor it into the app.'
          : 'Vendor it into the app, or attach a service that does its work.'
        : `Use ${tool.instead}, or vendor it into the app.`;
  return {
    range,
    words: { who, tool: tool.name, advice },
    once: tool.name,
    ...(tool.common || installed !== undefined || isAdminTask(path) ? { severity: 'information' } : {}),
  };
}

/** Packages that bring a program under another name. */
const BRING: Readonly<Record<string, string>> = {
  aws: 'awscli',
  supervisorctl: 'supervisor',
  chromium: 'puppeteer',
  'google-chrome': 'puppeteer',
};

/** Whether a package that the app declares brings the program: `ffmpeg-static`, `optipng-bin`, `awscli`. */
function bringer({ name }: SystemTool, app: App): boolean {
  const brings = new RegExp(
    `^(?:@[\\w-]+/)?${escaped(name)}(?:-(?:static|bin|binary|prebuilt|installer|path|vendored)(?:-.*)?)?$|^@${escaped(name)}-installer/`,
  );
  return [...app.manifests, ...app.manifestsAbove].some(({ dependencies }) =>
    dependencies.some((one) => one.name === BRING[name] || (one.name !== 'git' && brings.test(one.name))),
  );
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

/** Images in which developers work, not the app. */
const WORKSHOP = /(?:^|\/)\.(?:devcontainer|gitpod|ddev|github)[\w.-]*(?:\/|$)/;

/** The packages that an argument of a Dockerfile lists: `$PACKAGES` of `ARG PACKAGES="ffmpeg ghostscript"`. */
function listBehind(word: string, path: string, app: App): readonly string[] {
  const name = /^\$\{?(\w{1,100})\}?$/.exec(word)?.[1];
  const text = name === undefined ? '' : (app.tree.appFiles.get(path)?.text ?? '');
  const at = text.search(new RegExp(`^[ \\t]{0,8}(?:ARG|ENV)[ \\t]{1,8}${name}[= ]`, 'm'));
  if (at < 0) return [];
  const lines = text.slice(at, at + LONGEST_LIST).split('\n');
  const last = lines.findIndex((line) => !/^\s*#/.test(line) && !/\\\s*$/.test(line));
  const list = lines.slice(0, last < 0 ? lines.length : last + 1).filter((line) => !/^\s*#/.test(line));
  return list.flatMap((line) => line.split(/[\s"'=\\]+/));
}

/** The file of the app that installs a tool into its image. */
function installer(tool: SystemTool, app: App): string | undefined {
  const name = packageOf(tool);
  for (const { command, role, path } of app.commands) {
    if (role !== 'build' || WORKSHOP.test(path)) continue;
    const installs = everySimple(command).some(
      ({ words }) =>
        words.some(({ text }) => /^(?:install|add)$/.test(text)) &&
        words.some(({ text }) => [text, ...listBehind(text, path, app)].some((one) => one.includes(name))),
    );
    if (installs) return path;
  }
  const folder = app.root === '' ? '' : `${app.root}/`;
  return ['Aptfile', 'flake.nix', 'shell.nix', 'apt.txt']
    .map((file) => folder + file)
    .find((file) => app.tree.paths.has(file));
}
