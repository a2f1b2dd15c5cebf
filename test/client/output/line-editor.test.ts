import assert from 'node:assert/strict';
import { LineEditor } from '../../../client/output/line-editor';

/** What was sent after all of it was typed. */
function sent(...input: string[]): string {
  const editor = new LineEditor();
  return input.map((data) => editor.type(data).send).join('|');
}

describe('a line typed for a process on a pipe', () => {
  it('is echoed as it is typed and sent when it is complete', () => {
    const editor = new LineEditor();
    assert.deepEqual(editor.type('ne'), { echo: 'ne', send: '', interrupt: false });
    assert.deepEqual(editor.type('xt\r'), { echo: 'xt\r\n', send: 'next\n', interrupt: false });
  });

  it('can be mended', () => {
    assert.equal(sent('nexx\u007ft\r'), 'next\n');
    assert.equal(sent('quit\u0015next\r'), 'next\n');
    assert.equal(sent('\u007f\u007fa\r'), 'a\n');
    assert.equal(sent('a😀\u007fb\r'), 'ab\n');
    assert.equal(new LineEditor().type('ab\u007f').echo, 'ab\b \b');
  });

  it('may be pasted, several lines at once', () => assert.equal(sent('a\r\nb\nc\r'), 'a\nb\nc\n'));

  it('is sent without its end by Ctrl+D', () => assert.equal(sent('y\u0004'), 'y'));

  it('is dropped by Ctrl+C, which is told', () => {
    const editor = new LineEditor();
    assert.deepEqual(editor.type('abc\u0003'), { echo: 'abc^C\r\n', send: '', interrupt: true });
    assert.equal(editor.type('\r').send, '\n');
  });

  it('holds nothing of arrow and function keys', () => {
    assert.equal(sent('a\u001b[Ab\u001b[1;5Dc\u001bOPd\u001b[3~\r'), 'abcd\n');
  });
});
