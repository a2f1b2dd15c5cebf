// The real editor as a user sees it, for the tests in test/vscode/ui.
//
//   const editor = await openEditor({ trusted: true });     // 8 s or so: once per describe, in `before`
//   await editor.openFile('web/server.js');                 // quick open
//   await editor.codeActions('text', 'Move to env var');    // the light bulb's menu
//   await editor.runCommand('View: Toggle Terminal');       // command palette
//   await editor.page.getByRole('…').click();               // anything else: a Playwright page
//   await editor.screenshot('first-look');                  // out/screenshots/first-look.png
//   await editor.close();                                   // in `after`
//
// Every step waits for what it needs; wait for a locator, never for a time. `trusted: false` opens the folder in
// Restricted Mode. The files the user changed lie below `editor.workspace`, a copy of the fixture.
// Run: `node scripts/ui.mjs [part of a test file's path]`.
// Tests inside the extension host (test/vscode/suite) import `vscode` and use ./host; run: `node scripts/suite.mjs`.
export { EditorPage } from './editor-page';
export { type OpenEditor, type OpenOptions, openEditor } from './open-editor';
