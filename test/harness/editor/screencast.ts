import type { CDPSession, Page } from 'playwright-core';

/** Part of the page, in CSS pixels. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The pictures that the browser paints of a page, from `start` on. */
export class Screencast {
  readonly #frames: string[] = [];
  readonly #page: Page;
  readonly #session: CDPSession;

  private constructor(page: Page, session: CDPSession) {
    this.#page = page;
    this.#session = session;
    session.on('Page.screencastFrame', ({ data, sessionId }) => {
      this.#frames.push(data);
      void session.send('Page.screencastFrameAck', { sessionId });
    });
  }

  static async start(page: Page): Promise<Screencast> {
    const session = await page.context().newCDPSession(page);
    const cast = new Screencast(page, session);
    await session.send('Page.startScreencast', { format: 'png', everyNthFrame: 1 });
    return cast;
  }

  /** Ends with what is painted now. */
  async stop(): Promise<void> {
    await this.#page.evaluate(
      () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
    );
    await this.#session.send('Page.stopScreencast');
    await this.#session.detach();
  }

  /** The frames as PNG. */
  get frames(): readonly Buffer[] {
    return this.#frames.map((data) => Buffer.from(data, 'base64'));
  }

  /**
   * How many pixels of a part of each frame are ink: far in brightness from the colour that most of that row has. The
   * faint background of a mark is none.
   */
  async inkIn(box: Box): Promise<number[]> {
    const reader = await this.#page.context().browser()?.newPage();
    if (!reader) throw new Error('The browser is gone.');
    try {
      const counts: number[] = [];
      for (const frame of this.#frames) counts.push(await reader.evaluate(inkOf, { frame, box }));
      return counts;
    } finally {
      await reader.close();
    }
  }
}

/** Runs in a page, where a picture can be decoded. */
async function inkOf({ frame, box }: { frame: string; box: Box }): Promise<number> {
  const bytes = Uint8Array.from(atob(frame), (one) => one.charCodeAt(0));
  const picture = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
  const canvas = new OffscreenCanvas(box.width, box.height);
  const context = canvas.getContext('2d');
  if (!context) throw new Error('There is no canvas.');
  context.drawImage(picture, -box.x, -box.y);
  const { data } = context.getImageData(0, 0, box.width, box.height);
  const faint = 70;
  const brightness = (at: number): number =>
    ((data[at] ?? 0) + (data[at + 1] ?? 0) + (data[at + 2] ?? 0)) / 3;
  let ink = 0;
  for (let row = 0; row < box.height; row++) {
    const from = row * box.width * 4;
    const ground = brightness(from + (box.width - 1) * 4);
    for (let column = 0; column < box.width; column++)
      if (Math.abs(brightness(from + column * 4) - ground) > faint) ink++;
  }
  return ink;
}
