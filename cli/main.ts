import { fileURLToPath } from 'node:url';
import { setFlagsFromString } from 'node:v8';
import { grammarHost } from '../host/grammars';
import { version } from '../package.json';
import { run } from './program';
import { processTerminal } from './terminal';

// The optimising compiler works for seconds on the lexers of some grammars, longer than a whole check takes.
setFlagsFromString('--liftoff-only');
const grammars = grammarHost(fileURLToPath(new URL('grammars', import.meta.url)));

void run(process.argv.slice(2), version, grammars, processTerminal()).then((code) => {
  process.exitCode = code;
});
