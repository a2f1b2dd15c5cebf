import { defineGuide } from '../program-guide';

export default defineGuide({
  names: ['rq'],
  what: 'Runs RQ: `rq worker` takes Python jobs from Redis.',
  docs: 'https://python-rq.org/docs/workers/',
  options: [
    {
      names: ['--url', '-u'],
      value: 'url',
      usual: '$REDIS_URL',
      what: 'The Redis that holds the queues. `RQ_REDIS_URL` counts without it.',
    },
    { names: ['--with-scheduler'], what: 'Sends scheduled jobs too.' },
    { names: ['--burst', '-b'], what: 'Ends when the queues are empty.' },
    { names: ['--name', '-n'], value: 'name', what: 'The worker’s name.' },
    { names: ['--logging-level'], value: 'level', usual: 'INFO', what: 'How much is logged.' },
    { names: ['--max-jobs'], value: 'number', what: 'Ends after so many jobs.' },
  ],
});
