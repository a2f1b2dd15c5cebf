import { basename, join } from 'node:path';
import { createVSIX } from '@vscode/vsce';
import { chromium, type Page } from 'playwright-core';
import {
  chromiumFlags,
  copyWorkspace,
  findChromium,
  installEditor,
  makeRunFolder,
  startServer,
} from '../../../scripts/editor/index.mjs';
import { EditorPage } from './editor-page';
import { openEditors } from './screenshot-on-failure';

export interface OpenOptions {
  /** A fixture folder; the editor opens a copy of it. Default: examples/storefront. */
  readonly workspace?: string;
  /** Default: newest. */
  readonly editor?: 'floor' | 'newest';
  /** False: the user declines to trust the folder, so it opens in Restricted Mode. Default: true. */
  readonly trusted?: boolean;
  /** Settings besides the quiet ones. */
  readonly settings?: Readonly<Record<string, unknown>>;
  /** Folders of other extensions that are installed besides. */
  readonly beside?: readonly string[];
  readonly size?: { readonly width: number; readonly height: number };
}

export interface OpenEditor extends EditorPage {
  /** Closes the editor with all its processes and removes the copied workspace. */
  close(): Promise<void>;
}

/** Opens the editor as a user sees it, with the packaged extension installed, on a copy of a workspace. */
export async function openEditor(options: OpenOptions = {}): Promise<OpenEditor> {
  const { workspace: fixture = 'examples/storefront', trusted = true, settings = {} } = options;
  const vsix = process.env.TWELVE_FACTOR_VSIX;
  if (!vsix)
    throw new Error('TWELVE_FACTOR_VSIX must name the packaged extension; run the tests by scripts/ui.mjs.');
  const executablePath = await findChromium();
  const editor = await installEditor(options.editor ?? 'newest');
  const folder = makeRunFolder();
  const workspace = await copyWorkspace(fixture, folder);
  const beside = await Promise.all((options.beside ?? []).map((one) => packed(one, folder)));
  const server = await startServer(editor, { folder, vsix: [vsix, ...beside], trust: trusted, settings });
  const browser = await chromium.launch({ executablePath, args: chromiumFlags }).catch(async (error) => {
    await server.stop();
    throw error;
  });
  const page = await browser.newPage({ viewport: options.size ?? { width: 1280, height: 800 } });
  const close = async () => {
    openEditors.delete(opened);
    // Together: a browser that has crashed must not keep the server, and with it the run, for ever.
    await Promise.all([browser.close(), server.stop()]);
  };
  const opened = Object.assign(new EditorPage(page, workspace, editor.version), { close });
  try {
    await page.goto(server.urlOf(workspace));
    await page.locator('.monaco-workbench').waitFor();
    if (!trusted) await declineTrust(page);
    await page.locator('.explorer-folders-view .monaco-list-row').first().waitFor();
    openEditors.add(opened);
    return opened;
  } catch (error) {
    await opened.screenshot('editor-did-not-open');
    await close();
    throw error;
  }
}

async function packed(extension: string, folder: string): Promise<string> {
  const packagePath = join(folder, `${basename(extension)}.vsix`);
  const options = { cwd: extension, packagePath, dependencies: false, skipLicense: true };
  await createVSIX({ ...options, allowMissingRepository: true });
  return packagePath;
}

// Older versions ask when a folder is opened, newer ones start in Restricted Mode and let the user come to them.
async function declineTrust(page: Page): Promise<void> {
  const decline = page.getByRole('button', { name: /^No, I don't trust/ });
  const restricted = page.locator('.part.banner', { hasText: 'Restricted Mode' });
  await decline.or(restricted).first().waitFor();
  if (await decline.isVisible()) await decline.click();
  await restricted.waitFor();
}
