import { argumentAt } from '../../../facts/values';
import type { Api } from '../../../rule';
import { named, soften, when } from '../shared/apis';

const schedulers = [
  'background.BackgroundScheduler',
  'asyncio.AsyncIOScheduler',
  'gevent.GeventScheduler',
  'tornado.TornadoScheduler',
];

export const python: readonly Api[] = [
  named('APScheduler’s MemoryJobStore', 'apscheduler.jobstores.memory.MemoryJobStore'),
  ...soften(
    'information',
    when(
      'The schedule of APScheduler',
      [...schedulers.map((name) => `apscheduler.schedulers.${name}`), 'flask_apscheduler.APScheduler'],
      ({ args }) =>
        argumentAt(args, 99, 'jobstores') === undefined && args.every(({ name }) => name !== undefined),
    ),
  ),
];
