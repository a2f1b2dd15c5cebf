import { defineGuide } from '../program-guide';

export default defineGuide({
  names: ['hypercorn'],
  what: 'Serves a Python ASGI or WSGI app over HTTP/1, HTTP/2 and HTTP/3.',
  docs: 'https://hypercorn.readthedocs.io/en/latest/how_to_guides/configuring.html',
  port: { readsPort: false, options: ['-b', '--bind', '-c', '--config'], otherwise: 8000 },
  options: [
    {
      names: ['--bind', '-b'],
      value: 'address',
      usual: '0.0.0.0:$PORT',
      what: 'The address to listen on; 127.0.0.1:8000 without it.',
    },
    { names: ['--workers', '-w'], value: 'number', what: 'How many worker processes serve requests.' },
    {
      names: ['--worker-class', '-k'],
      value: 'class',
      what: 'The kind of worker: `asyncio`, `uvloop`, `trio`.',
    },
    {
      names: ['--access-logfile'],
      value: 'file',
      usual: '-',
      what: 'Where the access log goes; `-` is stdout.',
    },
    {
      names: ['--error-logfile'],
      value: 'file',
      usual: '-',
      what: 'Where the error log goes; `-` is stderr.',
    },
    {
      names: ['--graceful-timeout'],
      value: 'seconds',
      what: 'How long requests may take to finish after SIGTERM.',
    },
    { names: ['--config', '-c'], value: 'file', what: 'The TOML or Python file with settings.' },
    { names: ['--reload'], what: 'Restarts when code changes. For development only.' },
  ],
});
