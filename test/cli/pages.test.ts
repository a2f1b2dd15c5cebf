import assert from 'node:assert/strict';
import { reportOn } from '../harness/command-line';
import { productSamples, titleOf } from '../harness/format-samples';
import { writeSample } from '../harness/page-folder';
import { inTempFolder } from '../harness/temp-folder';

describe('the terminal', () => {
  for (const one of productSamples()) {
    it(`reports ${titleOf(one)}`, async () => {
      await inTempFolder({}, async (folder) => {
        writeSample(folder, one);
        const { findings } = await reportOn(folder);
        const told = findings.filter(({ rule }) => rule === one.rule);
        const expected = one.sample.files.flatMap(({ path, text, marks }) =>
          marks.map(({ start }) => `${path}:${text.slice(0, start).split('\n').length}`),
        );
        assert.deepEqual(told.map(({ path, line }) => `${path}:${line}`).sort(), expected.sort());
        for (const message of one.sample.messages)
          assert.ok(
            told.some((finding) => finding.message === message),
            message,
          );
      });
    });
  }
});
