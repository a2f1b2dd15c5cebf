import assert from 'node:assert/strict';
import type { LogLine } from '../../formation/model';
import { colourOf, type OpenLine, type PainterOptions, paint } from '../../formation/prefix';

const at = new Date(2026, 0, 2, 3, 4, 5).getTime();
const options: PainterOptions = { types: ['web', 'worker'], ids: ['web.1', 'worker.10'], colour: false };

function line(id: string, text: string, part: Partial<LogLine> = {}): LogLine {
  return { sequence: 1, id, at, stream: 'stdout', text, complete: true, ...part };
}

function paintAll(lines: readonly LogLine[], with_: PainterOptions = options): string {
  let open: OpenLine;
  let all = '';
  for (const next of lines) {
    const [text, left] = paint(open, next, with_);
    all += text;
    open = left;
  }
  return all;
}

describe('paint', () => {
  it('pads names to the longest', () => {
    assert.equal(
      paintAll([line('web.1', 'hello'), line('worker.10', 'busy', { stream: 'stderr' })]),
      '03:04:05 web.1     | hello\n03:04:05 worker.10 | busy\n',
    );
  });

  it('continues an unfinished line without a second prefix', () => {
    const lines = [line('web.1', 'name> ', { complete: false }), line('web.1', 'Ada')];
    assert.equal(paintAll(lines), '03:04:05 web.1     | name> Ada\n');
  });

  it('breaks an unfinished line off where another one comes between', () => {
    const lines = [
      line('web.1', 'name> ', { complete: false }),
      line('worker.10', 'tick'),
      line('web.1', 'Ada'),
    ];
    assert.equal(
      paintAll(lines),
      '03:04:05 web.1     | name> \n03:04:05 worker.10 | tick\n03:04:05 web.1     | Ada\n',
    );
  });

  it('colours the prefix by process type and resets what the text has set', () => {
    const coloured = { ...options, colour: true, eol: '\r\n' };
    assert.equal(
      paintAll([line('worker.10', '\u001b[31mred'), line('web.1', 'plain')], coloured),
      '\u001b[33m03:04:05 worker.10 | \u001b[0m\u001b[31mred\u001b[0m\r\n' +
        '\u001b[36m03:04:05 web.1     | \u001b[0mplain\r\n',
    );
  });

  it('gives all instances of a type one colour and neighbours different ones', () => {
    const types = Array.from({ length: 12 }, (_, index) => `type-${index}`);
    const colours = types.map((type) => colourOf(`${type}.1`, types));
    assert.equal(colourOf('type-3.7', types), colours[3]);
    assert.ok(colours.every((colour, index) => colour !== colours[index + 1]));
    assert.equal(colourOf('unknown.1', types), colours[0]);
  });
});
