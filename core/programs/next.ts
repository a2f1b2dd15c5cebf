import { defineGuide } from '../program-guide';

export default defineGuide({
  names: ['next start', 'next'],
  what: 'Serves a built Next.js app.',
  docs: 'https://nextjs.org/docs/app/api-reference/cli/next',
  port: { readsPort: true, options: ['-p', '--port'], otherwise: 3000 },
  options: [
    {
      names: ['-p', '--port'],
      value: 'port',
      usual: '$PORT',
      what: 'The port to listen on. `PORT` counts without it.',
    },
    {
      names: ['-H', '--hostname'],
      value: 'address',
      usual: '0.0.0.0',
      what: 'The address to listen on; all without it.',
    },
    { names: ['--keepAliveTimeout'], value: 'milliseconds', what: 'Closes idle connections after so long.' },
  ],
});
