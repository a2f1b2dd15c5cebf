import { defineGuide } from '../program-guide';

export default defineGuide({
  names: ['daphne'],
  what: 'Serves a Django Channels or other ASGI app.',
  docs: 'https://github.com/django/daphne#readme',
  port: { readsPort: false, options: ['-p', '--port', '-u', '-e', '--endpoint', '--fd'], otherwise: 8000 },
  options: [
    {
      names: ['-b', '--bind'],
      value: 'address',
      usual: '0.0.0.0',
      what: 'The address to listen on; 127.0.0.1 without it, which no router reaches.',
    },
    {
      names: ['-p', '--port'],
      value: 'port',
      usual: '$PORT',
      what: 'The port to listen on; 8000 without it, whatever `PORT` says.',
    },
    { names: ['-v', '--verbosity'], value: 'level', what: 'How much is logged, from 0 to 3.' },
    { names: ['--proxy-headers'], what: 'Takes the client’s address from `X-Forwarded-For`.' },
    { names: ['--http-timeout'], value: 'seconds', what: 'How long a request may take.' },
    { names: ['--access-log'], value: 'file', usual: '-', what: 'Where the access log goes; `-` is stdout.' },
    { names: ['--root-path'], value: 'path', what: 'The path under which a proxy serves the app.' },
  ],
});
