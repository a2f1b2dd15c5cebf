import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseProcfile } from '../../../core/procfile/parse';
import type { Range } from '../../../core/text';

const pieces = [
  'web',
  ':',
  ': ',
  ' ',
  '\t',
  '\n',
  '\r\n',
  '\r',
  '#',
  'a-b_C9',
  '$PORT',
  '"',
  "'",
  '\\',
  '//',
  'é',
  '\ufeff',
  '.',
];
const procfile = fc.array(fc.constantFrom(...pieces), { maxLength: 20 }).map((parts) => parts.join(''));

function entries(text: string): [string, string][] {
  return parseProcfile(text).processes.map((each) => [each.name, each.command.text]);
}

describe('parseProcfile', () => {
  it('reads process types and their commands', () => {
    const text =
      '# all\nweb: gunicorn app:app --bind :$PORT\n\n  # indented\nWORKER_1-a:cmd  \nrelease:\t./migrate # x\n';
    assert.deepEqual(entries(text), [
      ['web', 'gunicorn app:app --bind :$PORT'],
      ['WORKER_1-a', 'cmd'],
      ['release', './migrate # x'],
    ]);
    assert.deepEqual(parseProcfile(text).problems, []);
    assert.equal(parseProcfile(text).comments.length, 2);
  });

  it('reads past a byte order mark, CRLF and a missing final newline', () => {
    const text = '\ufeffweb: a\r\n\r\nworker: b';
    assert.deepEqual(entries(text), [
      ['web', 'a'],
      ['worker', 'b'],
    ]);
    assert.deepEqual(parseProcfile(text).problems, []);
  });

  it('gives each part its range', () => {
    const text = '\ufeff# c \nweb:  run me  \r\n';
    const [web] = parseProcfile(text).processes;
    const cut = (range: Range | undefined): string => text.slice(range?.start, range?.end);
    assert.equal(cut(web?.nameRange), 'web');
    assert.equal(cut(web?.command.range), 'run me');
    assert.equal(cut(web?.command.simple[0]?.words[1]?.range), 'me');
    assert.equal(cut(web?.range), 'web:  run me  ');
    assert.equal(cut(parseProcfile(text).comments[0]), '# c');
  });

  it('says what to do about each line that is no entry', () => {
    const cases: [string, string, RegExp][] = [
      ['web npm start', 'malformed', /colon .* missing/],
      ['web', 'malformed', /colon .* missing/],
      ['web : cmd', 'malformed', /blank before the colon/],
      ['  web: cmd', 'malformed', /first column/],
      ['we.b: cmd', 'malformed', /letters, digits/],
      ['// note', 'malformed', /comment with `#`/],
      [': cmd', 'malformed', /name: command/],
      ['web:', 'empty-command', /no command/],
      ['web:   ', 'empty-command', /no command/],
    ];
    for (const [text, code, message] of cases) {
      const { processes, problems } = parseProcfile(`a: b\n${text}\n`);
      assert.deepEqual([processes.length, problems.length, problems[0]?.code], [1, 1, code], text);
      assert.match(problems[0]?.message ?? '', message);
    }
  });

  it('keeps duplicates and reports all but the first', () => {
    const { processes, problems } = parseProcfile('web: a\nweb: b\n');
    assert.equal(processes.length, 2);
    assert.deepEqual(
      problems.map(({ code, range }) => [code, range]),
      [['duplicate', { start: 7, end: 10 }]],
    );
  });

  it("agrees with foreman's expression line by line, on random text", () => {
    const foreman = /^([A-Za-z0-9_-]+):\s*(.+)$/;
    const check = (text: string): void => {
      const lines = text.replace(/^\ufeff/, '').split(/\r\n|\r|\n/);
      const expected = lines.flatMap((line) => {
        const [, name = '', command = ''] = foreman.exec(line) ?? [];
        return command.replace(/[ \t]+$/, '') === '' ? [] : [[name, command.replace(/[ \t]+$/, '')]];
      });
      assert.deepEqual(entries(text), expected, JSON.stringify(text));
    };
    const plain = procfile.filter((text) => !text.slice(1).includes('\ufeff'));
    fc.assert(fc.property(plain, check), { numRuns: 5_000 });
  });

  it('accounts for each line, on random text', () => {
    const check = (text: string): void => {
      const { processes, comments, problems } = parseProcfile(text);
      const malformed = problems.filter(({ code }) => code !== 'duplicate');
      const blank = (line: string): boolean => /^[\s]*$/.test(line.replaceAll('\ufeff', 'x'));
      const lines = text
        .replace(/^\ufeff/, '')
        .split(/\r\n|\r|\n/)
        .filter((line) => !blank(line));
      assert.equal(processes.length + comments.length + malformed.length, lines.length, JSON.stringify(text));
    };
    fc.assert(fc.property(procfile, check), { numRuns: 2_000 });
  });
});
