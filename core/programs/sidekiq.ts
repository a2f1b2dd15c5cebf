import { defineGuide } from '../program-guide';

export default defineGuide({
  names: ['sidekiq'],
  what: 'Takes Ruby jobs from Redis and runs them in threads.',
  docs: 'https://github.com/sidekiq/sidekiq/wiki/Advanced-Options',
  options: [
    {
      names: ['-C', '--config'],
      value: 'file',
      usual: 'config/sidekiq.yml',
      what: 'The YAML file with settings. `config/sidekiq.yml` is read without it.',
    },
    {
      names: ['-c', '--concurrency'],
      value: 'number',
      what: 'How many jobs run at a time. `RAILS_MAX_THREADS` counts without it.',
    },
    {
      names: ['-q', '--queue'],
      value: 'name',
      what: 'A queue to take jobs from, with a weight behind a comma if wanted; may be given more than once.',
    },
    {
      names: ['-e', '--environment'],
      value: 'name',
      what: 'The app’s environment. `APP_ENV`, `RAILS_ENV` or `RACK_ENV` counts without it.',
    },
    {
      names: ['-r', '--require'],
      value: 'path',
      what: 'The Rails app’s folder, or the file that loads the jobs.',
    },
    {
      names: ['-t', '--timeout'],
      value: 'seconds',
      what: 'How long jobs may take to finish after SIGTERM. 25 by default.',
    },
    { names: ['-v', '--verbose'], what: 'Logs more.' },
  ],
});
