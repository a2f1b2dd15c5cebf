import type { Page } from 'playwright-core';

interface Recorder {
  frames: number;
  readonly seen: string[];
}

declare global {
  interface Window {
    twelveFactorFrames?: Recorder;
  }
}

/** Looks at every frame from now on whether the editor paints a text so that it can be seen. */
export async function watchFrames(page: Page, text: string): Promise<void> {
  await page.evaluate(watch, text);
}

/** The same from the first frame of the next page on, such as that of a window that is reloaded. */
export async function watchNextPage(page: Page, text: string): Promise<void> {
  await page.addInitScript(watch, text);
}

/** Runs in the page. */
function watch(wanted: string): void {
  const recorder: Recorder = { frames: 0, seen: [] };
  window.twelveFactorFrames = recorder;
  const isVisible = (element: Element): boolean => {
    const { color, opacity, visibility } = getComputedStyle(element);
    const alpha = /rgba\([^)]*,\s*([\d.]+)\)/.exec(color)?.[1];
    return visibility !== 'hidden' && Number(opacity) > 0 && Number(alpha ?? 1) > 0;
  };
  const look = (): void => {
    if (window.twelveFactorFrames !== recorder) return;
    recorder.frames++;
    for (const line of document.querySelectorAll('.view-line')) {
      if (!line.textContent?.includes(wanted)) continue;
      for (const span of line.querySelectorAll('span span'))
        if (span.textContent?.includes(wanted) && isVisible(span))
          recorder.seen.push(`frame ${recorder.frames}: ${line.textContent} in ${span.className}`);
    }
    requestAnimationFrame(look);
  };
  look();
}

/** What was seen since then, after one more frame. */
export async function seenFrames(page: Page): Promise<Recorder> {
  return page.evaluate(
    () =>
      new Promise<Recorder>((resolve) =>
        requestAnimationFrame(() =>
          requestAnimationFrame(() => resolve(window.twelveFactorFrames ?? { frames: 0, seen: [] })),
        ),
      ),
  );
}
