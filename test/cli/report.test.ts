import assert from 'node:assert/strict';
import { join } from 'node:path';
import { reportOn, twelveFactor, twelveFactorInColour } from '../harness/command-line';
import {
  loggingApp,
  logsToFile,
  logsToStdout,
  logsWhereToldTo,
  manifest,
  procfile,
} from '../harness/logging-app';
import { inTempFolder } from '../harness/temp-folder';

const ESCAPE = '\u001b';

describe('the report of twelve-factor check', () => {
  describe('as JSON', () => {
    it('prints one object of exactly the documented shape', async () => {
      await inTempFolder(loggingApp({ 'lib/web.js': logsToFile }), async (root) => {
        const { code, out, err } = await twelveFactor('check', root, '--format', 'json');
        const bytes = logsToFile.length + manifest.length + procfile.length;
        const message =
          'winston.transports.File writes the log to a file. Write it to stdout and let the environment collect it.';
        assert.deepEqual(JSON.parse(out), {
          version: '1.2.3',
          root,
          findings: [
            {
              path: 'lib/web.js',
              line: 2,
              column: 18,
              endLine: 2,
              endColumn: 70,
              rule: 'logs/file-handler',
              factor: 11,
              severity: 'warning',
              message,
              fixable: true,
            },
          ],
          summary: { files: 3, bytes, seconds: 0 },
        });
        assert.deepEqual({ code, err }, { code: 1, err: '' });
      });
    });

    it('prints it where nothing is found, too', async () => {
      await inTempFolder({}, async (root) => {
        const { code, out } = await twelveFactor('check', root, '--format', 'json');
        const summary = { files: 0, bytes: 0, seconds: 0 };
        assert.deepEqual(JSON.parse(out), { version: '1.2.3', root, findings: [], summary });
        assert.equal(code, 0);
      });
    });

    it('makes the root absolute', async () => {
      await inTempFolder(loggingApp(), async (root) => {
        assert.equal((await reportOn(join(root, 'x', '..'))).root, root);
      });
    });

    it('orders findings by path, then by place', async () => {
      const twice = `${logsToFile}export const u = new winston.transports.File({ filename: 'b.log' });\n`;
      await inTempFolder(
        loggingApp({ 'b.js': twice, 'a/z.js': logsToFile, 'B.js': logsToFile }),
        async (root) => {
          const places = (await reportOn(root)).findings.map(({ path, line }) => `${path}:${line}`);
          assert.deepEqual(places, ['B.js:2', 'a/z.js:2', 'b.js:2', 'b.js:3']);
        },
      );
    });
  });

  describe('counts columns', () => {
    const place = async (content: string | Buffer, path = 'web.js'): Promise<number[][]> =>
      inTempFolder(loggingApp({ [path]: content }), async (root) =>
        (await reportOn(root)).findings.map((one) => [one.line, one.column, one.endLine, one.endColumn]),
      );

    it('with CRLF and lone CR line ends', async () => {
      assert.deepEqual(await place(logsToFile.replaceAll('\n', '\r\n')), [[2, 18, 2, 70]]);
      assert.deepEqual(await place(`// a\r${logsToFile}`), [[3, 18, 3, 70]]);
    });

    it('in UTF-16 units, past an emoji', async () => {
      assert.deepEqual(await place(logsToFile.replace('export', '/*😀é*/ export')), [[2, 26, 2, 78]]);
    });

    it('without the byte order mark', async () => {
      const one = `\ufeff${logsToFile.replace('\n', ' ')}`;
      assert.deepEqual(await place(one), [[1, 49, 1, 101]]);
      assert.deepEqual(await place(Buffer.from(one, 'utf16le')), [[1, 49, 1, 101]]);
    });

    it('over several lines', async () => {
      assert.deepEqual(await place(logsToFile.replace('{ ', '{\n  ')), [[2, 18, 3, 25]]);
    });
  });

  describe('as text', () => {
    it('prints a line a finding and then how many there are', async () => {
      await inTempFolder(loggingApp({ 'a.js': logsToFile, 'b.js': logsWhereToldTo }), async (root) => {
        const { out } = await twelveFactor('check', root);
        const said = 'writes the log to a file. Write it to stdout and let the environment collect it.';
        assert.equal(
          out,
          [
            `a.js:2:18: warning: winston.transports.File ${said} [logs/file-handler]`,
            `b.js:2:18: information: winston.transports.File ${said} [logs/file-handler]`,
            '',
            '2 findings: 1 warning, 1 information. 2 can be repaired in the editor. 4 files checked in 0.00 s.',
            '',
          ].join('\n'),
        );
      });
    });

    it('says so where nothing is found, and where there is nothing to check', async () => {
      const clean3 = 'No findings. 3 files checked in 0.00 s.\n';
      assert.equal(
        (await inTempFolder(loggingApp({ 'a.js': logsToStdout }), (root) => twelveFactor('check', root))).out,
        clean3,
      );
      const nothing = await inTempFolder({ 'notes.pdf': 'x' }, (root) => twelveFactor('check', root));
      assert.match(nothing.out, /^Nothing to check/);
      assert.equal(nothing.code, 0);
    });

    it('colours only where the terminal shows colours', async () => {
      await inTempFolder(loggingApp({ 'a.js': logsToFile }), async (root) => {
        assert.ok(!(await twelveFactor('check', root)).out.includes(ESCAPE));
        assert.ok(
          (await twelveFactorInColour('check', root)).out.includes(`${ESCAPE}[33mwarning${ESCAPE}[0m`),
        );
        assert.ok(!(await twelveFactorInColour('check', root, '--format', 'json')).out.includes(ESCAPE));
      });
    });

    if (process.platform !== 'win32') {
      it('lets no control character of a file name through', async () => {
        await inTempFolder(loggingApp({ [`a${ESCAPE}[2J\nb.js`]: logsToFile }), async (root) => {
          const [first] = (await twelveFactor('check', root)).out.split('\n');
          assert.match(first ?? '', /^a\ufffd\[2J\ufffdb\.js:2:18: warning/);
        });
      });
    }
  });
});
