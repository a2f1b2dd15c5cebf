import { defineGuide } from '../program-guide';

export default defineGuide({
  names: ['artisan octane:start'],
  what: 'Serves a Laravel app with FrankenPHP, Swoole or RoadRunner.',
  docs: 'https://laravel.com/docs/octane#serving-your-application',
  port: { readsPort: false, options: ['--port'], otherwise: 8000 },
  options: [
    {
      names: ['--host'],
      value: 'address',
      usual: '0.0.0.0',
      equals: true,
      what: 'The address to listen on; 127.0.0.1 without it, which no router reaches.',
    },
    {
      names: ['--port'],
      value: 'port',
      usual: '$PORT',
      equals: true,
      what: 'The port to listen on; 8000 without it, whatever `PORT` says.',
    },
    {
      names: ['--server'],
      value: 'server',
      usual: 'frankenphp',
      equals: true,
      what: 'The server to start: `frankenphp`, `swoole`, `roadrunner`.',
    },
    { names: ['--workers'], value: 'number', equals: true, what: 'How many workers serve requests.' },
    {
      names: ['--max-requests'],
      value: 'number',
      equals: true,
      what: 'A worker is replaced after so many requests.',
    },
  ],
});
