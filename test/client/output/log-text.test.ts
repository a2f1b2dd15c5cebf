import assert from 'node:assert/strict';
import { stripVTControlCharacters } from 'node:util';
import { LogText } from '../../../client/output/log-text';
import { logLine } from '../../harness/session-world';

const names = { types: ['web', 'worker'], ids: ['web.1', 'worker.1'] };
/** Without colours and times. */
const plain = (text: string) => stripVTControlCharacters(text).replaceAll(/\d\d:\d\d:\d\d /g, '');

describe('output as terminal text', () => {
  it('merges processes under prefixes of one width, each line ended for a terminal', () => {
    const log = new LogText();
    const text = log.write([logLine(1, 'web.1', 'up'), logLine(2, 'worker.1', 'busy')], names);
    assert.equal(plain(text), 'web.1    | up\r\nworker.1 | busy\r\n');
    assert.notEqual(stripVTControlCharacters(text), text);
  });

  it('writes each line once, however held and live lines overlap', () => {
    const log = new LogText();
    const lines = [logLine(1, 'web.1', 'a'), logLine(2, 'web.1', 'b'), logLine(3, 'web.1', 'c')];
    const texts = [log.write(lines.slice(0, 2), names), log.write(lines.slice(1), names)];
    assert.equal(plain(texts.join('')), 'web.1    | a\r\nweb.1    | b\r\nweb.1    | c\r\n');
  });

  it('goes on with an open line across writes', () => {
    const log = new LogText();
    const first = log.write([logLine(1, 'web.1', 'prompt> ', { complete: false })], names);
    const second = log.write([logLine(2, 'web.1', 'yes')], names);
    assert.equal(plain(first + second), 'web.1    | prompt> yes\r\n');
  });

  it('of one process has its lines alone and no prefix', () => {
    const log = new LogText({ id: 'web.1' });
    const lines = [
      logLine(1, 'web.1', 'one'),
      logLine(2, 'worker.1', 'other'),
      logLine(3, 'web.1', 'half', { complete: false }),
      logLine(4, 'web.1', 'warning', { stream: 'stderr' }),
      logLine(5, 'web.1', 'exited with code 0', { stream: 'system' }),
    ];
    assert.equal(plain(log.write(lines, names)), 'one\r\nhalf\r\nwarning\r\nexited with code 0\r\n');
  });

  it('leaves out the processes that are filtered, and the times where they are not wanted', () => {
    const log = new LogText({ includes: (id) => id.startsWith('web'), timestamps: false });
    const lines = [logLine(1, 'web.1', 'one'), logLine(2, 'worker.1', 'other'), logLine(3, 'web.1', 'two')];
    assert.equal(stripVTControlCharacters(log.write(lines, names)), 'web.1    | one\r\nweb.1    | two\r\n');
    assert.equal(log.last, 3);
  });

  it('begins after the lines that were cleared', () => {
    const log = new LogText({}, 1);
    assert.equal(
      plain(log.write([logLine(1, 'web.1', 'a'), logLine(2, 'web.1', 'b')], names)),
      'web.1    | b\r\n',
    );
  });
});
