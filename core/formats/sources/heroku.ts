import { Secret } from '../../secret';
import json from '../entries/json';
import yaml from '../entries/yaml';
import { defineSource, type ServiceKind, type ServiceUse, type SourceEnv, type SourceFacts } from '../source';
import { type ConfigNode, treeOf } from './shared/tree';
import { commandAt } from './shared/words';

const ADDONS: readonly [RegExp, ServiceKind][] = [
  [/^heroku-postgresql\b/, 'postgres'],
  [/^(?:heroku-redis|rediscloud|redistogo|redisgreen|upstash-redis)\b/, 'redis'],
  [/^(?:cleardb|jawsdb)\b/, 'mysql'],
  [/^jawsdb-maria\b/, 'mariadb'],
  [/^(?:mongolab|mongohq|ormongo)\b/, 'mongodb'],
  [/^(?:memcachier|memcachedcloud)\b/, 'memcached'],
  [/^(?:cloudamqp)\b/, 'rabbitmq'],
  [/^(?:heroku-kafka|cloudkarafka)\b/, 'kafka'],
  [/^(?:bonsai|searchbox|foundelasticsearch)\b/, 'elasticsearch'],
];

/** `app.json` and `heroku.yml`: what a deploy on Heroku is made of. */
export default defineSource({
  id: 'heroku',
  files: /(?:^|\/)(?:app\.json|heroku\.ya?ml)$/,
  read: (path, text) => (path.endsWith('.json') ? appJson(path, text) : herokuYaml(path, text)),
});

function appJson(path: string, text: string): Partial<SourceFacts> {
  const root = treeOf(json.entries(text));
  const scripts = root.child('scripts')?.children ?? [];
  return {
    commands: scripts.flatMap((one) =>
      commandAt(one, path, text, one.key.includes('test') ? 'ci' : 'release', { name: one.key }),
    ),
    env: (root.child('env')?.children ?? []).map(documented),
    services: (root.child('addons')?.children ?? []).flatMap(addon),
  };
}

function documented(node: ConfigNode): SourceEnv {
  const value = node.isFilled ? node : node.filled('value');
  const isOptional = node.filled('required')?.value === 'false' || value !== undefined;
  return {
    name: node.key,
    range: node.keyRange,
    does: 'document',
    ...(value ? { value: new Secret(value.value), valueRange: value.range } : {}),
    ...(isOptional ? { hasDefault: true } : {}),
    scope: undefined,
    when: 'run',
  };
}

function addon(node: ConfigNode): ServiceUse[] {
  const plan = node.isFilled ? node : node.filled('plan');
  const kind = plan && ADDONS.find(([name]) => name.test(plan.value))?.[1];
  if (!plan || !kind) return [];
  const version = node.filled('options', 'version');
  const name = plan.value.split(':')[0] ?? plan.value;
  const { range } = version ?? plan;
  return [{ kind, name, image: plan.value, version: version?.value, range, place: 'deploy' }];
}

function herokuYaml(path: string, text: string): Partial<SourceFacts> {
  const root = treeOf(yaml.entries(text));
  const run = root.child('run')?.children ?? [];
  const release = root.at('release', 'command');
  return {
    commands: [
      ...run.flatMap((one) =>
        commandAt(one.kind === 'map' ? one.child('command') : one, path, text, 'run', { name: one.key }).map(
          (command) => ({
            ...command,
            processType: one.key,
          }),
        ),
      ),
      ...(release?.children ?? []).flatMap((one) =>
        commandAt(one, path, text, 'release', { name: 'release' }),
      ),
      ...(release?.isFilled ? commandAt(release, path, text, 'release', { name: 'release' }) : []),
    ],
    services: (root.at('setup', 'addons')?.children ?? []).flatMap(addon),
  };
}
