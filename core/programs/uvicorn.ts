import { defineGuide } from '../program-guide';

export default defineGuide({
  names: ['uvicorn'],
  what: 'Serves a Python ASGI app, such as FastAPI or Starlette.',
  docs: 'https://www.uvicorn.org/settings/',
  port: { readsPort: false, options: ['--port', '--uds', '--fd'], otherwise: 8000 },
  options: [
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
    {
      names: ['--workers'],
      value: 'number',
      what: 'How many worker processes there are. Without it, `WEB_CONCURRENCY` counts, else one.',
    },
    { names: ['--factory'], what: 'The target is a function that makes the app.' },
    {
      names: ['--proxy-headers'],
      what: 'Trusts `X-Forwarded-*` headers; on by default for trusted addresses.',
    },
    {
      names: ['--forwarded-allow-ips'],
      value: 'addresses',
      what: 'The proxies whose headers are trusted; `*` trusts all.',
    },
    { names: ['--root-path'], value: 'path', what: 'The path under which a proxy serves the app.' },
    {
      names: ['--log-level'],
      value: 'level',
      usual: 'info',
      what: 'How much is logged: `critical`, `error`, `warning`, `info`, `debug`, `trace`.',
    },
    { names: ['--no-access-log'], what: 'Leaves the access log out.' },
    {
      names: ['--timeout-graceful-shutdown'],
      value: 'seconds',
      what: 'How long requests may take to finish after SIGTERM.',
    },
    {
      names: ['--timeout-keep-alive'],
      value: 'seconds',
      what: 'Closes idle connections after so long. 5 by default.',
    },
    { names: ['--lifespan'], value: 'mode', what: 'Whether lifespan events are sent: `auto`, `on`, `off`.' },
    { names: ['--app-dir'], value: 'folder', what: 'The folder in which the module is looked for.' },
    { names: ['--reload'], what: 'Restarts when code changes. For development only.' },
  ],
});
