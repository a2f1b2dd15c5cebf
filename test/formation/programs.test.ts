import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { programsOf } from '../../formation/node/programs';

describe('the programs of a process', () => {
  it('are its own and those it has started, by the names of their executables', async () => {
    const script = 'process.stdout.write("up"); process.stdin.resume();';
    const shell = spawn('/bin/sh', ['-c', `"${process.execPath}" -e '${script}'; true`], { stdio: 'pipe' });
    await once(shell.stdout, 'data');
    const [first, ...below] = await programsOf(shell.pid ?? 0);
    assert.deepEqual([first?.pid, first?.depth], [shell.pid, 0]);
    assert.ok(below.some(({ name, depth, pid }) => name === 'node' && depth === 1 && pid !== shell.pid));
    shell.stdin.end();
    await once(shell, 'close');
  });

  it('are none where no such process runs', async () => {
    const child = spawn(process.execPath, ['-e', ''], { stdio: 'ignore' });
    await once(child, 'close');
    assert.deepEqual(await programsOf(child.pid ?? 0), []);
  });
});
