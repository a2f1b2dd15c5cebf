import { randomUUID } from 'node:crypto';
import { mkdirSync, mkdtempSync, realpathSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { removeAbandoned } from '../shared/abandoned.mjs';
import { exec } from '../shared/exec.mjs';
import { cleanEnvironment, startGuarded } from './guarded.mjs';
import { quietSettings } from './settings.mjs';

/** A new folder for one run of an editor; the server's guard removes it. */
export function makeRunFolder() {
  const parent = realpathSync(tmpdir());
  removeAbandoned(parent, /^twelve-factor-run-(\d+)-/);
  return mkdtempSync(join(parent, `twelve-factor-run-${process.pid}-`));
}

/**
 * Starts an installed editor with the packaged extension.
 * - `folder`: from `makeRunFolder`; it is removed when the editor stops
 * - `vsix`: extension packages to install first
 * - `trust`: true = no workspace trust at all, false = the editor asks, as it does by default
 * - `automation`: true lets the page run a test suite
 * Resolves to `{ port, authority, urlOf(folder or workspace file, payload), log(), stop(), ended }`.
 */
export async function startServer(editor, options) {
  const { folder, vsix = [], trust = true, automation = false, port = 0, settings = {}, env = {} } = options;
  const data = join(folder, 'data');
  writeSettings(data, settings);
  for (const path of vsix) await installExtension(editor, data, path);

  const token = randomUUID();
  const args = [editor.server, '--host', '127.0.0.1', '--port', String(port), '--connection-token', token];
  args.push('--accept-server-license-terms', '--server-data-dir', data, '--telemetry-level', 'off');
  if (automation) args.push('--enable-smoke-test-driver');
  if (trust) args.push('--disable-workspace-trust');
  const started = startGuarded(editor.node, args, { folder, env });
  const at = await listening(started);
  const authority = `127.0.0.1:${at}`;
  const urlOf = (workspace, payload) => {
    const opened = workspace.endsWith('.code-workspace') ? 'workspace' : 'folder';
    const query = new URLSearchParams({ tkn: token, [opened]: workspace });
    if (payload) query.set('payload', JSON.stringify(payload));
    return `http://${authority}/?${String(query).replaceAll('%2F', '/')}`;
  };
  return { port: at, authority, urlOf, log: started.log, stop: started.stop, ended: started.ended };
}

function writeSettings(data, settings) {
  const machine = join(data, 'data', 'Machine');
  mkdirSync(machine, { recursive: true });
  writeFileSync(join(machine, 'settings.json'), JSON.stringify({ ...quietSettings, ...settings }, null, 2));
}

async function installExtension(editor, data, vsix) {
  const args = [editor.server, '--accept-server-license-terms', '--server-data-dir', data];
  const options = { env: cleanEnvironment() };
  const { code, output } = await exec(
    editor.node,
    [...args, '--install-extension', vsix, '--force'],
    options,
  );
  if (code !== 0 || !output.includes('successfully installed')) {
    throw new Error(`The editor could not install ${vsix}:\n${output}`);
  }
}

async function listening({ stdout, log, ended }) {
  const port = new Promise((resolve) => {
    stdout.on('data', () => {
      const match = /agent listening on (\d+)/.exec(log());
      if (match) resolve(Number(match[1]));
    });
  });
  const failed = ended.then((code) => {
    throw new Error(`The editor ended with code ${code} before it listened:\n${log()}`);
  });
  return Promise.race([port, failed]);
}
