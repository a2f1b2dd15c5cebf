import { baseName, type Launcher, splitOptions, within } from './launch';

const valued = new Set(['-c', '-d', '-S', '-t', '-f', '-z', '-B', '-R', '-F', '-E']);
const xdebug = ['-dxdebug.mode=debug', '-dxdebug.start_with_request=yes', `-dxdebug.client_port=\${port}`];

/** PHP programs by Xdebug: the built-in server, `artisan`, and scripts. */
export const php: Launcher = ({ words, folder }) => {
  const [first = '', ...rest] = words;
  if (!/^php[\d.]*$/.test(baseName(first))) return undefined;
  const [options, [file, ...args]] = splitOptions(rest, valued);
  const serves = options.includes('-S');
  if (file === undefined && !serves) return undefined;
  const attributes = {
    program: file === undefined ? '' : within(folder, file),
    args,
    runtimeArgs: [...xdebug, ...options],
    port: 0,
    // `artisan serve` starts a server of its own, which hears of the debugger by its environment.
    env: { XDEBUG_MODE: 'debug', XDEBUG_CONFIG: `client_port=\${port}` },
    ...(first !== 'php' && { runtimeExecutable: first }),
  };
  return { runtime: 'php', ways: [{ type: 'php', attributes }] };
};
