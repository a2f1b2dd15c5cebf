import assert from 'node:assert/strict';
import { plainText } from '../../../client/output/plain-text';
import { logLine } from '../../harness/session-world';

const all = () => true;
/** Without the times. */
const bare = (text: string) => text.replaceAll(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d /gm, '');

describe('output as plain text', () => {
  it('has time, process and text in each line', () => {
    const text = plainText([logLine(1, 'web.1', 'up'), logLine(2, 'worker.1', 'busy')], all);
    assert.match(text, /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d web\.1 {4}\| up$/m);
    assert.equal(bare(text), 'web.1    | up\nworker.1 | busy\n');
  });

  it('has no colours, cursor movements or links', () => {
    const line =
      '\u001b[31mred\u001b[0m \u001b[38;2;1;2;3mtrue\u001b[m \u001b]8;;http://x\u0007link\u001b]8;;\u0007\u001b[2K';
    assert.equal(bare(plainText([logLine(1, 'web.1', line)], all)), 'web.1 | red true link\n');
  });

  it('joins the pieces of a line and ends those that others break off', () => {
    const lines = [
      logLine(1, 'web.1', 'one ', { complete: false }),
      logLine(2, 'web.1', 'line'),
      logLine(3, 'web.1', 'prompt> ', { complete: false }),
      logLine(4, 'worker.1', 'busy'),
      logLine(5, 'web.1', 'last', { complete: false }),
    ];
    assert.equal(
      bare(plainText(lines, all)),
      'web.1    | one line\nweb.1    | prompt> \nworker.1 | busy\nweb.1    | last\n',
    );
  });

  it('holds what is chosen alone', () => {
    const lines = [logLine(1, 'web.1', 'a'), logLine(2, 'worker.1', 'b')];
    assert.equal(bare(plainText(lines, (id) => id.startsWith('web'))), 'web.1 | a\n');
    assert.equal(
      plainText(lines, () => false),
      '',
    );
  });
});
