import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { Ajv } from 'ajv';
import type { Log, Result } from 'sarif';
import { reportOn, twelveFactor } from '../harness/command-line';
import { loggingApp, logsToFile } from '../harness/logging-app';
import { type Files, inTempFolder } from '../harness/temp-folder';

/** The schema of the standard, as Microsoft's matcher brings it. */
function schema(): object {
  const main = createRequire(import.meta.url).resolve('@microsoft/jest-sarif');
  const text = readFileSync(join(dirname(main), 'schemas', 'sarif-2.1.0-rtm.5.json'), 'utf8');
  const { $schema, id, ...rest } = JSON.parse(text);
  assert.match($schema, /draft-04/);
  return rest;
}

const ajv = new Ajv({ strict: false, validateFormats: false, allErrors: true, unicodeRegExp: false });
const isSarif = ajv.compile(schema());

async function sarifOf(root: string, ...options: string[]): Promise<Log> {
  const { out } = await twelveFactor('check', root, '--format', 'sarif', ...options);
  const log: Log = JSON.parse(out);
  assert.ok(isSarif(log), JSON.stringify(isSarif.errors?.slice(0, 3)));
  return log;
}

async function resultsOf(root: string, ...options: string[]): Promise<Result[]> {
  return (await sarifOf(root, ...options)).runs[0]?.results ?? [];
}

const files: Files = loggingApp({
  'a b/ä.js': logsToFile,
  'quiet.js': logsToFile.replace(
    /(?=[^\n]*\n?$)/,
    '// twelve-factor-ignore-file logs/file-handler -- the platform reads it\n',
  ),
});

describe('twelve-factor check --format sarif', () => {
  it('is refused by the schema where something is wrong, so that it proves something', () => {
    assert.equal(isSarif({ version: '2.1.0', runs: [{ tool: {} }] }), false);
    assert.equal(
      isSarif({ version: '2.1.0', runs: [{ tool: { driver: { name: 'a' } }, results: [{}] }] }),
      false,
    );
  });

  it('tells the same as the other formats of the example app', async () => {
    const folder = join('examples', 'storefront');
    const { findings } = await reportOn(folder);
    const log = await sarifOf(folder);
    const [run] = log.runs;
    assert.ok(run && findings.length > 5);
    const told = (run.results ?? []).map(
      ({ ruleId, ruleIndex, message, locations, relatedLocations, properties }) => {
        const physical = locations?.[0]?.physicalLocation;
        const { startLine, startColumn, endLine, endColumn } = physical?.region ?? {};
        assert.equal(run.tool.driver.rules?.[ruleIndex ?? -1]?.id, ruleId);
        return {
          path: physical?.artifactLocation?.uri,
          line: startLine,
          column: startColumn,
          endLine,
          endColumn,
          rule: ruleId,
          factor: properties?.factor,
          severity: properties?.severity,
          message: message.text,
          fixable: properties?.fixable,
          ...(relatedLocations
            ? {
                related: relatedLocations.map((one) => ({
                  path: one.physicalLocation?.artifactLocation?.uri,
                  line: one.physicalLocation?.region?.startLine,
                  column: one.physicalLocation?.region?.startColumn,
                  message: one.message?.text,
                })),
              }
            : {}),
        };
      },
    );
    assert.deepEqual(told, findings);
  });

  it('describes each rule with its page', async () => {
    await inTempFolder(files, async (root) => {
      const [run] = (await sarifOf(root)).runs;
      const rule = run?.tool.driver.rules?.find(({ id }) => id === 'logs/file-handler');
      assert.match(rule?.helpUri ?? '', /\/docs\/rules\/logs\/file-handler\.md$/);
      assert.match(rule?.help?.text ?? '', /^# /);
      assert.deepEqual(rule?.properties?.tags, ['twelve-factor', 'factor-11', 'logs']);
    });
  });

  it('has paths that are URIs below the folder, and fingerprints that hold across moves', async () => {
    await inTempFolder(files, async (root) => {
      const before = await resultsOf(root);
      assert.deepEqual(
        before.map(({ locations }) => locations?.[0]?.physicalLocation?.artifactLocation),
        [{ uri: 'a%20b/%C3%A4.js', uriBaseId: 'SRCROOT' }],
      );
      writeFileSync(join(root, 'a b/ä.js'), `\n\n${logsToFile}\n${logsToFile.split('\n').at(-2)}\n`);
      const after = await resultsOf(root);
      const prints = (list: Result[]) =>
        list.map(({ partialFingerprints }) => partialFingerprints?.['twelveFactor/v1']);
      assert.equal(after.length, 2);
      assert.deepEqual(prints(after)[0], prints(before)[0]);
      assert.equal(new Set(prints(after)).size, 2);
      assert.equal(before[0]?.baselineState, undefined);
    });
  });

  it('tells what is new, and with --all what is known, gone and silenced', async () => {
    await inTempFolder({ ...files, 'old.js': logsToFile }, async (root) => {
      await twelveFactor('check', root, '--baseline');
      writeFileSync(join(root, 'old.js'), '');
      writeFileSync(join(root, 'new.js'), logsToFile);
      const fresh = await resultsOf(root);
      assert.deepEqual(
        fresh.map(({ baselineState, suppressions }) => [baselineState, suppressions]),
        [['new', undefined]],
      );
      const all = await resultsOf(root, '--all');
      assert.deepEqual(
        all.map(({ locations, baselineState, suppressions }) => [
          locations?.[0]?.physicalLocation?.artifactLocation?.uri,
          baselineState,
          suppressions?.map(({ kind, justification }) => `${kind}: ${justification}`).join(),
        ]),
        [
          ['a%20b/%C3%A4.js', 'unchanged', 'external: Recorded in the baseline'],
          ['new.js', 'new', undefined],
          ['quiet.js', 'new', 'inSource: the platform reads it'],
          ['old.js', 'absent', undefined],
        ],
      );
    });
  });

  it('names what was not checked, and no value', async () => {
    const canary = ['Zq8', 'canary', 'w3RtY', '71'].join('-');
    const own = loggingApp({
      'big.js': logsToFile + '\n'.repeat(512 * 1024),
      '.env': `API_KEY=${canary}\nAPI_KEY=${canary}2\nURL=postgres://me:${canary}@db/x\n`,
      'b.py': `PASSWORD = "${canary}"\nDB = "redis://:${canary}@cache:6379/0"\n`,
    });
    await inTempFolder(own, async (root) => {
      const log = await sarifOf(root, '--all');
      const [notice] = log.runs[0]?.invocations?.[0]?.toolExecutionNotifications ?? [];
      assert.equal(notice?.message.text, 'Not checked: too large');
      assert.ok((log.runs[0]?.results?.length ?? 0) > 0);
      assert.doesNotMatch(JSON.stringify(log.runs[0]?.results), /canary/);
    });
  });
});
