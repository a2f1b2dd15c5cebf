import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { reportOn, twelveFactor } from '../harness/command-line';
import { loggingApp, logsToFile, logsToStdout, logsWhereToldTo } from '../harness/logging-app';
import { type Files, inTempFolder } from '../harness/temp-folder';

async function pathsOf(files: Files): Promise<string[]> {
  return inTempFolder(loggingApp(files), async (root) =>
    (await reportOn(root)).findings.map(({ path }) => path),
  );
}

describe('twelve-factor check', () => {
  describe('ends with', () => {
    const code = async (content: string, ...options: string[]): Promise<number> =>
      inTempFolder(
        loggingApp({ 'a.js': content }),
        async (root) => (await twelveFactor('check', root, ...options)).code,
      );

    it('0 or 1 by the level given, a warning if none is', async () => {
      assert.equal(await code(logsToStdout), 0);
      assert.equal(await code(logsToFile), 1);
      assert.equal(await code(logsWhereToldTo), 0);
      assert.equal(await code(logsToFile, '--fail-on', 'error'), 0);
      assert.equal(await code(logsWhereToldTo, '--fail-on', 'information'), 1);
      assert.equal(await code(logsWhereToldTo, '--fail-on', 'hint'), 1);
    });

    it('2 and the reason where the folder cannot be checked', async () => {
      await inTempFolder({ file: '' }, async (root) => {
        const reasons: [string, RegExp][] = [
          [join(root, 'none'), /none does not exist\.\n$/],
          [join(root, 'file/below'), /does not exist\.\n$/],
          [join(root, 'file'), /file is not a folder\.\n$/],
          [join(root, 'n'.repeat(5000)), /cannot be read \(ENAMETOOLONG\)\.\n$/],
        ];
        for (const [folder, reason] of reasons) {
          const { code, out, err } = await twelveFactor('check', folder);
          assert.deepEqual({ code, out }, { code: 2, out: '' });
          assert.match(err, reason);
        }
      });
    });

    it('2 for a command line that it does not understand', async () => {
      for (const words of [
        ['check', '--fail-on', 'never'],
        ['check', '--format', 'xml'],
        ['check', '--x'],
        ['chekc'],
        [],
      ]) {
        const { code, out, err } = await twelveFactor(...words);
        assert.deepEqual({ words, code, out }, { words, code: 2, out: '' });
        assert.notEqual(err, '');
      }
    });
  });

  describe('looks at', () => {
    it('keys that git tracks, also where they are no text or where it is told to ignore them', async () => {
      const files = {
        '.gitignore': 'config/master.key\nown.p12\n',
        'config/master.key': '4f1c9d20b7a35e8866d1f0a2c47be953\n',
        'shop.p12': '\0\u0001keys\0',
        'own.p12': '\0\u0001keys\0',
      };
      await inTempFolder(loggingApp(files), async (root) => {
        const git = (...args: string[]) => execFileSync('git', args, { cwd: root, stdio: 'pipe' });
        git('init', '--quiet');
        git('add', '--force', 'config/master.key', 'shop.p12');
        const { findings } = await reportOn(root);
        assert.deepEqual(
          findings.map(({ rule, path, line, severity }) => ({ rule, path, line, severity })),
          [
            { rule: 'config/secret-in-tracked-file', path: 'config/master.key', line: 1, severity: 'error' },
            { rule: 'config/secret-in-tracked-file', path: 'shop.p12', line: 1, severity: 'warning' },
          ],
        );
      });
    });

    it('what git does not ignore', async () => {
      const files = {
        '.gitignore': 'build/\n*.old.js\n',
        'build/a.js': logsToFile,
        'b.old.js': logsToFile,
        'c.js': logsToFile,
      };
      assert.deepEqual(await pathsOf(files), ['c.js']);
    });

    it('nothing that was installed', async () => {
      const files = {
        'node_modules/a.js': logsToFile,
        'env/pyvenv.cfg': '',
        'env/a.js': logsToFile,
        'c.js': logsToFile,
      };
      assert.deepEqual(await pathsOf(files), ['c.js']);
    });

    it('each file once where folders link to one another', async () => {
      await inTempFolder(loggingApp({ 'a/x.js': logsToFile }), async (root) => {
        mkdirSync(join(root, 'b'));
        symlinkSync('../a', join(root, 'b/a'));
        symlinkSync('../b', join(root, 'a/b'));
        assert.deepEqual(
          (await reportOn(root)).findings.map(({ path }) => path),
          ['a/x.js'],
        );
      });
    });

    it('no binary file and no file of another kind', async () => {
      assert.deepEqual(
        await pathsOf({ 'a.js': `${logsToFile}\0`, 'b.js/c.js': logsToFile, 'd.txt': logsToFile }),
        ['b.js/c.js'],
      );
    });

    if (process.platform !== 'win32') {
      it('no fifo, whatever its name', async () => {
        await inTempFolder(loggingApp({ 'c.js': logsToFile }), async (root) => {
          for (const name of ['.env', 'Procfile.dev', 'a.js']) execFileSync('mkfifo', [join(root, name)]);
          assert.equal((await reportOn(root)).findings.length, 1);
        });
      });
    }

    it('no code file over 512 kB, and says so', async () => {
      await inTempFolder(loggingApp({ 'a.js': logsToFile + '\n'.repeat(512 * 1024) }), async (root) => {
        const { code, err } = await twelveFactor('check', root);
        assert.deepEqual({ code, err }, { code: 0, err: 'Not checked: a.js (too large)\n' });
      });
    });
  });

  describe('by its config file', () => {
    const withConfig = (config: string): Promise<{ code: number; out: string; err: string }> =>
      inTempFolder(loggingApp({ 'a.js': logsToFile, '.twelvefactor.json': config }), (root) =>
        twelveFactor('check', root),
      );

    it('silences a rule or a group, and changes severities', async () => {
      assert.equal((await withConfig('{ "rules": { "logs/*": "off" } }')).code, 0);
      assert.match((await withConfig('{ "rules": { "logs/file-handler": "error" } }')).out, /: error: /);
    });

    it('takes comments, a trailing comma and an empty file', async () => {
      assert.equal((await withConfig('{ // quiet\n "rules": { "logs/*": "hint", }, }')).code, 0);
      assert.equal((await withConfig('')).code, 1);
    });

    it('does not run with one that cannot be read', async () => {
      const { code, out, err } = await withConfig('{\n  "rules": { "logs/*" "off" }\n}');
      assert.deepEqual({ code, out }, { code: 2, out: '' });
      assert.equal(
        err,
        'twelve-factor: .twelvefactor.json cannot be used: line 2, column 23: colon expected.\n',
      );
    });
  });

  it('never prints a value of an env file, nor a credential', async () => {
    const canary = ['Zq8', 'canary', 'w3RtY', '71'].join('-');
    const files = {
      '.env': `API_KEY=${canary}\nAPI_KEY=${canary}2\nBROKEN ${canary}\nURL=postgres://me:${canary}@db/x\n`,
      '.env.example': `API_KEY=${canary}\n`,
      '.env.production': `${canary}\n`,
      'a.js': `const apiKey = '${canary}';\nconst db = 'postgres://me:${canary}@db.internal/x';\nconnect(apiKey, db, process.env.API_KEY);\n`,
      'b.py': `PASSWORD = "${canary}"\nDB = "redis://:${canary}@cache:6379/0"\n`,
      Procfile: `web: API_KEY=${canary} node web.js\n`,
      '.twelvefactor.json': `{ "rules": { "${canary}": "${canary}" } }`,
    };
    await inTempFolder(loggingApp(files), async (root) => {
      for (const format of ['text', 'json']) {
        const { code, out, err } = await twelveFactor('check', root, '--format', format);
        assert.equal(code, 1);
        assert.doesNotMatch(out + err, /canary/);
      }
    });
  });
});
