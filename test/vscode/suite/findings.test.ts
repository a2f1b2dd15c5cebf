import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import * as vscode from 'vscode';
import {
  codeActionsAt,
  codeOf,
  diagnosticsWhen,
  diagnosticWith,
  openFile,
  uriOf,
} from '../../harness/editor/host';

interface Reported {
  readonly path: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly rule: string;
  readonly severity: string;
  readonly message: string;
}

/** What the packaged command line says of the open folder. */
function check(): Promise<readonly Reported[]> {
  const extension = vscode.extensions.getExtension('twelve-factor.twelve-factor');
  const cli = join(extension?.extensionPath ?? '', 'dist', 'cli.js');
  return new Promise((resolve, reject) => {
    const args = [cli, 'check', uriOf('').fsPath, '--format', 'json', '--fail-on', 'error'];
    const env = { ...process.env, ELECTRON_RUN_AS_NODE: '1' };
    execFile(process.execPath, args, { env }, (error, stdout) => {
      if (error && error.code !== 1) reject(error);
      else resolve(JSON.parse(stdout).findings);
    });
  });
}

const severities = ['error', 'warning', 'information', 'hint'];

describe('findings', () => {
  it('are the same in the editor and in the terminal', async () => {
    const reported = await check();
    const paths = [...new Set(reported.map(({ path }) => path))];
    assert.ok(paths.length >= 5, 'The example app holds a breach of each rule');
    for (const path of paths) {
      const wanted = reported.filter((finding) => finding.path === path);
      await openFile(path);
      const shown = await diagnosticsWhen(uriOf(path), (all) => {
        const own = all.filter(({ source }) => source === 'twelve-factor');
        return own.length === wanted.length ? own : undefined;
      });
      const inEditor = shown.map(({ range, severity, message, ...diagnostic }) => ({
        path,
        line: range.start.line + 1,
        column: range.start.character + 1,
        endLine: range.end.line + 1,
        endColumn: range.end.character + 1,
        rule: codeOf({ range, severity, message, ...diagnostic }),
        severity: severities[severity],
        message,
      }));
      const inTerminal = wanted.map(({ line, column, endLine, endColumn, rule, severity, message }) => ({
        path,
        line,
        column,
        endLine,
        endColumn,
        rule,
        severity,
        message,
      }));
      assert.deepEqual(inEditor, inTerminal);
    }
  });

  it('link to the page of their rule', async () => {
    await openFile('web/orders.js');
    const { code } = await diagnosticWith(uriOf('web/orders.js'), 'backing-services/hardcoded-locator');
    assert.ok(typeof code === 'object');
    assert.match(code.target.toString(), /docs\/rules\/backing-services\/hardcoded-locator\.md$/);
  });

  it('follow the text as it is typed', async () => {
    const { document } = await openFile('web/page.js');
    const edit = new vscode.WorkspaceEdit();
    const text = "\nexport const mailPassword = 'x9!kq7-shop';\n";
    edit.insert(document.uri, document.positionAt(document.getText().length), text);
    assert.ok(await vscode.workspace.applyEdit(edit));
    const found = await diagnosticWith(document.uri, 'config/hardcoded-credential');
    assert.equal(found.severity, vscode.DiagnosticSeverity.Error);
    assert.ok(!found.message.includes('x9'), 'The message holds the credential');
    await vscode.commands.executeCommand('undo');
    await diagnosticsWhen(document.uri, (all) =>
      all.every((one) => codeOf(one) !== 'config/hardcoded-credential') ? true : undefined,
    );
  });

  it('go where a comment with a reason says so', async () => {
    const { document } = await openFile('worker/status.py');
    const finding = await diagnosticWith(document.uri, 'port-binding/hardcoded-port');
    const actions = await codeActionsAt(document.uri, finding.range);
    const ignore = actions.find(({ title }) => title.startsWith('Ignore port-binding/hardcoded-port'));
    assert.ok(ignore?.edit);
    assert.ok(await vscode.workspace.applyEdit(ignore.edit));
    await diagnosticsWhen(document.uri, (all) =>
      all.every(({ source }) => source !== 'twelve-factor') ? true : undefined,
    );
    await vscode.commands.executeCommand('undo');
    await diagnosticWith(document.uri, 'port-binding/hardcoded-port');
  });

  it('stand in configuration files too, as loud as .twelvefactor.json says on the disk', async () => {
    const conf = uriOf('deploy/nginx.conf');
    const settings = uriOf('.twelvefactor.json');
    const rule = 'processes/sticky-session';
    const write = (uri: vscode.Uri, text: string) =>
      vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
    await write(conf, 'http {\n  upstream shop {\n    ip_hash;\n    server shop:8080;\n  }\n}\n');
    try {
      const { document } = await openFile('deploy/nginx.conf');
      const found = await diagnosticWith(conf, rule);
      assert.equal(document.getText(found.range), 'ip_hash');
      await write(settings, JSON.stringify({ rules: { [rule]: 'off' } }));
      await diagnosticsWhen(conf, (all) => (all.length === 0 ? true : undefined));
      await vscode.workspace.fs.delete(settings);
      await diagnosticWith(conf, rule);
    } finally {
      await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
      await vscode.workspace.fs.delete(uriOf('deploy'), { recursive: true });
    }
  });
});
