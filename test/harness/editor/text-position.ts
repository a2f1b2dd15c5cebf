import type { Page } from 'playwright-core';

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** The middle of the first place where `text` is shown in the active editor; undefined while it is not in view. */
export function pointOf(page: Page, text: string): Promise<Point | undefined> {
  return page.evaluate((wanted) => {
    const lines = document.querySelectorAll('.editor-group-container.active .monaco-editor .view-line');
    for (const line of lines) {
      const start = (line.textContent ?? '').replaceAll('\u00a0', ' ').indexOf(wanted);
      if (start < 0) continue;
      const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
      const range = document.createRange();
      for (let offset = 0, node = walker.nextNode(); node; node = walker.nextNode()) {
        const length = node.textContent?.length ?? 0;
        const from = start - offset;
        const to = start + wanted.length - offset;
        if (from >= 0 && from < length) range.setStart(node, from);
        if (to > 0 && to <= length) range.setEnd(node, to);
        offset += length;
      }
      const box = range.getBoundingClientRect();
      return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
    }
    return undefined;
  }, text);
}

/** The same, as soon as the text is in view. */
export async function waitForPoint(page: Page, text: string): Promise<Point> {
  await page.locator('.editor-group-container.active .view-line', { hasText: text }).first().waitFor();
  const point = await pointOf(page, text);
  if (!point) throw new Error(`"${text}" is not in view.`);
  return point;
}
