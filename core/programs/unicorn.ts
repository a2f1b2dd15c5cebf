import { defineGuide } from '../program-guide';

export default defineGuide({
  names: ['unicorn', 'unicorn_rails'],
  what: 'Serves a Ruby Rack app with several worker processes. On SIGTERM it stops at once, on SIGQUIT it finishes its requests.',
  docs: 'https://yhbt.net/unicorn/unicorn_1.html',
  port: {
    readsPort: false,
    options: ['-p', '--port', '-l', '--listen', '-o', '-c', '--config-file'],
    otherwise: 8080,
  },
  options: [
    { names: ['-p', '--port'], value: 'port', usual: '$PORT', what: 'The port to listen on.' },
    {
      names: ['-c', '--config-file'],
      value: 'file',
      usual: 'config/unicorn.rb',
      what: 'The Ruby file with settings.',
    },
    { names: ['-E', '--env'], value: 'name', what: 'The Rack environment. `RACK_ENV` counts without it.' },
    { names: ['-l', '--listen'], value: 'address', what: 'The address or socket to listen on.' },
    {
      names: ['-D', '--daemonize'],
      what: 'Detaches from the terminal, so that its runner loses it. Leave it out in a Procfile.',
    },
  ],
});
