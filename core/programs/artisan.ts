import { defineGuide } from '../program-guide';

export default defineGuide({
  names: ['artisan queue:work', 'artisan queue:listen'],
  what: 'Takes Laravel’s jobs from the queue.',
  docs: 'https://laravel.com/docs/queues#running-the-queue-worker',
  options: [
    {
      names: ['--queue'],
      value: 'names',
      usual: 'default',
      equals: true,
      what: 'The queues to take jobs from, with commas between them, the most urgent first.',
    },
    {
      names: ['--tries'],
      value: 'number',
      usual: '3',
      equals: true,
      what: 'How often a job is tried before it counts as failed.',
    },
    { names: ['--timeout'], value: 'seconds', equals: true, what: 'How long a job may run. 60 by default.' },
    { names: ['--sleep'], value: 'seconds', equals: true, what: 'How long to wait when there is no job.' },
    {
      names: ['--max-jobs'],
      value: 'number',
      equals: true,
      what: 'Ends after so many jobs, so that its runner starts it afresh.',
    },
    {
      names: ['--max-time'],
      value: 'seconds',
      equals: true,
      what: 'Ends after so long, so that its runner starts it afresh.',
    },
    { names: ['--memory'], value: 'MiB', equals: true, what: 'Ends when it has taken so much memory.' },
  ],
});
