import { baseName, type Found, type Launcher, splitOptions, type Way, within } from './launch';

const valued = new Set(['-tags', '-ldflags', '-gcflags', '-mod', '-modfile', '-p', '-exec', '-C']);

/** Go programs by Delve: `go run ./cmd/web`, or the binary of a module, which is built anew so that it matches its code. */
export const go: Launcher = ({ words, folder }, files) => {
  const [first = '', ...rest] = words;
  const name = baseName(first);
  if (name === 'go') {
    const [options, [target = '.', ...args]] = splitOptions(rest.slice(1), valued);
    if (rest[0] !== 'run') return undefined;
    const flags = options.filter((option) => option !== '-race').join(' ');
    return ofGo({ program: programOf(folder, target), args, ...(flags && { buildFlags: flags }) });
  }
  if (!files.has(within(folder, 'go.mod')) || !/^(?:\.\/)?(?:bin\/|tmp\/|build\/)?[\w.-]+$/.test(first))
    return undefined;
  const main = [`cmd/${name}`, 'cmd/web', 'cmd/server'].find((path) => files.has(within(folder, path)));
  const known = main?.endsWith(`/${name}`) || !files.has(within(folder, 'cmd'));
  if (!known && !files.has(within(folder, 'main.go'))) return undefined;
  return ofGo({ program: programOf(folder, main?.endsWith(`/${name}`) ? main : '.'), args: rest });
};

function programOf(folder: string, target: string): string {
  const path = target === '.' || target === './' ? folder : within(folder, target);
  return path === '' ? '.' : path;
}

function ofGo(attributes: Way['attributes']): Found | undefined {
  return {
    runtime: 'go',
    ways: [{ type: 'go', attributes: { mode: 'debug', console: 'internalConsole', ...attributes } }],
  };
}
