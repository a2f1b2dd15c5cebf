import { argumentAt } from '../../../facts/values';
import type { Api } from '../../../rule';
import { isChosenByDeploy, isLogFile } from '../shared/log-file';
import { appends } from './modes';
import { mode, write } from './write';

/** `Path("app.log").open("a")`. */
const opened: Api = {
  calls: ['*.open'],
  beside: ['pathlib'],
  receiver: true,
  breach: ({ args, receiver, range }) => {
    if (!receiver || !isLogFile(receiver) || !appends(argumentAt(args, 0, 'mode'))) return undefined;
    const soft = isChosenByDeploy(receiver) ? ({ severity: 'hint' } as const) : {};
    return { range, ...soft, repair: { opened: 'python' } };
  },
};

const apis: readonly Api[] = [
  opened,
  write({ calls: ['open'], global: true, when: mode(1, 'mode'), opened: 'python' }),
  write({ calls: ['io.open', 'codecs.open'], when: mode(1, 'mode'), opened: 'python' }),
  write({ calls: ['aiofiles.open'], when: mode(1, 'mode') }),
];

export default apis;
