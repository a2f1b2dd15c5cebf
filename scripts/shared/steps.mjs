/** Sums up what a list of steps passed and failed, with a heading and the time of each. */
export class Steps {
  passed = 0;
  failed = 0;
  #failures = [];

  /**
   * Runs one step; `work` resolves to `{ passed, failed, titles? }` with the titles of what failed or, for a step that
   * counts as one, to anything else.
   * Resolves to false when the step failed; it never rejects.
   */
  async run(title, work) {
    console.log(`\n── ${title}`);
    const start = Date.now();
    const {
      passed,
      failed,
      titles = [],
    } = await Promise.resolve().then(work).then(asCounts, describeFailure);
    this.passed += passed;
    this.failed += failed;
    if (failed > 0) this.#failures.push(title, ...titles.map((one) => `  ${one}`));
    console.log(`   ${failed > 0 ? 'failed' : 'ok'}, ${((Date.now() - start) / 1000).toFixed(1)} s`);
    return failed === 0;
  }

  /** Runs a step that counts as one and makes something; resolves to undefined when it failed. */
  async make(title, work) {
    let made;
    await this.run(title, async () => {
      made = await work();
    });
    return made;
  }

  /** Prints the steps that failed and, as the very last line, the sums. */
  summarize() {
    if (this.#failures.length > 0) console.log(`\nFailed:\n${this.#failures.join('\n')}`);
    console.log(`\n${this.passed} passed, ${this.failed} failed`);
    return this.failed === 0;
  }
}

function asCounts(result) {
  return typeof result?.passed === 'number' ? result : { passed: 1, failed: 0 };
}

function describeFailure(error) {
  console.log(error?.message ?? error);
  return { passed: 0, failed: 1 };
}
