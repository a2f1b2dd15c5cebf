import assert from 'node:assert/strict';
import { join } from 'node:path';
import { DiagnosticSeverity } from 'vscode-languageserver/node';
import { type ReportedFinding, reportOf } from '../../cli/report';
import { scan } from '../../cli/scan';
import { Picture } from '../../core/facts/picture';
import { MOST_CODE_BYTES } from '../../core/limits';
import { defaultSettings } from '../../core/lint/settings';
import { Linter } from '../../core/linter';
import manifests from '../../core/manifests/index.generated';
import type { Rule } from '../../core/rule';
import { Grammars } from '../../core/syntax/grammars';
import { readText } from '../../host/read';
import { reportOn } from '../harness/command-line';
import { sinkFiles, sinkRule } from '../harness/config-rule';
import { npmGrammars } from '../harness/grammars';
import { MemoryClient } from '../harness/memory-client';
import { inTempFolder } from '../harness/temp-folder';
import { listed } from '../harness/walked';

const SEVERITIES: Readonly<Record<DiagnosticSeverity, string>> = {
  [DiagnosticSeverity.Error]: 'error',
  [DiagnosticSeverity.Warning]: 'warning',
  [DiagnosticSeverity.Information]: 'information',
  [DiagnosticSeverity.Hint]: 'hint',
};

type Place = Omit<ReportedFinding, 'factor' | 'fixable' | 'related'>;

/** What the language server tells an editor that asks for the whole folder. */
async function inEditor(files: Readonly<Record<string, string>>, rules?: readonly Rule[]): Promise<Place[]> {
  const reports = await MemoryClient.with(
    files,
    async (client) => {
      const { items } = await client.pullWorkspace();
      return items.map((item) => ({
        path: client.pathOf(item.uri),
        items: item.kind === 'full' ? item.items : [],
      }));
    },
    { diagnostics: { scope: 'workspace' } },
    undefined,
    rules,
  );
  const places = reports.flatMap(({ path, items }) =>
    items.map(({ range, code, severity, message }) => ({
      path,
      line: range.start.line + 1,
      column: range.start.character + 1,
      endLine: range.end.line + 1,
      endColumn: range.end.character + 1,
      rule: String(code),
      severity: SEVERITIES[severity ?? DiagnosticSeverity.Error] as Place['severity'],
      message: typeof message === 'string' ? message : message.value,
    })),
  );
  return places.sort((a, b) =>
    a.path < b.path ? -1 : a.path > b.path ? 1 : a.line - b.line || a.column - b.column,
  );
}

async function inTerminal(folder: string, rules?: readonly Rule[]): Promise<Place[]> {
  const linter = new Linter(new Grammars(npmGrammars()), rules);
  const { findings } = rules
    ? reportOf('1.2.3', folder, await scan(folder, linter, new Picture(manifests), defaultSettings), 0)
    : await reportOn(folder);
  return findings.map(({ factor, fixable, related, ...place }) => place);
}

function textsIn(folder: string): Record<string, string> {
  const texts: Record<string, string> = {};
  for (const path of listed(folder).files) {
    const reading = readText(join(folder, path));
    if (!('skipped' in reading)) texts[path] = reading.text;
  }
  return texts;
}

describe('the editor and the terminal', () => {
  it('report the same of the example app', async () => {
    const folder = join('examples', 'storefront');
    const told = await inTerminal(folder);
    assert.ok(told.length >= 6);
    assert.deepEqual(await inEditor(textsIn(folder)), told);
  });

  it('report the same of a folder of several apps in several languages and encodings', async () => {
    const files = {
      'shop/package.json': JSON.stringify({ private: true, dependencies: { express: '^5', winston: '^3' } }),
      'shop/web.ts':
        "import pino from 'pino';\r\nimport express from 'express';\r\n/*😀*/ express().listen(3000);\r\n",
      'shop/test/web.test.ts': "import nock from 'nock';\nexpress().listen(3000);\n",
      'mail/requirements.txt': 'redis==5\n',
      'mail/Procfile': 'web: gunicorn app:app --bind 0.0.0.0:8000\n',
      'mail/worker.py':
        '\ufeffimport redis\nimport flask\ncache = redis.Redis(host="cache.internal.example")\n',
      'mail/quiet.py':
        '# twelve-factor-ignore-next-line dependencies/undeclared-import -- the platform brings it\nimport flask\n',
      'notes/readme.md': '# Notes\n',
    };
    await inTempFolder(files, async (folder) => {
      const told = await inTerminal(folder);
      assert.ok(new Set(told.map(({ path }) => path)).size >= 3);
      assert.deepEqual(await inEditor(textsIn(folder)), told);
    });
  });

  it('report the same of configuration files', async () => {
    const large = `${sinkFiles['config/sink.ini']}${'; x\n'.repeat(MOST_CODE_BYTES / 4)}`;
    const files = {
      ...sinkFiles,
      'api/package.json': '{}',
      'api/sink.ini': large,
      'api/sink.xml': '<sink file="a"/>',
    };
    await inTempFolder(files, async (folder) => {
      const told = await inTerminal(folder, [sinkRule]);
      assert.deepEqual(
        told.map(({ path }) => path),
        [
          'api/sink.xml',
          ...['ini', 'json', 'properties', 'toml', 'xml', 'yml'].map((ending) => `config/sink.${ending}`),
          'nginx.conf',
        ],
      );
      assert.deepEqual(await inEditor(textsIn(folder), [sinkRule]), told);
    });
  });
});
