import { defineGuide } from '../program-guide';

export default defineGuide({
  names: ['puma'],
  what: 'Serves a Ruby Rack app with threads, and with several processes where wanted.',
  docs: 'https://puma.io/puma/file.README.html',
  options: [
    {
      names: ['-C', '--config'],
      value: 'file',
      usual: 'config/puma.rb',
      what: 'The Ruby file with settings. Rails’ own reads `PORT`.',
    },
    {
      names: ['-p', '--port'],
      value: 'port',
      usual: '$PORT',
      what: 'The port to listen on, on all addresses.',
    },
    {
      names: ['-b', '--bind'],
      value: 'address',
      usual: 'tcp://0.0.0.0:$PORT',
      what: 'The address to listen on.',
    },
    {
      names: ['-t', '--threads'],
      value: 'least:most',
      usual: '5:5',
      what: 'How many threads each process has.',
    },
    {
      names: ['-w', '--workers'],
      value: 'number',
      what: 'How many worker processes there are. `WEB_CONCURRENCY` counts without it.',
    },
    {
      names: ['-e', '--environment'],
      value: 'name',
      what: 'The Rack environment. `RACK_ENV` counts without it.',
    },
    { names: ['--preload'], what: 'Loads the app before the workers are forked, which saves memory.' },
    { names: ['--pidfile'], value: 'file', what: 'Writes a PID file. No runner needs one.' },
  ],
});
