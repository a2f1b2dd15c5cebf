import { defineGuide } from '../program-guide';

export default defineGuide({
  names: ['waitress-serve'],
  what: 'Serves a Python WSGI app in one process with threads.',
  docs: 'https://docs.pylonsproject.org/projects/waitress/en/stable/runner.html',
  port: { readsPort: false, options: ['--port', '--listen', '--unix-socket'], otherwise: 8080 },
  options: [
    {
      names: ['--port'],
      value: 'port',
      usual: '$PORT',
      what: 'The port to listen on; 8080 without it, whatever `PORT` says.',
    },
    {
      names: ['--listen'],
      value: 'address',
      usual: '*:$PORT',
      what: 'The address to listen on; may be given more than once.',
    },
    {
      names: ['--host'],
      value: 'address',
      usual: '0.0.0.0',
      what: 'The address to listen on; 0.0.0.0 without it.',
    },
    { names: ['--threads'], value: 'number', what: 'How many threads serve requests. 4 by default.' },
    { names: ['--call'], what: 'The target is a function that makes the app.' },
    { names: ['--url-scheme'], value: 'scheme', usual: 'https', what: 'The scheme that the app is told.' },
  ],
});
