import type { RoleCommand } from '../commands';
import yaml from '../entries/yaml';
import { defineSource, type RuntimePin, type ServiceUse, type SourceEnv } from '../source';
import { runtimeOfImage, serviceOfImage } from './shared/images';
import { type ConfigNode, treeOf } from './shared/tree';
import { environmentOf } from './shared/variables';
import { commandAt } from './shared/words';

const DEPLOYS = /deploy|release|publish|rollout|promote/i;

/** Pipelines of CircleCI: jobs, reusable commands, executors. */
export default defineSource({
  id: 'circleci',
  files: /(?:^|\/)\.circleci\/(?:[^/]+\/)*[\w.-]+\.ya?ml$/,
  read(path, text) {
    const root = treeOf(yaml.entries(text));
    const of = (key: string): readonly ConfigNode[] => root.child(key)?.children ?? [];
    const jobs = [...of('jobs'), ...of('commands')];
    const images = [...of('jobs'), ...of('executors')].map((one) => one.child('docker')?.children ?? []);
    return {
      commands: jobs.flatMap((job) => commandsOf(job, path, text)),
      env: [...jobs, ...of('executors')].flatMap(variablesOf),
      // Steps run in the first image; the others are services beside it.
      services: images.flatMap(([, ...others]) => others.flatMap(serviceOf)),
      runtimes: images.flatMap(([first]) => (first ? runtimeOf(first) : [])),
    };
  },
});

function commandsOf(job: ConfigNode, path: string, text: string): RoleCommand[] {
  return (job.child('steps')?.children ?? []).flatMap((step) => {
    const run = step.child('run') ?? step.at('when', 'steps', '0', 'run');
    const name = run?.filled('name')?.value ?? '';
    const role = DEPLOYS.test(`${job.key} ${name}`) ? 'deploy' : 'ci';
    return commandAt(run?.kind === 'map' ? run.child('command') : run, path, text, role, { name: job.key });
  });
}

function variablesOf(job: ConfigNode): SourceEnv[] {
  const steps = (job.child('steps')?.children ?? []).map((step) => step.at('run', 'environment'));
  const images = (job.child('docker')?.children ?? []).map((image) => image.child('environment'));
  return [job.child('environment'), ...steps, ...images].flatMap((node) => environmentOf(node, job.key));
}

function serviceOf(node: ConfigNode): ServiceUse[] {
  const image = node.filled('image');
  const use = image && serviceOfImage(image.value, image.range, image.value.split(':')[0] ?? '', 'ci');
  return use ? [use] : [];
}

function runtimeOf(node: ConfigNode): RuntimePin[] {
  const image = node.filled('image');
  const pin = image && runtimeOfImage(image.value, image.range, 'ci', 'run');
  return pin ? [pin] : [];
}
