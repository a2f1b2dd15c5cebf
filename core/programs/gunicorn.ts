import { defineGuide } from '../program-guide';

export default defineGuide({
  names: ['gunicorn'],
  what: 'Serves a Python WSGI app with several worker processes.',
  docs: 'https://docs.gunicorn.org/en/stable/settings.html',
  port: { readsPort: true, options: ['-b', '--bind'], otherwise: 8000 },
  options: [
    {
      names: ['--bind', '-b'],
      value: 'address',
      usual: '0.0.0.0:$PORT',
      what: 'The address to listen on. Without it, Gunicorn listens on `0.0.0.0:$PORT` where `PORT` is set.',
    },
    {
      names: ['--workers', '-w'],
      value: 'number',
      what: 'How many worker processes serve requests. Without it, `WEB_CONCURRENCY` counts, else one.',
    },
    { names: ['--threads'], value: 'number', what: 'How many threads each worker has.' },
    {
      names: ['--worker-class', '-k'],
      value: 'class',
      what: 'The kind of worker: `sync`, `gthread`, `gevent`, or `uvicorn.workers.UvicornWorker` for ASGI apps.',
    },
    {
      names: ['--timeout', '-t'],
      value: 'seconds',
      what: 'A worker that is silent for longer is killed and replaced. 30 by default.',
    },
    {
      names: ['--graceful-timeout'],
      value: 'seconds',
      what: 'How long workers may take to finish their requests after SIGTERM. 30 by default.',
    },
    {
      names: ['--access-logfile'],
      value: 'file',
      usual: '-',
      what: 'Where the access log goes; `-` is stdout.',
    },
    {
      names: ['--error-logfile', '--log-file'],
      value: 'file',
      usual: '-',
      what: 'Where the error log goes; `-`, the default, is stderr.',
    },
    {
      names: ['--log-level'],
      value: 'level',
      usual: 'info',
      what: 'How much the error log says: `debug`, `info`, `warning`, `error`, `critical`.',
    },
    { names: ['--preload'], what: 'Loads the app before the workers are forked, which saves memory.' },
    {
      names: ['--max-requests'],
      value: 'number',
      what: 'A worker is replaced after so many requests, which bounds leaks.',
    },
    { names: ['--chdir'], value: 'folder', what: 'The folder to change to before the app is loaded.' },
    {
      names: ['--config', '-c'],
      value: 'file',
      usual: 'gunicorn.conf.py',
      what: 'The Python file with settings.',
    },
    {
      names: ['--forwarded-allow-ips'],
      value: 'addresses',
      what: 'The proxies whose `X-Forwarded-*` headers are trusted.',
    },
    {
      names: ['--env', '-e'],
      value: 'NAME=value',
      what: 'Sets an environment variable for the app. The deploy’s own environment is the better place.',
    },
    {
      names: ['--daemon', '-D'],
      what: 'Detaches from the terminal, so that its runner loses it. Leave it out in a Procfile.',
    },
    { names: ['--reload'], what: 'Restarts when code changes. For development only.' },
  ],
});
