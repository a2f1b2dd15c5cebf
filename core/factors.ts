/** The twelve factors of https://12factor.net, in order. */
export interface Factor {
  readonly number: FactorNumber;
  /** The rule group's name and the folder of its room. */
  readonly id: FactorId;
  readonly title: string;
  /** What the factor asks for, in one sentence. */
  readonly sentence: string;
  readonly link: string;
}

export type FactorNumber = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 | 12;

export type FactorId =
  | 'codebase'
  | 'dependencies'
  | 'config'
  | 'backing-services'
  | 'build'
  | 'processes'
  | 'port-binding'
  | 'concurrency'
  | 'disposability'
  | 'parity'
  | 'logs'
  | 'admin';

const list: readonly [FactorId, string, string, string][] = [
  ['codebase', 'Codebase', 'One codebase in revision control, many deploys.', 'codebase'],
  ['dependencies', 'Dependencies', 'Dependencies are declared completely and isolated.', 'dependencies'],
  ['config', 'Config', 'What varies between deploys lives in the environment.', 'config'],
  [
    'backing-services',
    'Backing services',
    'Backing services are attached by a locator from config.',
    'backing-services',
  ],
  ['build', 'Build, release, run', 'Build, release and run are separate stages.', 'build-release-run'],
  ['processes', 'Processes', 'The app runs as stateless processes that share nothing.', 'processes'],
  [
    'port-binding',
    'Port binding',
    'The app exports its service by binding to a port it is given.',
    'port-binding',
  ],
  ['concurrency', 'Concurrency', 'The app scales out by process types.', 'concurrency'],
  ['disposability', 'Disposability', 'Processes start fast and shut down gracefully.', 'disposability'],
  ['parity', 'Dev/prod parity', 'Development, staging and production stay alike.', 'dev-prod-parity'],
  ['logs', 'Logs', 'Logs are an event stream on stdout.', 'logs'],
  ['admin', 'Admin processes', 'Admin tasks run as one-off processes of the release.', 'admin-processes'],
];

export const factors: readonly Factor[] = list.map(([id, title, sentence, page], index) => ({
  number: (index + 1) as FactorNumber,
  id,
  title,
  sentence,
  link: `https://12factor.net/${page}`,
}));

const byId = new Map(factors.map((factor) => [factor.id, factor]));

/** The factor of a rule id such as `logs/file-handler`; grammar groups map to the factor they serve. */
export function factorOf(ruleId: string): Factor {
  const group = ruleId.slice(0, ruleId.indexOf('/'));
  const id = group === 'procfile' ? 'concurrency' : group === 'env' ? 'config' : (group as FactorId);
  const factor = byId.get(id);
  if (!factor) throw new Error(`No factor for rule ${ruleId}`);
  return factor;
}
