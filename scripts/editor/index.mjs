// What the tests in TypeScript use of this folder; index.d.mts holds the types.
export { chromiumFlags, findChromium } from './chromium.mjs';
export { pythonWithDebugpy } from './debugpy.mjs';
export { installEditor } from './install.mjs';
export { makeRunFolder, startServer } from './server.mjs';
export { copyWorkspace } from './workspace.mjs';
