import { mkdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { waitForPoint } from './text-position';

/** What a user sees and does in the editor. Every step waits for what it needs; nothing here sleeps. */
export class EditorPage {
  constructor(
    readonly page: Page,
    /** The absolute path of the copied workspace: read its files to see what was saved. */
    readonly workspace: string,
    readonly version: string,
  ) {}

  /** Opens a file of the workspace through quick open. */
  async openFile(path: string): Promise<void> {
    await this.askQuickInput('Control+p', path, basename(path));
    await this.press('Enter');
    await this.page
      .locator('.tab.active', { hasText: basename(path) })
      .first()
      .waitFor();
    await this.page.locator('.editor-group-container.active .view-line').first().waitFor();
  }

  /** Runs a command by its full title ("View: Toggle Terminal") through the command palette. */
  async runCommand(title: string): Promise<void> {
    await this.askQuickInput('F1', `>${title}`, title);
    await this.pick(title);
  }

  /** Picks a row of the quick pick that is open. */
  async pick(label: string): Promise<void> {
    await this.quickRows().filter({ hasText: label }).first().click();
  }

  /** Types into what has the focus, key by key. */
  async type(text: string): Promise<void> {
    await this.page.keyboard.type(text);
  }

  async press(keys: string): Promise<void> {
    await this.page.keyboard.press(keys);
  }

  /** Clicks into the middle of the first place where the active editor shows `text`. */
  async clickText(text: string): Promise<void> {
    const { x, y } = await waitForPoint(this.page, text);
    await this.page.mouse.click(x, y);
  }

  /** Hovers over the first place where the active editor shows `text`, until the hover says `expected`. */
  async hover(text: string, expected = ''): Promise<string> {
    const contents = this.page.locator('.monaco-hover:not(.hidden) .monaco-hover-content');
    const hover = contents.filter({ hasText: expected }).first();
    await this.until(hover, async () => {
      const { x, y } = await waitForPoint(this.page, text);
      await this.page.mouse.move(x, y + 200);
      await this.page.mouse.move(x, y);
    });
    return (await hover.allInnerTexts()).join('\n');
  }

  /** The suggestions in view at the cursor, once `expected` is among them. */
  async suggestions(expected: string): Promise<string[]> {
    const rows = this.page.locator('.suggest-widget.visible .monaco-list-row');
    await this.until(rows.filter({ hasText: expected }).first(), () => this.press('Control+Space'));
    return labels(rows);
  }

  /** Opens the light bulb's menu at the first place where `text` is shown, once `expected` is among its actions. */
  async codeActions(text: string, expected: string): Promise<string[]> {
    const rows = this.actionRows();
    await this.clickText(text);
    await this.until(rows.filter({ hasText: expected }).first(), () => this.press('Control+.'));
    return (await rows.allInnerTexts()).map((title) => title.trim());
  }

  /** Applies the code action `title` at the first place where `text` is shown. */
  async applyCodeAction(text: string, title: string): Promise<void> {
    await this.codeActions(text, title);
    const row = this.actionRows().filter({ hasText: title }).first();
    // The menu takes no click before the pointer has moved over it.
    await row.hover({ force: true });
    await row.click();
  }

  /** Opens the Problems panel; resolves to the rows in view (files and their problems) once one holds `expected`. */
  async problems(expected: string): Promise<string[]> {
    await this.runCommand('Problems: Focus on Problems View');
    const rows = this.page.locator('.markers-panel .monaco-list-row');
    await rows.filter({ hasText: expected }).first().waitFor();
    return labels(rows);
  }

  /** The text of the active editor that is in view. */
  async visibleText(): Promise<string> {
    const lines = this.page.locator('.editor-group-container.active .view-line');
    const texts = await lines.evaluateAll((all) =>
      all
        .map((line) => ({ top: line.getBoundingClientRect().top, text: line.textContent ?? '' }))
        .sort((a, b) => a.top - b.top)
        .map(({ text }) => text.replaceAll('\u00a0', ' ')),
    );
    return texts.join('\n');
  }

  /** The status bar's entries as a user reads them. */
  statusBar(): Locator {
    return this.page.locator('.part.statusbar .statusbar-item');
  }

  /** A notification that holds `text`. */
  notification(text: string): Locator {
    return this.page.locator('.notification-toast', { hasText: text });
  }

  /** Saves out/screenshots/NAME.png and resolves to its path. */
  async screenshot(name: string): Promise<string> {
    const path = join(process.cwd(), 'out', 'screenshots', `${name}.png`);
    mkdirSync(dirname(path), { recursive: true });
    await this.page.screenshot({ path });
    return path;
  }

  // What an editor shows is what it knew when it was asked; a user asks again, and so do we.
  private async until(wanted: Locator, ask: () => Promise<void>): Promise<void> {
    for (let attempts = 15; ; attempts -= 1) {
      try {
        await ask();
        return await wanted.waitFor({ timeout: 2000 });
      } catch (error) {
        if (attempts === 0) throw error;
        await this.press('Escape');
      }
    }
  }

  // Extensions bring their commands some time after the window is there.
  private async askQuickInput(key: string, text: string, expected: string): Promise<void> {
    const box = this.page.locator('.quick-input-widget:visible input[type=text]').first();
    await this.until(this.quickRows().filter({ hasText: expected }).first(), async () => {
      await this.press(key);
      // What takes the focus meanwhile closes the box again.
      await box.fill(text, { timeout: 2000 });
    });
  }

  private quickRows(): Locator {
    return this.page.locator('.quick-input-widget:visible .quick-input-list .monaco-list-row');
  }

  private actionRows(): Locator {
    return this.page.locator('.action-widget .monaco-list-row.action');
  }
}

function labels(rows: Locator): Promise<string[]> {
  return rows.evaluateAll((all) => all.map((row) => row.getAttribute('aria-label') ?? row.textContent ?? ''));
}
