import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { twelveFactor } from '../harness/command-line';
import { inTempFolder } from '../harness/temp-folder';

const files = {
  Procfile: 'web: exec sleep 1000\nrelease: echo "$GREETING from release" > out\n',
  '.env': 'GREETING="hello  you"\n',
};

/** What the command wrote into `out`, and its exit code. */
async function wrote(...words: readonly string[]): Promise<[code: number, out: string]> {
  return inTempFolder(files, async (folder) => {
    const { code } = await twelveFactor('exec', '-d', folder, ...words);
    return [code, readFileSync(join(folder, 'out'), 'utf8')];
  });
}

describe('twelve-factor exec', () => {
  it('runs a command line in the environment of the formation', async () => {
    assert.deepEqual(await wrote('echo "$GREETING, $PS" > out; exit 3'), [3, 'hello  you, run.1\n']);
  });

  it('runs a program with its arguments as they are', async () => {
    const script = 'require("fs").writeFileSync("out", process.argv.slice(1).join("|"))';
    assert.deepEqual(await wrote('node', '-e', script, 'a b', '$GREETING', '--root'), [
      0,
      'a b|$GREETING|--root',
    ]);
  });

  it('runs a process type', async () => {
    assert.deepEqual(await wrote('release'), [0, 'hello  you from release\n']);
  });

  it('gives the exit code of a shell for a signal', async () => {
    assert.deepEqual(await wrote('echo > out; kill -TERM $$'), [143, '\n']);
  });

  it('says which program is not there', async () => {
    const { code, err } = await inTempFolder(files, (folder) => {
      return twelveFactor('exec', '-d', folder, './no-such-program', 'x');
    });
    assert.deepEqual([code, err], [2, 'twelve-factor: ./no-such-program was not found.\n']);
  });
});
