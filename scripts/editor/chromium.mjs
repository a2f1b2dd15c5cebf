import { existsSync } from 'node:fs';
import { aptInstall, canInstall } from '../shared/apt.mjs';
import { which } from '../shared/exec.mjs';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const installed = {
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
  ],
  win32: ['C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe'],
};

export const chromiumFlags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/**
 * The path of a Chromium to show the editor in: CHROME_PATH, one on PATH, or one installed by apt where that is
 * possible without asking.
 * @throws when there is none, saying what to install
 */
export async function findChromium() {
  const wanted = process.env.CHROME_PATH;
  if (wanted && !existsSync(wanted)) throw new Error(`CHROME_PATH names ${wanted}, which does not exist.`);
  const found = wanted || look();
  if (found) return found;
  if (canInstall()) {
    await aptInstall('chromium');
    const fresh = look();
    if (fresh) return fresh;
  }
  throw new Error(
    'The editor tests need Chromium or Chrome. Install it (Debian, Ubuntu: sudo apt-get install chromium) ' +
      'or set CHROME_PATH to its program.',
  );
}

function look() {
  const onPath = names.map(which).find(Boolean);
  return onPath ?? (installed[process.platform] ?? []).find((path) => existsSync(path));
}
