import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { truncateSync } from 'node:fs';
import { join } from 'node:path';
import { MOST_BYTES } from '../../core/limits';
import { namesIn, type Reading, readText } from '../../host/read';
import { inTempFolder } from '../harness/temp-folder';

function reading(content: string | Buffer, mostBytes?: number): Promise<Reading> {
  return inTempFolder({ file: content }, (root) => readText(join(root, 'file'), mostBytes));
}

function utf16(text: string, bigEndian: boolean): Buffer {
  const bytes = Buffer.from(`\ufeff${text}`, 'utf16le');
  return bigEndian ? bytes.swap16() : bytes;
}

describe('readText', () => {
  it('reads UTF-8', async () => {
    assert.deepEqual(await reading('a = "é😀"\r\n'), { text: 'a = "é😀"\r\n', bytes: 14 });
  });

  it('reads an empty file', async () => {
    assert.deepEqual(await reading(''), { text: '', bytes: 0 });
  });

  it('takes the byte order mark off', async () => {
    assert.deepEqual(await reading('\ufeffA=1\n'), { text: 'A=1\n', bytes: 7 });
    assert.deepEqual(await reading('\ufeff'), { text: '', bytes: 3 });
  });

  it('reads UTF-16 of both byte orders', async () => {
    for (const bigEndian of [false, true]) {
      assert.deepEqual(await reading(utf16('A=é😀', bigEndian)), { text: 'A=é😀', bytes: 12 });
    }
  });

  it('drops half a character at the end of UTF-16', async () => {
    for (const bigEndian of [false, true]) {
      const cut = utf16('AB', bigEndian).subarray(0, 5);
      assert.deepEqual(await reading(cut), { text: 'A', bytes: 5 });
    }
  });

  it('keeps on through bytes that are not UTF-8', async () => {
    assert.deepEqual(await reading(Buffer.from([65, 0xff, 66, 0xc3])), { text: 'A\ufffdB\ufffd', bytes: 4 });
  });

  it('knows a binary file by a NUL in its first 8 kB', async () => {
    assert.deepEqual(await reading(Buffer.from([65, 0, 66])), { skipped: 'binary' });
    assert.deepEqual(await reading(`${'a'.repeat(8191)}\0`), { skipped: 'binary' });
    assert.deepEqual(await reading(`${'a'.repeat(8192)}\0`), { text: `${'a'.repeat(8192)}\0`, bytes: 8193 });
  });

  it('reads up to the limit and not a byte more', async () => {
    assert.deepEqual(await reading('12345', 5), { text: '12345', bytes: 5 });
    assert.deepEqual(await reading('123456', 5), { skipped: 'too large' });
    assert.deepEqual(await reading('a'.repeat(MOST_BYTES + 1)), { skipped: 'too large' });
  });

  it('does not read a file of 2 GB', async () => {
    await inTempFolder({ '.env': '' }, (root) => {
      truncateSync(join(root, '.env'), 2 ** 31);
      assert.deepEqual(readText(join(root, '.env')), { skipped: 'too large' });
    });
  });

  it('says what is missing', async () => {
    await inTempFolder({ file: 'x' }, (root) => {
      assert.deepEqual(readText(join(root, 'none')), { skipped: 'missing' });
      assert.deepEqual(readText(join(root, 'file/below')), { skipped: 'missing' });
    });
  });

  it('does not read folders', async () => {
    await inTempFolder({ '.env/x': '' }, (root) => {
      assert.deepEqual(readText(join(root, '.env')), { skipped: 'not a file' });
    });
  });

  if (process.platform !== 'win32') {
    it('opens neither fifos nor devices', async () => {
      await inTempFolder({}, (root) => {
        execFileSync('mkfifo', [join(root, 'Procfile')]);
        for (const path of [join(root, 'Procfile'), '/dev/zero']) {
          assert.deepEqual(readText(path), { skipped: 'not a file' });
        }
      });
    });
  }

  it('says where the system refuses', () => {
    assert.deepEqual(readText('n'.repeat(5000)), { skipped: 'unreadable' });
    assert.deepEqual(readText('nul\0'), { skipped: 'unreadable' });
  });
});

describe('namesIn', () => {
  it('names what lies in a folder, and nothing where there is none', () =>
    inTempFolder({ 'lib/a': '', 'lib/b/c': '' }, (root) => {
      assert.deepEqual([...namesIn(join(root, 'lib'))].sort(), ['a', 'b']);
      assert.deepEqual(namesIn(join(root, 'lib/a')), []);
      assert.deepEqual(namesIn(join(root, 'none')), []);
    }));
});
