import type { RoleCommand } from '../commands';
import yaml from '../entries/yaml';
import { defineSource, type PortUse, type ServiceUse, type SourceEnv, type SourcePlace } from '../source';
import { serviceKindOf, serviceOfImage } from './shared/images';
import { readMapping, readPort } from './shared/ports';
import { type ConfigNode, treeOf } from './shared/tree';
import { environmentOf, interpolated } from './shared/variables';
import { commandAt } from './shared/words';

const FILES = /(?:^|\/)(?:[\w.-]*[.-])?(?:docker-)?(?:compose|stack)(?:[.-][\w.-]+)?\.ya?ml$/i;

/** Compose files and stacks: services with their commands, images, ports and variables. */
export default defineSource({
  id: 'compose',
  files: FILES,
  read(path, text) {
    const entries = yaml.entries(text);
    const services = treeOf(entries).child('services')?.children ?? [];
    const place = placeOfCompose(path);
    return {
      commands: services.flatMap((service) => commandsOf(service, path, text, place)),
      env: [
        ...services.flatMap((service) => variablesOf(service)),
        ...services.flatMap((service) => readsOf(service, text)),
      ],
      services: services.flatMap((service) => imageOf(service, place)),
      ports: services.flatMap(portsOf),
    };
  },
});

/** Only a name says that a compose file is for production; most are for a developer's machine. */
export function placeOfCompose(path: string): SourcePlace {
  if (/prod|deploy|live|staging|stack|swarm|heroku|release/i.test(path)) return 'deploy';
  return /(?:^|[./-])(?:ci|tests?|testing|e2e)(?:[./-]|$)/i.test(path) ? 'ci' : 'local';
}

/** In a file for nobody in particular a service that is built or brings its own image runs as it would anywhere. */
function commandsOf(service: ConfigNode, path: string, text: string, where: SourcePlace): RoleCommand[] {
  const role = isForDevelopment(path) || mountsCode(service) ? 'dev' : where === 'ci' ? 'ci' : 'run';
  // What a backing service is started with is no process of the app.
  if (serviceKindOf(service.filled('image')?.value ?? '')) return [];
  const hasInit = service.filled('init')?.value === 'true';
  const entrypoint = service.child('entrypoint');
  const image = service.filled('image')?.value;
  const place = { name: service.key, form: 'exec' as const, ...(image === undefined ? {} : { image }) };
  const read = (node: ConfigNode | undefined, as: RoleCommand['role'], at: Parameters<typeof commandAt>[4]) =>
    commandAt(node, path, text, as, at, node?.children, unescaped);
  return [
    ...read(entrypoint, role, { ...place, isFirst: !hasInit }),
    ...read(service.child('command'), role, { ...place, isFirst: !hasInit && !entrypoint }),
    ...read(service.at('healthcheck', 'test'), 'check', { name: service.key }),
  ];
}

/** `$$` is what the shell's `$` is written as. */
function unescaped(value: string): string {
  return value.replaceAll('$$', () => '$');
}

/** A service that runs the working copy is a developer's, whatever the file is called. */
function mountsCode(service: ConfigNode): boolean {
  const volumes = service.child('volumes')?.children ?? [];
  return volumes.some((volume) => {
    const source = volume.filled('source')?.value ?? volume.value.split(':')[0] ?? '';
    return /^(?:\.{1,2}\/?|\$\{?PWD\}?\/?|\.\/(?:src|app|server|api|web|backend|frontend|lib|code))\/?$/.test(
      source,
    );
  });
}

function isForDevelopment(path: string): boolean {
  return /dev|local|override|debug|\.devcontainer/i.test(path);
}

function variablesOf(service: ConfigNode): SourceEnv[] {
  return [
    ...environmentOf(service.child('environment'), service.key),
    ...environmentOf(service.at('build', 'args'), service.key, 'build'),
  ];
}

function readsOf(service: ConfigNode, text: string): SourceEnv[] {
  const { start, end } = service.entry.whole;
  return interpolated(text, service.key, start, end).filter(({ range }) => !isComment(text, range.start));
}

function isComment(text: string, at: number): boolean {
  const line = text.slice(text.lastIndexOf('\n', at) + 1, at);
  return /^\s*#|\s#/.test(line);
}

function imageOf(service: ConfigNode, place: SourcePlace): ServiceUse[] {
  const image = service.filled('image');
  const use = image && serviceOfImage(image.value, image.range, service.key, place);
  return use ? [use] : [];
}

function portsOf(service: ConfigNode): PortUse[] {
  const name = service.key;
  const listed = (service.child('ports')?.children ?? []).flatMap((item): PortUse[] => {
    if (item.kind === 'map') {
      const inside = portAt(item.filled('target'));
      const host = portAt(item.filled('published'));
      return [
        ...(inside ? [{ ...inside, side: 'inside' as const, name }] : []),
        ...(host ? [{ ...host, side: 'host' as const, name }] : []),
      ];
    }
    const { host, inside } = readMapping(item.value, item.range);
    return [
      ...(inside ? [{ ...inside, side: 'inside' as const, name }] : []),
      ...(host ? [{ ...host, side: 'host' as const, name }] : []),
    ];
  });
  const exposed = (service.child('expose')?.children ?? []).flatMap((item): PortUse[] => {
    const port = portAt(item);
    return port ? [{ ...port, side: 'inside', name }] : [];
  });
  return [...listed, ...exposed];
}

function portAt(node: ConfigNode | undefined): ReturnType<typeof readPort> {
  return node?.isFilled ? readPort(node.value.replace(/\/(?:tcp|udp)$/, ''), node.range) : undefined;
}
