import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { BASELINE_FILE } from '../../core/lint/baseline-file';
import { reportOn, twelveFactor } from '../harness/command-line';
import { loggingApp, logsToFile } from '../harness/logging-app';
import { type Files, inTempFolder } from '../harness/temp-folder';

const app: Files = loggingApp({ 'a.js': logsToFile, 'b.js': logsToFile });

/** A folder whose findings are recorded. */
function recorded(use: (root: string) => Promise<void>, files: Files = app): Promise<void> {
  return inTempFolder(files, async (root) => {
    const { code, out } = await twelveFactor('check', root, '--baseline');
    assert.equal(code, 0);
    assert.match(out, /^\d+ findings? recorded in \.twelvefactor-baseline\.json\.\n$/);
    await use(root);
  });
}

describe('twelve-factor check with a baseline', () => {
  it('shows only what is new', () =>
    recorded(async (root) => {
      const quiet = await twelveFactor('check', root);
      assert.equal(quiet.code, 0);
      assert.match(quiet.out, /^No findings\. .*\n2 findings of the baseline not shown\.\n$/);
      writeFileSync(join(root, 'c.js'), logsToFile);
      assert.deepEqual(
        (await reportOn(root)).findings.map(({ path }) => path),
        ['c.js'],
      );
      assert.equal((await twelveFactor('check', root)).code, 1);
      assert.equal(
        (await twelveFactor('check', root, '--no-baseline', '--format', 'json')).out.split('"rule"').length,
        4,
      );
    }));

  it('holds across moves of lines, and counts what stands twice', () =>
    recorded(async (root) => {
      writeFileSync(join(root, 'a.js'), `// one\n\n// two\n${logsToFile}`);
      assert.deepEqual((await reportOn(root)).findings, []);
      const last = logsToFile.trim().split('\n').at(-1) ?? '';
      writeFileSync(join(root, 'a.js'), `${logsToFile}\n${last}\n`);
      assert.equal((await reportOn(root)).findings.length, 1);
    }));

  it('tells what is gone, and takes it out when asked', () =>
    recorded(async (root) => {
      writeFileSync(join(root, 'a.js'), '');
      const { code, out } = await twelveFactor('check', root);
      assert.equal(code, 0);
      assert.match(
        out,
        /1 finding of the baseline is gone\. Run twelve-factor check --prune-baseline:\n {2}a\.js \[logs\/file-handler\]\n$/,
      );
      assert.deepEqual((await reportOn(root)).baseline, {
        known: 1,
        gone: [{ path: 'a.js', rule: 'logs/file-handler', count: 1 }],
      });
      writeFileSync(join(root, 'c.js'), logsToFile);
      const pruned = await twelveFactor('check', root, '--prune-baseline');
      assert.equal(pruned.out, '1 finding recorded in .twelvefactor-baseline.json, 1 taken out.\n');
      const { baseline, findings } = await reportOn(root);
      assert.deepEqual([baseline, findings.length], [{ known: 1, gone: [] }, 1]);
    }));

  it('has the same file for the same findings, without any value', async () => {
    const canary = ['Zq8', 'canary', 'w3RtY', '71'].join('-');
    const files = {
      '.env': `API_KEY=${canary}\nAPI_KEY=${canary}2\n`,
      'a.js': `const apiKey = '${canary}';\nconst db = 'postgres://me:${canary}@db.internal/x';\nconnect(apiKey, db);\n`,
      'b.py': `PASSWORD = "${canary}"\nDB = "redis://:${canary}@cache:6379/0"\n`,
    };
    await recorded(
      async (root) => {
        const text = readFileSync(join(root, BASELINE_FILE), 'utf8');
        assert.doesNotMatch(text, /canary/);
        assert.deepEqual(Object.keys(JSON.parse(text)), ['version', 'findings']);
        // Another value in the same place leaves it the same: no hash is made of one.
        for (const [path, content] of Object.entries(files))
          writeFileSync(join(root, path), content.replaceAll(canary, `Other-${canary}`));
        await twelveFactor('check', root, '--baseline');
        assert.equal(readFileSync(join(root, BASELINE_FILE), 'utf8'), text);
      },
      loggingApp({ ...files, 'c.js': logsToFile }),
    );
  });

  it('does not run with one that cannot be read', async () => {
    for (const [text, reason] of [
      ['', 'it holds no baseline'],
      ['{ "version": 1, "findings": ', 'it holds no baseline'],
      ['[]', 'it holds no baseline'],
      ['{ "version": 9 }', 'another version of Twelve-Factor wrote it; record it again'],
      ['\0', 'it is binary'],
    ]) {
      await inTempFolder({ ...app, [BASELINE_FILE]: text ?? '' }, async (root) => {
        const { code, out, err } = await twelveFactor('check', root);
        assert.deepEqual({ code, out }, { code: 2, out: '' });
        assert.equal(err, `twelve-factor: .twelvefactor-baseline.json cannot be used: ${reason}.\n`);
      });
    }
    await inTempFolder(app, async (root) => {
      const { code, err } = await twelveFactor('check', root, '--prune-baseline');
      assert.deepEqual(
        [code, err],
        [2, 'twelve-factor: There is no .twelvefactor-baseline.json to take anything out of.\n'],
      );
    });
  });

  it('takes odd entries for nothing', async () => {
    const odd =
      '{ "version": 1, "findings": { "a.js": { "logs/file-handler": 5, "x": ["y"] }, "b.js": [], "c.js": null } }';
    await inTempFolder({ ...app, [BASELINE_FILE]: odd }, async (root) => {
      const { findings, baseline } = await reportOn(root);
      assert.equal(findings.length, 2);
      assert.deepEqual(baseline?.gone, [{ path: 'a.js', rule: 'x', count: 1 }]);
    });
  });
});
