import { argumentAt } from '../../../facts/values';
import type { Api } from '../../../rule';
import { named, says, soften, when } from '../shared/apis';
import { fed, leftTo } from './fed';

const WEB = /^(?:flask|fastapi|django|starlette|sanic|quart|aiohttp|bottle|tornado)\b/;
const puts = (name: string): string[] => [`${name}().put`, `${name}().put_nowait`];
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
  fed('The work in this queue', [
    ...['Queue', 'SimpleQueue', 'PriorityQueue', 'LifoQueue'].flatMap((name) => puts(`queue.${name}`)),
    ...['Queue', 'PriorityQueue', 'LifoQueue'].flatMap((name) => puts(`asyncio.${name}`)),
    ...['Queue', 'JoinableQueue', 'SimpleQueue'].flatMap((name) => puts(`multiprocessing.${name}`)),
  ]),
  fed(
    'The work given to this pool',
    [
      'concurrent.futures.ThreadPoolExecutor().submit',
      'concurrent.futures.ProcessPoolExecutor().submit',
      'multiprocessing.Pool().apply_async',
      'multiprocessing.pool.ThreadPool().apply_async',
    ],
    leftTo,
  ),
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
