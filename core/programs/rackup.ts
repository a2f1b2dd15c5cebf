import { defineGuide } from '../program-guide';

export default defineGuide({
  names: ['rackup'],
  what: 'Serves the Rack app of config.ru with the server of the Gemfile.',
  docs: 'https://github.com/rack/rackup#readme',
  port: { readsPort: true, options: ['-p', '--port'], otherwise: 9292 },
  options: [
    {
      names: ['--host', '-o'],
      value: 'address',
      usual: '0.0.0.0',
      what: 'The address to listen on; localhost in development.',
    },
    {
      names: ['--port', '-p'],
      value: 'port',
      usual: '$PORT',
      what: 'The port to listen on. `PORT` counts without it.',
    },
    { names: ['--server', '-s'], value: 'server', usual: 'puma', what: 'The server to start.' },
    { names: ['--env', '-E'], value: 'name', what: 'The Rack environment. `RACK_ENV` counts without it.' },
    {
      names: ['--daemonize', '-D'],
      what: 'Detaches from the terminal, so that its runner loses it. Leave it out in a Procfile.',
    },
  ],
});
