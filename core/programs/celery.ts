import { defineGuide } from '../program-guide';

export default defineGuide({
  names: ['celery'],
  what: 'Runs Celery: `worker` takes jobs from the queue, `beat` sends them at their times.',
  docs: 'https://docs.celeryq.dev/en/stable/reference/cli.html',
  options: [
    {
      names: ['--app', '-A'],
      value: 'module',
      what: 'The module that holds the Celery app. It stands before `worker` or `beat`.',
    },
    {
      names: ['--loglevel', '-l'],
      value: 'level',
      usual: 'info',
      what: 'How much is logged: `debug`, `info`, `warning`, `error`, `critical`.',
    },
    {
      names: ['--concurrency', '-c'],
      value: 'number',
      what: 'How many jobs run at a time. The number of CPUs by default.',
    },
    {
      names: ['--queues', '-Q'],
      value: 'names',
      what: 'The queues to take jobs from, with commas between them.',
    },
    {
      names: ['--pool', '-P'],
      value: 'kind',
      what: 'How jobs run: `prefork`, `threads`, `gevent`, `eventlet`, `solo`.',
    },
    {
      names: ['--max-tasks-per-child'],
      value: 'number',
      what: 'A process of the pool is replaced after so many jobs, which bounds leaks.',
    },
    {
      names: ['--without-gossip', '--without-mingle', '--without-heartbeat'],
      what: 'Saves messages to the broker that workers send one another.',
    },
    {
      names: ['--hostname', '-n'],
      value: 'name',
      what: 'The worker’s name; two workers on one machine need two.',
    },
    {
      names: ['--scheduler', '-S'],
      value: 'class',
      what: 'Where `beat` keeps its schedule, such as `django_celery_beat.schedulers:DatabaseScheduler`.',
    },
    {
      names: ['--beat', '-B'],
      what: 'Runs the scheduler inside the worker. With two workers each job is sent twice: give `beat` a process type of its own.',
    },
    {
      names: ['--detach'],
      what: 'Detaches from the terminal, so that its runner loses it. Leave it out in a Procfile.',
    },
  ],
});
