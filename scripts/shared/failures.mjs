const mark = 'failed: ';

/** Says which tests failed, a line each, for {@link failuresIn}. */
export function printFailures(titles) {
  for (const title of titles) console.log(mark + title);
}

/** The titles that a suite's output says have failed. */
export function failuresIn(output) {
  return output
    .split('\n')
    .filter((line) => line.startsWith(mark))
    .map((line) => line.slice(mark.length));
}

/** Keeps the titles of what fails in a run of Mocha. */
export function failuresOf(runner) {
  const titles = [];
  runner.on('fail', (test) => titles.push(test.fullTitle()));
  return titles;
}
