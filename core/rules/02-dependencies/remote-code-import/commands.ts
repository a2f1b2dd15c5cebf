import type { App } from '../../../app';
import type { CommandRole, RoleCommand } from '../../../formats/commands';
import { normalizeName } from '../../../manifests/shared/requirement';
import { everySimple, type SimpleCommand, type Word } from '../../../procfile/procfile';
import type { Breach } from '../../../rule';
import { baseName } from '../../shared/commands';
import { runsFetched } from './calls';

/** Where a command runs in a deploy that was built before; starts of processes are told of as steps at run time. */
const AFTER_BUILD: ReadonlySet<CommandRole> = new Set(['release', 'cron', 'check']);
const RUNS: ReadonlySet<CommandRole> = new Set(['run', 'release', 'cron']);
const INSTALLS: ReadonlySet<CommandRole> = new Set(['build', 'release', 'deploy']);

/** A repository, with what stands behind its path. */
const REPOSITORY = /^(?:[\w.-]+(?:\[[^\]]*\])? ?@ ?)?(?:git|hg|svn|bzr)\+\w+:\/\/[^\s#]+/;
const PINNED = /@(?:v?\d[\w.-]*|[0-9a-f]{7,40})$/;

export function fetchingCommands({ command, role }: RoleCommand, app: App): Breach[] {
  const piped = AFTER_BUILD.has(role) ? runsFetched(command.text) : undefined;
  if (piped !== undefined)
    return [{ range: command.range, words: { what: `${piped} runs what is fetched` } }];
  return everySimple(command).flatMap((simple) => [
    ...(RUNS.has(role) ? fetchedPrograms(simple, app) : []),
    ...(INSTALLS.has(role) ? openInstalls(simple) : []),
  ]);
}

/** `npx -y serve`, `uvx tool`, `pnpm dlx tool`, `deno run https://…`, with no version that cannot change. */
function fetchedPrograms({ words }: SimpleCommand, app: App): Breach[] {
  const start = words.findIndex(({ text }) => STARTERS.test(baseName(text)));
  const starter = words[start];
  if (!starter) return [];
  const by = baseName(starter.text);
  const rest = words.slice(start + 1);
  const target = targetOf(by, rest);
  if (!target || isExact(target.text)) return [];
  const name = target.text.replace(/(?<=.)@[^/]*$/, '');
  if (by === 'npx' && !rest.some(({ text }) => /^(?:-y|--yes)$|@(?:latest|next)$/.test(text))) return [];
  if (isDeclared(name, app)) return [];
  const what = by === 'deno' ? `${by} runs what ${target.text} is` : `${by} fetches ${name} at every start`;
  return [{ range: target.range, words: { what } }];
}

const STARTERS = /^(?:npx|bunx|uvx|pipx|pnpm|yarn|deno)$/;

/** The word that names what is fetched. */
function targetOf(by: string, rest: readonly Word[]): Word | undefined {
  const words = rest.filter(({ text }) => !text.startsWith('-'));
  const [first, second] = words;
  switch (by) {
    case 'pipx':
      return first?.text === 'run' ? second : undefined;
    case 'pnpm':
    case 'yarn':
      return first?.text === 'dlx' ? second : undefined;
    case 'deno':
      return first?.text === 'run' && second && /^https?:/.test(second.text) ? second : undefined;
    default:
      return first;
  }
}

function isExact(target: string): boolean {
  return /(?:@|==)v?\d+\.\d+[\w.-]*(?:$|\/)/.test(target) || /^[./$]/.test(target) || target.includes('$');
}

function isDeclared(name: string, app: App): boolean {
  const plain = normalizeName(name);
  return [...app.manifests, ...app.manifestsAbove].some(({ dependencies }) =>
    dependencies.some((one) => one.name === name || one.name === plain),
  );
}

/** `pip install git+https://…`, with no tag and no commit behind it. */
function openInstalls({ words }: SimpleCommand): Breach[] {
  const at = words.findIndex(({ text }) => /^(?:pip[\d.]*|uv|pipx|poetry|pipenv)$/.test(baseName(text)));
  if (at < 0 || !words.slice(at).some(({ text }) => /^(?:install|add|sync)$/.test(text))) return [];
  return words.slice(at + 1).flatMap(({ text, range, literal }): Breach[] => {
    const repository = literal ? REPOSITORY.exec(text)?.[0] : undefined;
    if (repository === undefined || PINNED.test(repository)) return [];
    const host = /\/\/(?:[^/@]*@)?([\w.-]+)/.exec(repository)?.[1] ?? 'a repository';
    return [
      {
        range,
        words: { what: `A package is installed from a branch at ${host}` },
        severity: 'information',
      },
    ];
  });
}
