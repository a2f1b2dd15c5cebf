import { baseName, type Launcher } from './launch';

const programs = new Set([
  'ruby',
  'rails',
  'rake',
  'puma',
  'unicorn',
  'unicorn_rails',
  'thin',
  'falcon',
  'rackup',
  'sidekiq',
  'resque',
  'good_job',
  'jobs',
  'delayed_job',
  'que',
  'clockwork',
  'shoryuken',
  'karafka',
  'racecar',
]);

/** Ruby programs by rdbg or Ruby LSP, which both take a whole command line. */
export const ruby: Launcher = ({ words, bundled }) => {
  const name = baseName(words[0] ?? '');
  if (!bundled && !programs.has(name) && !name.endsWith('.rb')) return undefined;
  const line = [...(bundled ? ['bundle', 'exec'] : []), ...(name.endsWith('.rb') ? ['ruby'] : []), ...words];
  const script = line.at(-1) ?? '';
  // rdbg needs a command and a script, and joins them.
  const command = line.length > 1 ? line.slice(0, -1).join(' ') : 'ruby -S';
  return {
    runtime: 'ruby',
    ways: [
      { type: 'rdbg', attributes: { command, script, args: [], askParameters: false, useBundler: bundled } },
      { type: 'ruby_lsp', attributes: { program: line.join(' ') } },
    ],
  };
};
