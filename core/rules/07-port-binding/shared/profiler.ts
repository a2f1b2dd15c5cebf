import type { CallFact } from '../../../facts/fact';
import { textOf } from '../../../facts/values';
import type { FileView } from '../../../rule';

const LOOPBACK = /^(?:localhost|127\.0\.0\.1|\[::1\]):/;

/** Go's profiler beside the app: its package adds itself to the default handler, which this machine alone is to reach. */
export function isProfiler({ args }: CallFact, { imports }: FileView): boolean {
  const [address, handler] = [args[0]?.value, args.at(-1)?.value];
  return (
    handler?.kind === 'null' &&
    LOOPBACK.test(textOf(address) ?? '') &&
    imports.some(({ module }) => module === 'net/http/pprof')
  );
}
