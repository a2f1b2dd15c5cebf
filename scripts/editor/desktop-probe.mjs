import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cache } from '../shared/paths.mjs';
import { displayMissing } from './desktop-suite.mjs';

const address = 'https://update.code.visualstudio.com/api/releases/stable';
const file = join(cache, 'desktop.json');
const day = 24 * 3600_000;

/** Whether the desktop VS Code can be downloaded and shown here. The answer is kept for a day. */
export async function desktopIsPossible() {
  if (displayMissing()) return false;
  const kept = readAnswer();
  if (kept && Date.now() - kept.at < day) return kept.possible;
  return keepAnswer(await reachable());
}

/** Remembers that the desktop build does (not) work here, whatever the network says. */
export function keepAnswer(possible) {
  mkdirSync(cache, { recursive: true });
  writeFileSync(file, JSON.stringify({ at: Date.now(), possible }));
  return possible;
}

function reachable() {
  return fetch(address, { signal: AbortSignal.timeout(3000) }).then(
    (response) => response.ok,
    () => false,
  );
}

function readAnswer() {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}
