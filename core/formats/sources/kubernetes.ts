import { Secret } from '../../secret';
import type { RoleCommand } from '../commands';
import yaml from '../entries/yaml';
import { defineSource, type PortUse, type ServiceUse, type SourceEnv } from '../source';
import { serviceKindOf, serviceOfImage } from './shared/images';
import { readPort } from './shared/ports';
import { type ConfigNode, treesOf } from './shared/tree';
import { commandAt } from './shared/words';

const FOLDER =
  /(?:^|\/)(?:k8s|kube|kubernetes|manifests?|deploy(?:ment)?s?|helm|charts?|templates|kustomize|overlays|infra(?:structure)?|ops|\.k8s|argocd|gitops)\/(?:[^/]+\/)*[^/]+\.ya?ml$/;
const NAME =
  /(?:^|\/)(?:[\w-]+[-.])?(?:deployment|statefulset|daemonset|cronjob|job|pod|configmap|kustomization|k8s|kubernetes|knative|ingress)(?:[.-][\w-]+)?\.ya?ml$/i;

/** Kubernetes manifests and what is literal of Helm templates. A YAML file that holds no such object says nothing. */
export default defineSource({
  id: 'kubernetes',
  files: /\.ya?ml$/,
  matches: (path) =>
    (FOLDER.test(path) || NAME.test(path)) &&
    !/(?:compose|\.github\/|\.gitlab|\.circleci|playbook|ansible)/.test(path),
  read(path, text) {
    if (!/^kind:/m.test(text)) return {};
    const workloads = treesOf(yaml.entries(text)).flatMap(workloadsOf);
    return {
      commands: workloads
        .filter(({ container }) => !serviceKindOf(container.filled('image')?.value ?? ''))
        .flatMap((one) => commandsOf(one, path, text)),
      env: workloads.flatMap(({ container }) => envOf(container)),
      services: workloads.flatMap(({ container }) => servicesOf(container)),
      ports: workloads.flatMap(({ container }) => portsOf(container)),
    };
  },
});

interface Workload {
  readonly role: RoleCommand['role'];
  readonly container: ConfigNode;
  readonly init: boolean;
}

/** The containers of one object; `items` of a list are objects too. */
function workloadsOf(object: ConfigNode): Workload[] {
  const items = object.child('items');
  if (items?.kind === 'list') return items.children.flatMap(workloadsOf);
  const kind = object.filled('kind')?.value ?? '';
  const spec = podOf(object, kind);
  const role = kind === 'CronJob' ? 'cron' : kind === 'Job' ? 'release' : 'run';
  const of = (key: string, init: boolean): Workload[] =>
    (spec?.child(key)?.children ?? []).map((container) => ({
      role: init ? 'release' : role,
      container,
      init,
    }));
  return [...of('initContainers', true), ...of('containers', false)];
}

function podOf(object: ConfigNode, kind: string): ConfigNode | undefined {
  if (kind === 'Pod') return object.child('spec');
  if (kind === 'CronJob') return object.at('spec', 'jobTemplate', 'spec', 'template', 'spec');
  return object.at('spec', 'template', 'spec');
}

function nameOf(container: ConfigNode): string {
  return container.filled('name')?.value ?? container.key;
}

/** `command` stands for the image's entrypoint, `args` for its command. */
function commandsOf({ container, role, init }: Workload, path: string, text: string): RoleCommand[] {
  const name = nameOf(container);
  const command = container.child('command');
  const args = container.child('args');
  const isFirst = !init;
  const hook = container.at('lifecycle', 'postStart', 'exec', 'command');
  const joined = command ? commandWithArgs(command, args, path, text, role, name, isFirst) : [];
  const alone = command ? [] : commandAt(args, path, text, role, { name });
  return [
    ...joined,
    ...alone,
    ...commandAt(hook, path, text, role, { name }),
    ...probesOf(container, path, text, name),
  ].map(withoutReferences);
}

/** Kubernetes puts the value of a variable in place of `$(NAME)`, before a shell would run it. */
function withoutReferences(one: RoleCommand): RoleCommand {
  const { substitutions } = one.command;
  const run = substitutions.filter(({ text }) => !/^[A-Z_][A-Z0-9_]*$/.test(text));
  return run.length === substitutions.length
    ? one
    : { ...one, command: { ...one.command, substitutions: run } };
}

/** `command: [sh, -c]` with the script in `args` is one command. */
function commandWithArgs(
  command: ConfigNode,
  args: ConfigNode | undefined,
  path: string,
  text: string,
  role: RoleCommand['role'],
  name: string,
  isFirst: boolean,
): RoleCommand[] {
  const items = [...command.children, ...(args?.children ?? [])].filter((item) => item.kind === 'value');
  return commandAt(command, path, text, role, { name, isFirst }, items);
}

function probesOf(container: ConfigNode, path: string, text: string, name: string): RoleCommand[] {
  return ['livenessProbe', 'readinessProbe', 'startupProbe'].flatMap((probe) =>
    commandAt(container.at(probe, 'exec', 'command'), path, text, 'check', { name }),
  );
}

function envOf(container: ConfigNode): SourceEnv[] {
  const scope = nameOf(container);
  return (container.child('env')?.children ?? []).flatMap((item): SourceEnv[] => {
    const name = item.filled('name');
    const value = item.filled('value');
    const from = item.child('valueFrom');
    if (!name) return [];
    return [
      {
        name: name.value,
        range: name.range,
        does: 'set',
        ...(value ? { value: new Secret(value.value), valueRange: value.range } : {}),
        ...(from ? { external: true } : {}),
        scope,
        when: 'run',
      },
    ];
  });
}

function servicesOf(container: ConfigNode): ServiceUse[] {
  const image = container.filled('image');
  const use = image && serviceOfImage(image.value, image.range, nameOf(container), 'deploy');
  return use ? [use] : [];
}

function portsOf(container: ConfigNode): PortUse[] {
  const name = nameOf(container);
  const inside = (container.child('ports')?.children ?? []).map((item) => item.filled('containerPort'));
  const probes = ['livenessProbe', 'readinessProbe', 'startupProbe'].flatMap((probe) =>
    ['httpGet', 'tcpSocket'].map((how) => container.filled(probe, how, 'port')),
  );
  const read = (node: ConfigNode | undefined, side: PortUse['side']): PortUse[] => {
    const port = node && readPort(node.value, node.range);
    return port ? [{ ...port, side, name }] : [];
  };
  return [...inside.flatMap((one) => read(one, 'inside')), ...probes.flatMap((one) => read(one, 'probe'))];
}
