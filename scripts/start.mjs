// npm start: VS Code with this extension, on the example app. Ctrl-C ends it.
// Usage: npm start -- [FOLDER] [--floor] [--port N]
//   --floor   the oldest VS Code we support; --port N   where to listen. Both take the editor from npm.
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { ensureDependencies, ensureExample, example } from './shared/dependencies.mjs';
import { exec, which } from './shared/exec.mjs';
import { root } from './shared/paths.mjs';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { floor: { type: 'boolean' }, port: { type: 'string' } },
});
const folder = positionals[0] ? resolve(positionals[0]) : example;
const minor = 106;

async function main() {
  if (!existsSync(folder)) throw new Error(`There is no folder ${folder}.`);
  await ensureDependencies();
  if (folder === example) await ensureExample();
  const code = values.floor || values.port ? undefined : await installedCode();
  console.log('Building the extension…');
  const { build, packageExtension } = await import('./editor/vsix.mjs');
  if (code) {
    await build();
    await exec(code, [`--extensionDevelopmentPath=${root}`, '--new-window', folder], { show: true });
    console.log(`VS Code opens ${folder} with the extension.`);
  } else {
    await serve(await packageExtension());
  }
}

/** The user's own VS Code, where there is one that is new enough and that this user may start. */
async function installedCode() {
  const code = which('code');
  // VS Code refuses to start as root.
  if (!code || process.getuid?.() === 0) return undefined;
  const { output } = await exec(code, ['--version']);
  return Number(/^1\.(\d+)\./.exec(output)?.[1] ?? 0) >= minor ? code : undefined;
}

async function serve(vsix) {
  const { installEditor } = await import('./editor/install.mjs');
  const { makeRunFolder, startServer } = await import('./editor/server.mjs');
  const editor = await installEditor(values.floor ? 'floor' : 'newest');
  // Nobody has to be asked whether they trust our own example.
  const options = { vsix: [vsix], trust: folder === example, port: Number(values.port ?? 0) };
  const server = await startServer(editor, { folder: makeRunFolder(), ...options });
  console.log(
    `\nVS Code ${editor.version} is ready. Open this address in a browser:\n\n  ${server.urlOf(folder)}\n`,
  );
  console.log('Ctrl-C ends it.');
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(name, server.stop);
  await server.ended;
}

await main().catch((error) => {
  console.error(error.message);
  process.exitCode = 1;
});
