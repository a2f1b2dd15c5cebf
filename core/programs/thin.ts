import { defineGuide } from '../program-guide';

export default defineGuide({
  names: ['thin start', 'thin'],
  what: 'Serves a Ruby Rack app in one process.',
  docs: 'https://github.com/macournoyer/thin#readme',
  port: { readsPort: false, options: ['-p', '--port', '-S', '--socket', '-C', '--config'], otherwise: 3000 },
  options: [
    {
      names: ['-p', '--port'],
      value: 'port',
      usual: '$PORT',
      what: 'The port to listen on; 3000 without it, whatever `PORT` says.',
    },
    {
      names: ['-a', '--address'],
      value: 'address',
      usual: '0.0.0.0',
      what: 'The address to listen on; 0.0.0.0 without it.',
    },
    { names: ['-R', '--rackup'], value: 'file', usual: 'config.ru', what: 'The Rack file to load.' },
    {
      names: ['-e', '--environment'],
      value: 'name',
      what: 'The app’s environment. `RACK_ENV` counts without it.',
    },
  ],
});
