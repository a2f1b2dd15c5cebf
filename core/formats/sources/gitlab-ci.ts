import type { CommandRole, RoleCommand } from '../commands';
import yaml from '../entries/yaml';
import { defineSource, type RuntimePin, type ServiceUse } from '../source';
import { runtimeOfImage, serviceOfImage } from './shared/images';
import { type ConfigNode, treeOf } from './shared/tree';
import { environmentOf } from './shared/variables';
import { commandAt } from './shared/words';

const SCRIPTS = ['before_script', 'script', 'after_script'];
/** Keys at the top that are no jobs. */
const NO_JOB = new Set('stages variables include workflow image services cache pages:deploy spec'.split(' '));
const DEPLOYS = /deploy|release|publish|rollout|promote/i;

/** Pipelines of GitLab. */
export default defineSource({
  id: 'gitlab-ci',
  files: /(?:^|\/)(?:\.gitlab-ci(?:[.-][\w.-]+)?|\.gitlab\/(?:[^/]+\/)*[\w.-]+)\.ya?ml$/,
  read(path, text) {
    const root = treeOf(yaml.entries(text));
    const jobs = root.children.filter(({ key, kind }) => kind === 'map' && !NO_JOB.has(key));
    const all = [root, ...jobs];
    return {
      commands: jobs.flatMap((job) => commandsOf(job, path, text)),
      env: all.flatMap((job) => environmentOf(job.child('variables'), job === root ? undefined : job.key)),
      services: all.flatMap(servicesOf),
      runtimes: all.flatMap(runtimesOf),
    };
  },
});

/** Each line of a `script` is a command for the same shell. */
function commandsOf(job: ConfigNode, path: string, text: string): RoleCommand[] {
  const stage = job.filled('stage')?.value ?? '';
  const isDeploy = DEPLOYS.test(`${job.key} ${stage}`) || job.child('environment') !== undefined;
  const role: CommandRole = isDeploy ? 'deploy' : 'ci';
  return SCRIPTS.flatMap((key) => {
    const script = job.child(key);
    const lines = script?.kind === 'list' ? script.children : script ? [script] : [];
    return lines.flatMap((line) =>
      commandAt(line.kind === 'value' ? line : undefined, path, text, role, { name: job.key }),
    );
  });
}

function servicesOf(job: ConfigNode): ServiceUse[] {
  return (job.child('services')?.children ?? []).flatMap((service) => {
    const image = service.isFilled ? service : service.filled('name');
    const name = service.filled('alias')?.value ?? image?.value.split(':')[0] ?? '';
    const use = image && serviceOfImage(image.value, image.range, name, 'ci');
    return use ? [use] : [];
  });
}

function runtimesOf(job: ConfigNode): RuntimePin[] {
  const image = job.filled('image') ?? job.filled('image', 'name');
  const pin = image && runtimeOfImage(image.value, image.range, 'ci', 'run');
  return pin ? [pin] : [];
}
