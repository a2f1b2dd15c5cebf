import { defineGuide } from '../program-guide';

export default defineGuide({
  names: ['granian'],
  what: 'Serves a Python ASGI, WSGI or RSGI app.',
  docs: 'https://github.com/emmett-framework/granian#readme',
  port: { readsPort: false, options: ['--port'], otherwise: 8000 },
  options: [
    {
      names: ['--interface'],
      value: 'kind',
      usual: 'asgi',
      what: 'What the app speaks: `asgi`, `asginl`, `rsgi`, `wsgi`.',
    },
    {
      names: ['--host'],
      value: 'address',
      usual: '0.0.0.0',
      what: 'The address to listen on; 127.0.0.1 without it, which no router reaches.',
    },
    {
      names: ['--port'],
      value: 'port',
      usual: '$PORT',
      what: 'The port to listen on; 8000 without it, whatever `PORT` says.',
    },
    { names: ['--workers'], value: 'number', what: 'How many worker processes serve requests.' },
    { names: ['--access-log'], what: 'Logs each request.' },
    { names: ['--working-dir'], value: 'folder', what: 'The folder in which the module is looked for.' },
  ],
});
