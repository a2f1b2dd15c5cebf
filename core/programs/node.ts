import { defineGuide } from '../program-guide';

export default defineGuide({
  names: ['node'],
  what: 'Runs a JavaScript file.',
  docs: 'https://nodejs.org/docs/latest/api/cli.html',
  options: [
    {
      names: ['--max-old-space-size'],
      value: 'MiB',
      what: 'The most memory that the heap takes; set it below the process’s limit.',
    },
    { names: ['--enable-source-maps'], what: 'Gives stack traces in the places of the sources.' },
    { names: ['--require', '-r'], value: 'module', what: 'Loads a module before the file.' },
    { names: ['--import'], value: 'module', what: 'Loads an ES module before the file.' },
    {
      names: ['--env-file'],
      value: 'file',
      what: 'Reads environment variables from a file. The deploy’s own environment is the better place.',
    },
    { names: ['--trace-warnings'], what: 'Says where each warning comes from.' },
    {
      names: ['--unhandled-rejections'],
      value: 'mode',
      what: 'What an unhandled rejection does; `throw` by default.',
    },
    {
      names: ['--inspect'],
      value: 'address',
      what: 'Listens for a debugger. Whoever reaches it may run code: for development only.',
    },
    { names: ['--watch'], what: 'Restarts when files change. For development only.' },
  ],
});
