import { Secret } from '../../secret';
import type { RoleCommand } from '../commands';
import yaml from '../entries/yaml';
import { defineSource, type ServiceUse, type SourceEnv } from '../source';
import { type ConfigNode, treeOf } from './shared/tree';
import { commandAt } from './shared/words';

/** Blueprints of Render. */
export default defineSource({
  id: 'render',
  files: /(?:^|\/)render\.ya?ml$/,
  read(path, text) {
    const root = treeOf(yaml.entries(text));
    const services = root.child('services')?.children ?? [];
    const groups = root.child('envVarGroups')?.children ?? [];
    return {
      commands: services.flatMap((service) => commandsOf(service, path, text)),
      env: [...services, ...groups].flatMap(variablesOf),
      services: [
        ...services.flatMap(cacheOf),
        ...(root.child('databases')?.children ?? []).flatMap(databaseOf),
      ],
    };
  },
});

function nameOf(service: ConfigNode): string {
  return service.filled('name')?.value ?? service.key;
}

function commandsOf(service: ConfigNode, path: string, text: string): RoleCommand[] {
  const name = nameOf(service);
  const isCron = service.filled('type')?.value === 'cron';
  const at = (key: string, role: RoleCommand['role']): RoleCommand[] =>
    commandAt(service.child(key), path, text, role, { name });
  return [
    ...at('buildCommand', 'build'),
    ...at('preDeployCommand', 'release'),
    ...at('startCommand', isCron ? 'cron' : 'run'),
    ...at('dockerCommand', isCron ? 'cron' : 'run'),
  ];
}

function variablesOf(service: ConfigNode): SourceEnv[] {
  return (service.child('envVars')?.children ?? []).flatMap((item): SourceEnv[] => {
    const key = item.filled('key');
    const value = item.filled('value');
    if (!key) return [];
    return [
      {
        name: key.value,
        range: key.range,
        does: 'set',
        ...(value ? { value: new Secret(value.value), valueRange: value.range } : { external: true }),
        scope: nameOf(service),
        when: 'run',
      },
    ];
  });
}

function databaseOf(node: ConfigNode): ServiceUse[] {
  const version = node.filled('postgresMajorVersion');
  const { range } = version ?? node.filled('name') ?? node;
  return [
    {
      kind: 'postgres',
      name: nameOf(node),
      image: 'postgres',
      version: version?.value,
      range,
      place: 'deploy',
    },
  ];
}

function cacheOf(service: ConfigNode): ServiceUse[] {
  const type = service.filled('type');
  if (type?.value !== 'redis' && type?.value !== 'keyvalue') return [];
  return [
    {
      kind: 'redis',
      name: nameOf(service),
      image: type.value,
      version: undefined,
      range: type.range,
      place: 'deploy',
    },
  ];
}
