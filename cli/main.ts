import { fileURLToPath } from 'node:url';
import { grammarHost } from '../host/grammars';
import { version } from '../package.json';
import { run } from './program';
import { processTerminal } from './terminal';

const grammars = grammarHost(fileURLToPath(new URL('grammars', import.meta.url)));

void run(process.argv.slice(2), version, grammars, processTerminal()).then((code) => {
  process.exitCode = code;
});
