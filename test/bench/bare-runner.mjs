// The least that a runner does: starts each line of a Procfile in a group of its own, splits and prefixes its output,
// ends the groups on SIGINT. The floor that formation.mjs measures runners by, not a product.
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';

const lines = readFileSync('Procfile', 'utf8').split('\n');
const types = lines.flatMap((line) => {
  const [, name, command] = /^([\w-]+):\s*(.+)$/.exec(line) ?? [];
  return name ? [{ name, command }] : [];
});
const children = types.map(({ name, command }) => {
  const child = spawn('/bin/sh', ['-c', command], { detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
  for (const stream of [child.stdout, child.stderr]) {
    let tail = '';
    stream.setEncoding('utf8').on('data', (chunk) => {
      const parts = (tail + chunk).split('\n');
      tail = parts.pop();
      let text = '';
      for (const part of parts) text += `${name}.1 | ${part}\n`;
      if (text !== '' && !process.stdout.write(text)) {
        stream.pause();
        process.stdout.once('drain', () => stream.resume());
      }
    });
  }
  return child;
});
process.on('SIGINT', () => {
  for (const { pid } of children) {
    try {
      process.kill(-pid, 'SIGTERM');
    } catch {
      // It has ended by itself.
    }
  }
});
