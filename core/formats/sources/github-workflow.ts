import type { RoleCommand } from '../commands';
import yaml from '../entries/yaml';
import { defineSource, type RuntimePin, type ServiceUse } from '../source';
import { serviceOfImage } from './shared/images';
import { pinsAt, setupOf } from './shared/setup-actions';
import { type ConfigNode, treeOf } from './shared/tree';
import { environmentOf } from './shared/variables';
import { commandAt } from './shared/words';

const DEPLOYS = /deploy|release|publish|rollout|promote|\bcd\b/i;

/** Workflows of GitHub Actions, and those of Gitea and Forgejo: steps, variables, service containers, set-up versions. */
export default defineSource({
  id: 'github-workflow',
  files: /(?:^|\/)\.(?:github|gitea|forgejo)\/(?:workflows\/[^/]+|actions\/(?:[^/]+\/)*action)\.ya?ml$/,
  read(path, text) {
    const root = treeOf(yaml.entries(text));
    const jobs = root.child('jobs')?.children ?? [];
    const own = { steps: root.at('runs', 'steps'), job: root };
    const all = [...jobs.map((job) => ({ steps: job.child('steps'), job })), own];
    return {
      commands: all.flatMap(({ steps, job }) => commandsOf(steps, job, path, text)),
      env: [
        ...environmentOf(root.child('env'), undefined),
        ...jobs.flatMap((job) => environmentOf(job.child('env'), job.key)),
        ...all.flatMap(({ steps, job }) =>
          (steps?.children ?? []).flatMap((step) => environmentOf(step.child('env'), job.key)),
        ),
      ],
      services: jobs.flatMap(servicesOf),
      runtimes: all.flatMap(({ steps, job }) => runtimesOf(steps, job)),
    };
  },
});

function commandsOf(
  steps: ConfigNode | undefined,
  job: ConfigNode,
  path: string,
  text: string,
): RoleCommand[] {
  return (steps?.children ?? []).flatMap((step) => {
    const words = [job.key, job.filled('name')?.value, step.filled('name')?.value].join(' ');
    const shell = step.filled('shell')?.value;
    if (shell && !/^(?:bash|sh)\b/.test(shell)) return [];
    const role = DEPLOYS.test(words) ? 'deploy' : 'ci';
    return commandAt(step.child('run'), path, text, role, { name: job.key, ...(shell ? { shell } : {}) });
  });
}

function servicesOf(job: ConfigNode): ServiceUse[] {
  return (job.child('services')?.children ?? []).flatMap((service) => {
    const image = service.isFilled ? service : service.filled('image');
    const use = image && serviceOfImage(image.value, image.range, service.key, 'ci');
    return use ? [use] : [];
  });
}

/** `with: node-version: 20`, or `${{ matrix.node }}` with the values of the matrix. */
function runtimesOf(steps: ConfigNode | undefined, job: ConfigNode): RuntimePin[] {
  return (steps?.children ?? []).flatMap((step) => {
    const setup = setupOf(step.filled('uses')?.value ?? '');
    const version = setup && step.at('with', setup.key);
    if (!setup || !version) return [];
    const axis = /^\$\{\{\s*matrix\.([\w-]+)\s*\}\}$/.exec(version.value)?.[1];
    const values = axis === undefined ? undefined : job.at('strategy', 'matrix', axis);
    if (axis !== undefined) return values ? pinsAt(setup.runtime, values, true) : [];
    return pinsAt(setup.runtime, version, false);
  });
}
