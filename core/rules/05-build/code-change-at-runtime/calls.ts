import type { CallFact, Value } from '../../../facts/fact';
import type { Family } from '../../../language';
import type { Api, Breach, FileView } from '../../../rule';

const CHANGES =
  /^(?:sudo )?(?:cd \S{1,200}(?: && | ?; ?))?(git (?:pull|reset --hard)\b|(?:npm|pnpm|yarn) (?:install|i|ci|add|update)\b|pip3? install\b|(?:python3? )?-m pip install\b|gem install\b|bundle (?:install|update)\b|composer (?:install|update|require)\b)/;
/** Programs for people, who change code on purpose. */
const BY_HAND =
  /(?:^|\/)(?:bin|cli|commands?|tasks?|deploy\w*|setup|install\w*|upgrade|scripts?|management|console|generators?|artisan|rake)(?:\/|\.|_|-)/i;

/** A page of PHP answers requests by itself. */
const PAGE = /^[^/]*\.php$|(?:^|\/)(?:public|www|web|htdocs|public_html)\/(?:[^/]+\/)?[^/]+\.php$/;
const OWN_FOLDER = /^(?:__dirname|process\.cwd|os\.getcwd|getcwd|BASE_DIR)$/;

/** Whether a request is answered there, and what changes is not said to be another folder. */
function isServed({ enclosure, args }: CallFact, path: string): boolean {
  if (!enclosure.handler && !PAGE.test(path)) return false;
  const folders = args.flatMap(({ name, value }) => {
    if (name === 'cwd') return [value];
    return value.kind === 'object'
      ? value.entries.filter(({ key }) => key === 'cwd').map((entry) => entry.value)
      : [];
  });
  return folders.every(
    (value) =>
      (value.kind === 'reference' && OWN_FOLDER.test(value.name)) ||
      (value.kind === 'call' && OWN_FOLDER.test(value.callee)),
  );
}

function changing(call: CallFact, { path }: FileView): Breach | undefined {
  const command = call.args
    .map(({ value }) => wordsOf(value))
    .join(' ')
    .trim();
  const what = CHANGES.exec(command)?.[1];
  if (what === undefined || BY_HAND.test(path)) return undefined;
  const served = isServed(call, path);
  // Elsewhere git mostly fetches data, or a repository that the program is there to work on.
  if (!served && what.startsWith('git')) return undefined;
  const told = { range: call.args[0]?.value.range ?? call.range, words: { what } };
  return served ? { ...told, severity: 'warning' } : told;
}

/** A library that pulls from git. */
const pulls: Api = {
  calls: [
    'git.Repo().remotes.origin.pull',
    'git.Repo().remote().pull',
    'git.Repo().git.pull',
    'git.cmd.Git().pull',
    'git.Git().pull',
  ],
  breach: (call, { path }) =>
    isServed(call, path) && !BY_HAND.test(path)
      ? { range: call.range, words: { what: 'git pull' }, severity: 'warning' }
      : undefined,
};

function wordsOf(value: Value): string {
  if (value.kind === 'string' || value.kind === 'template') return value.text;
  if (value.kind === 'array') return value.items.map(wordsOf).join(' ');
  // In Python `sys.executable` stands before `-m pip`.
  return value.kind === 'reference' && /executable$/.test(value.name) ? 'python' : '';
}

function shell(...names: readonly string[]): Api {
  return { calls: names, breach: changing };
}

/** A library that installs packages into the running app. */
function installs(what: string, ...names: readonly string[]): Api {
  return {
    calls: names,
    breach: ({ range }, { path }) => (BY_HAND.test(path) ? undefined : { range, words: { what } }),
  };
}

const CHILDREN = ['exec', 'execSync', 'spawn', 'spawnSync', 'execFile', 'execFileSync'];
const PROCESSES = ['run', 'call', 'check_call', 'check_output', 'Popen'];

const javascript: readonly Api[] = [
  shell(...CHILDREN.map((name) => `child_process.${name}`)),
  installs('live-plugin-manager', 'live-plugin-manager.PluginManager'),
];
const python: readonly Api[] = [
  shell('os.system', 'os.popen', ...PROCESSES.map((name) => `subprocess.${name}`)),
  pulls,
  installs('pip', 'pip.main', 'pip._internal.main', 'pip._internal.cli.main.main'),
];
const ruby: readonly Api[] = [
  shell('system', 'Kernel.system', 'Open3.capture2', 'Open3.capture3'),
  installs('Gem.install', 'Gem.install'),
];
const php: readonly Api[] = [
  { ...shell('exec', 'shell_exec', 'system', 'passthru', 'popen', 'proc_open'), global: true },
];

export const calls: Partial<Record<Family, readonly Api[]>> = { javascript, python, ruby, php };
