import type { RoleCommand } from '../commands';
import toml from '../entries/toml';
import { defineSource, type PortUse } from '../source';
import { readPort } from './shared/ports';
import { type ConfigNode, treeOf } from './shared/tree';
import { environmentOf } from './shared/variables';
import { commandAt } from './shared/words';

/** The files of Fly.io and Railway. */
export default defineSource({
  id: 'platform-toml',
  files: /(?:^|\/)(?:fly(?:\.[\w-]+)?|railway)\.toml$/,
  read(path, text) {
    const root = treeOf(toml.entries(text));
    const at = (role: RoleCommand['role'], name: string | undefined, ...keys: string[]): RoleCommand[] =>
      commandAt(root.at(...keys), path, text, role, { name, form: 'exec' });
    const processes = root.child('processes')?.children ?? [];
    return {
      commands: [
        ...processes.flatMap((one) =>
          commandAt(one, path, text, 'run', { name: one.key, form: 'exec' }).map((command) => ({
            ...command,
            processType: one.key,
          })),
        ),
        ...at('release', undefined, 'deploy', 'release_command'),
        ...at('run', undefined, 'experimental', 'cmd'),
        ...at('run', undefined, 'deploy', 'startCommand'),
        ...at('release', undefined, 'deploy', 'preDeployCommand'),
        ...at('build', undefined, 'build', 'buildCommand'),
      ],
      env: environmentOf(root.child('env'), undefined),
      ports: [
        ...portAt(root.child('http_service')),
        ...portAt(root.child('services')),
        ...(root.child('services')?.children ?? []).flatMap(portAt),
      ],
    };
  },
});

function portAt(node: ConfigNode | undefined): PortUse[] {
  const written = node?.filled('internal_port');
  const port = written && readPort(written.value, written.range);
  return port ? [{ ...port, side: 'inside', name: undefined }] : [];
}
