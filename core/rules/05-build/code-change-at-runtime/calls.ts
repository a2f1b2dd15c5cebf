import type { CallFact, Value } from '../../../facts/fact';
import type { Family } from '../../../language';
import type { Api, Breach, FileView } from '../../../rule';

const CHANGES =
  /^(?:sudo )?(?:cd \S{1,200} && )?(?:git (?:-C \S{1,200} )?(?:pull|checkout|reset --hard)\b|(?:npm|pnpm|yarn) (?:install|i|ci|add|update)\b|pip3? install\b|(?:python3? )?-m pip install\b|gem install\b|bundle (?:install|update)\b|composer (?:install|update|require)\b)/;
/** Programs for people, who change code on purpose. */
const BY_HAND =
  /(?:^|\/)(?:bin|cli|commands?|tasks?|deploy\w*|setup|install\w*|upgrade|scripts?|management|console|generators?|artisan|rake)(?:\/|\.|_|-)/i;

function changing(call: CallFact, { path }: FileView): Breach | undefined {
  const command = call.args
    .map(({ value }) => wordsOf(value))
    .join(' ')
    .trim();
  const found = CHANGES.exec(command)?.[0].replace(/^sudo |^cd \S{1,200} && /, '');
  return found === undefined || BY_HAND.test(path)
    ? undefined
    : { range: call.args[0]?.value.range ?? call.range, words: { what: found } };
}

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
