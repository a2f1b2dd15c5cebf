import assert from 'node:assert/strict';
import { tmpdir } from 'node:os';
import { versionOf } from '../../formation/node/version-of';
import { UntrustedWorkspaceError } from '../../formation/world';

describe('the version that a program tells', () => {
  it('is what it says, or nothing where it is not there or fails', async () => {
    assert.equal(await versionOf([process.execPath, '--version'], tmpdir(), true), process.version);
    assert.equal(await versionOf(['no-such-program-here', '--version'], tmpdir(), true), undefined);
    assert.equal(await versionOf([process.execPath, '-e', 'process.exit(3)'], tmpdir(), true), undefined);
    const toStderr = "process.stderr.write('1.2')";
    assert.equal(await versionOf([process.execPath, '-e', toStderr], tmpdir(), true), '1.2');
  });

  it('is not asked for where the workspace is not trusted', () => {
    assert.throws(() => versionOf([process.execPath, '--version'], tmpdir(), false), UntrustedWorkspaceError);
  });
});
