import { defineGuide } from '../program-guide';

export default defineGuide({
  names: ['rails server', 'rails s'],
  what: 'Starts the Rails app with the server of its Gemfile, usually Puma.',
  docs: 'https://guides.rubyonrails.org/command_line.html#starting-a-server',
  port: { readsPort: true, options: ['-p', '--port'], otherwise: 3000 },
  options: [
    {
      names: ['-p', '--port'],
      value: 'port',
      usual: '$PORT',
      what: 'The port to listen on. `PORT` counts without it.',
    },
    {
      names: ['-b', '--binding'],
      value: 'address',
      usual: '0.0.0.0',
      what: 'The address to listen on; localhost in development, 0.0.0.0 in production.',
    },
    {
      names: ['-e', '--environment'],
      value: 'name',
      what: 'The Rails environment. `RAILS_ENV` counts without it.',
    },
    { names: ['-u', '--using'], value: 'server', what: 'The server to start.' },
    { names: ['-P', '--pid'], value: 'file', what: 'Where the PID file goes. No runner needs one.' },
    {
      names: ['-d', '--daemon'],
      what: 'Detaches from the terminal, so that its runner loses it. Leave it out in a Procfile.',
    },
  ],
});
