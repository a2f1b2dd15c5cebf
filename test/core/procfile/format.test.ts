import assert from 'node:assert/strict';
import fc from 'fast-check';
import { formatProcfile } from '../../../core/procfile/format';
import { parseProcfile } from '../../../core/procfile/parse';
import { applyEdits } from '../../../core/text';

function format(text: string): string {
  return applyEdits(text, formatProcfile(text));
}

function said(text: string): unknown {
  const { processes, comments, problems } = parseProcfile(text);
  return [
    processes.map(({ name, command }) => [name, command.text]),
    comments.map(({ start, end }) => text.slice(start, end)),
    problems.map(({ code, message }) => [code, message]),
  ];
}

const pieces = fc
  .array(
    fc.constantFrom(
      ...[
        'web',
        'worker',
        ':',
        ': ',
        ':  ',
        ':\t',
        'web: a',
        'worker:   b',
        'x:c \\',
        ' ',
        '\t',
        '\n',
        '\r\n',
      ],
      ...[
        '\r',
        '#',
        '# note ',
        '"',
        "'",
        '$PORT',
        '\ufeff',
        '\v',
        '\u00a0',
        '\u2028',
        '\\',
        '<!-- x -->',
        'é',
      ],
    ),
    { maxLength: 16 },
  )
  .map((parts) => parts.join(''));

describe('formatProcfile', () => {
  it('puts one blank after each colon, or keeps commands in their column', () => {
    const cases: [string, string][] = [
      ['web:a\nworker:   b  \n', 'web: a\nworker: b\n'],
      ['web:    a\nworker: b', 'web:    a\nworker: b\n'],
      ['web:      a\nworker:   b\n', 'web:    a\nworker: b\n'],
      ['web:    a\nworker: b\nscheduler: c\n', 'web:       a\nworker:    b\nscheduler: c\n'],
      ['web:  a\napi:  b\n', 'web: a\napi: b\n'],
      ['# note  \r\n\r\nweb:\ta', '# note\r\n\r\nweb: a\r\n'],
      ['', ''],
      ['  ', ''],
    ];
    for (const [before, after] of cases) assert.equal(format(before), after, JSON.stringify(before));
  });

  it('leaves commands and lines that are no entries as they are', () => {
    for (const text of ['web: a  "b  c"\n', 'web : a\n', ' web: a\n', 'web: a \\ \n', '<!-- x -->\n']) {
      assert.equal(format(text), text, JSON.stringify(text));
    }
  });

  it('changes nothing that is read, and nothing the second time', () => {
    fc.assert(
      fc.property(fc.oneof(pieces, fc.string({ unit: 'binary' })), (text) => {
        const once = format(text);
        assert.deepEqual(said(once), said(text));
        assert.equal(format(once), once);
      }),
      { numRuns: 1500 },
    );
  });
});
