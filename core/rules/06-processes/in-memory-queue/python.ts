import { argumentAt } from '../../../facts/values';
import type { Api } from '../../../rule';
import { named, says, soften, when } from '../shared/apis';

const WEB = /^(?:flask|fastapi|django|starlette|sanic|quart|aiohttp|bottle|tornado)\b/;
const schedulers = [
  'background.BackgroundScheduler',
  'asyncio.AsyncIOScheduler',
  'gevent.GeventScheduler',
  'tornado.TornadoScheduler',
];

export const python: readonly Api[] = [
  {
    // In a program of its own, a clock process is where it belongs.
    calls: ['schedule.every'],
    breach: (call, file) =>
      file.imports.some(({ module }) => WEB.test(module))
        ? says('The schedule of schedule', call.range, 'information')
        : undefined,
  },
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
