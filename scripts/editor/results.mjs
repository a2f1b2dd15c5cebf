import { existsSync, readFileSync } from 'node:fs';

/**
 * What a suite has written: the lines `{ started: true }`, `{ title, ms, error? }` per test, `{ done: true }`.
 * @returns `{ tests, passed, failed, started, finished, version? }`; an unfinished run counts as one failure more
 */
export function readResults(path) {
  const text = existsSync(path) ? readFileSync(path, 'utf8') : '';
  const lines = text
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));
  const tests = lines.filter((line) => line.title !== undefined);
  const failures = tests.filter((test) => test.error !== undefined);
  const finished = lines.some((line) => line.done);
  return {
    tests,
    passed: tests.length - failures.length,
    failed: failures.length + (finished ? 0 : 1),
    started: lines.some((line) => line.started),
    version: lines.find((line) => line.version)?.version,
    finished,
  };
}

/** Prints every test, then the failures in full. */
export function printResults({ tests }) {
  for (const { title, ms, error } of tests)
    console.log(`  ${error === undefined ? '✓' : '✗'} ${title} (${ms} ms)`);
  for (const { title, error } of tests) {
    if (error !== undefined) console.log(`\n${title}\n${error.replace(/^/gm, '    ')}\n`);
  }
}
