import { property } from '../../../facts/values';
import type { Api } from '../../../rule';
import { fs } from '../shared/node-fs';
import { appends } from './modes';
import { write } from './write';

const JS_LOGGERS =
  /^(?:morgan|winston|pino|bunyan|log4js|sonic-boom|rotating-file-stream|file-stream-rotator|signale)$/;

const apis: readonly Api[] = [
  write({ calls: ['fs.appendFileSync', 'fs-extra.appendFileSync'], print: 'process.stdout.write' }),
  write({ calls: fs('appendFile') }),
  write({
    calls: fs('writeFile', 'writeFileSync', 'createWriteStream', 'open', 'openSync'),
    unless: JS_LOGGERS,
    when: (call) => {
      const options = call.args[1]?.value;
      return appends(property(options, 'flags') ?? property(options, 'flag') ?? options);
    },
  }),
  write({
    calls: ['Deno.writeTextFile', 'Deno.writeTextFileSync'],
    global: true,
    when: (call) => {
      const append = property(call.args[2]?.value, 'append');
      return append?.kind === 'boolean' && append.value;
    },
  }),
];

export default apis;
