import { defineGuide } from '../program-guide';

export default defineGuide({
  names: ['sanic'],
  what: 'Serves a Sanic app.',
  docs: 'https://sanic.dev/en/guide/running/running.html',
  port: { readsPort: false, options: ['-p', '--port', '-u', '--unix'], otherwise: 8000 },
  options: [
    {
      names: ['--host', '-H'],
      value: 'address',
      usual: '0.0.0.0',
      what: 'The address to listen on; 127.0.0.1 without it, which no router reaches.',
    },
    {
      names: ['--port', '-p'],
      value: 'port',
      usual: '$PORT',
      what: 'The port to listen on; 8000 without it, whatever `PORT` says.',
    },
    { names: ['--workers', '-w'], value: 'number', what: 'How many worker processes serve requests.' },
    { names: ['--fast'], what: 'Takes as many workers as the machine allows.' },
    { names: ['--dev', '-d'], what: 'Debug mode with automatic reload. For development only.' },
  ],
});
