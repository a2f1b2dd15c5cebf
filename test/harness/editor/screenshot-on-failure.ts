import type { EditorPage } from './editor-page';

/** The editors that are open now. */
export const openEditors = new Set<EditorPage>();

/** For Mocha: a picture of every open editor when a test or its `before` fails. */
export const mochaHooks = {
  async afterEach(this: Mocha.Context): Promise<void> {
    if (this.currentTest?.state !== 'failed') return;
    const name = this.currentTest.fullTitle().replace(/\W+/g, '-');
    for (const editor of openEditors) await editor.screenshot(`failed-${name}`);
  },
};
