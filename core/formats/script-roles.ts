import type { RoleCommand } from './commands';

/** Names of scripts that start a process wherever they lie. */
const STARTS =
  /(?:^|\/)(?:docker-)?(?:entrypoint|start|run|serve|web|worker|launch|boot)(?:[-_.](?:prod|production|web|worker|server|app))?(?:\.(?:sh|bash))?$/;
const DEPLOYS =
  /(?:^|\/)(?:[\w-]+[-_])?(?:deploy|release|publish|rollout|upgrade)(?:[-_.][\w-]+)?(?:\.(?:sh|bash))?$/;
const DEVELOPS = /(?:dev|local|debug|watch|test|setup|install|lint|build|demo|e2e|ci)(?:[-_./]|$)/i;
/** A script that starts a script that starts a script. */
const DEEPEST = 3;

/**
 * Gives scripts the role of what starts them: the entrypoint of an image runs with it. Of a script that nothing here
 * starts its name may tell.
 */
export function rolesOfScripts(commands: readonly RoleCommand[]): RoleCommand[] {
  const scripts = commands.filter(({ role }) => role === 'script');
  if (scripts.length === 0) return [...commands];
  const roles = new Map<RoleCommand, RoleCommand['role']>();
  let started = commands.filter(({ role }) => role !== 'script' && role !== 'check');
  for (let depth = 0; depth < DEEPEST && started.length > 0; depth++)
    started = follow(started, scripts, roles);
  return commands.map((one) => {
    if (one.role !== 'script') return one;
    const role = roles.get(one) ?? roleByName(one.path);
    return role === undefined ? one : { ...one, role };
  });
}

function follow(
  starters: readonly RoleCommand[],
  scripts: readonly RoleCommand[],
  roles: Map<RoleCommand, RoleCommand['role']>,
): RoleCommand[] {
  const found: RoleCommand[] = [];
  for (const { command, role, path, place } of starters) {
    const words = new Set(
      command.simple.flatMap((simple) => simple.words.slice(0, 8).map(({ text }) => text)),
    );
    for (const script of scripts) {
      const known = roles.get(script);
      const isStronger = known === undefined || (role === 'run' && known !== 'run');
      if (script.path === path || !isStronger || !startsScript(words, script.path, place?.key)) continue;
      roles.set(script, role);
      found.push({ ...script, role });
    }
  }
  return found;
}

/** Paths differ inside of an image: what counts is the name, and that the word looks like a path or a command. */
function startsScript(words: ReadonlySet<string>, path: string, key: string | undefined): boolean {
  const name = path.slice(path.lastIndexOf('/') + 1);
  for (const word of words) {
    if (word === path || word === `./${path}`) return true;
    if (!word.endsWith(name)) continue;
    const isWhole = word.length === name.length || word[word.length - name.length - 1] === '/';
    // A `RUN` that makes a script executable, or copies it, does not start it.
    if (isWhole && key !== 'RUN' && /\.(?:sh|bash)$|entrypoint/.test(name)) return true;
  }
  return false;
}

function roleByName(path: string): RoleCommand['role'] | undefined {
  if (DEVELOPS.test(path)) return undefined;
  if (DEPLOYS.test(path)) return 'deploy';
  return STARTS.test(path) ? 'run' : undefined;
}
