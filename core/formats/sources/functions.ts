import type { RoleCommand } from '../commands';
import { entryFormatOf } from '../entry-format';
import { defineSource, type RuntimeKind, type RuntimePin } from '../source';
import { type ConfigNode, treeOf } from './shared/tree';
import { environmentOf } from './shared/variables';
import { commandAt } from './shared/words';

const RUNTIME = /^(nodejs|python|ruby|java|go|dotnet|php|provided)-?(\d+(?:\.\d+)*)/;
const KINDS: Readonly<Record<string, RuntimeKind>> = {
  nodejs: 'node',
  python: 'python',
  ruby: 'ruby',
  java: 'java',
  go: 'go',
  dotnet: 'dotnet',
  php: 'php',
};

/** Serverless Framework, AWS SAM, App Engine, Vercel and Netlify: runtimes, variables, commands. */
export default defineSource({
  id: 'functions',
  files: /(?:^|\/)(?:serverless\.ya?ml|(?:sam-)?template\.ya?ml|app\.ya?ml|vercel\.json|netlify\.toml)$/,
  matches: (path) =>
    /(?:^|\/)(?:serverless\.ya?ml|(?:sam-)?template\.ya?ml|app\.ya?ml|vercel\.json|netlify\.toml)$/.test(
      path,
    ) && !/(?:^|\/)(?:config|templates|charts?|k8s|kubernetes|manifests)\//.test(path),
  read(path, text) {
    const root = treeOf(entryFormatOf(path)?.entries(text) ?? []);
    const functions = root.child('functions')?.children ?? [];
    const resources = (root.child('Resources')?.children ?? []).map((one) => one.child('Properties'));
    const holders = [
      root,
      root.child('provider'),
      root.at('Globals', 'Function'),
      ...functions,
      ...resources,
    ];
    const at = (role: RoleCommand['role'], ...keys: string[]): RoleCommand[] =>
      commandAt(root.at(...keys), path, text, role, { name: undefined });
    return {
      commands: [
        ...at('run', 'entrypoint'),
        ...at('build', 'buildCommand'),
        ...at('build', 'installCommand'),
        ...at('dev', 'devCommand'),
        ...at('build', 'build', 'command'),
      ],
      env: [
        ...holders.flatMap((one) => environmentOf(one?.child('environment'), undefined)),
        ...holders.flatMap((one) => environmentOf(one?.at('Environment', 'Variables'), undefined)),
        ...environmentOf(root.child('env_variables'), undefined),
        ...(path.endsWith('.json') ? environmentOf(root.child('env'), undefined) : []),
        ...environmentOf(root.at('build', 'environment'), undefined, 'build'),
      ],
      runtimes: [
        ...holders.flatMap((one) => runtimeOf(one?.filled('runtime') ?? one?.filled('Runtime'))),
        ...nodeVersion(root.filled('build', 'environment', 'NODE_VERSION')),
      ],
    };
  },
});

function runtimeOf(node: ConfigNode | undefined): RuntimePin[] {
  const [, name = '', version = ''] = RUNTIME.exec(node?.value ?? '') ?? [];
  const runtime = KINDS[name];
  if (!node || !runtime || version === '') return [];
  // App Engine writes `python312`.
  const dotted = /^(?:python|php|ruby)$/.test(name) && /^\d{2,3}$/.test(version);
  const written = dotted ? `${version[0]}.${version.slice(1)}` : version;
  return [{ runtime, version: written, range: node.range, place: 'deploy', for: 'run' }];
}

function nodeVersion(node: ConfigNode | undefined): RuntimePin[] {
  return node
    ? [{ runtime: 'node', version: node.value, range: node.range, place: 'deploy', for: 'build' }]
    : [];
}
