import { textOf } from '../../../facts/values';
import type { Api } from '../../../rule';
import { says } from '../shared/apis';
import { replacing } from '../shared/repairs';

export const php: readonly Api[] = [
  {
    calls: ['env'],
    global: true,
    breach: ({ args }, { path }) => {
      const fallback = args[1]?.value;
      if (textOf(args[0]?.value) !== 'SESSION_DRIVER' || !fallback || textOf(fallback) !== 'array')
        return undefined;
      if (!/(?:^|\/)config\/session\.php$/i.test(path)) return undefined;
      const { range } = fallback;
      return replacing(says('Laravel’s array driver', range), 'Keep sessions in Redis', range, "'redis'");
    },
  },
];
