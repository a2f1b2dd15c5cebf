import assert from 'node:assert/strict';
import { parsePort, portOf } from '../../formation/ports';

describe('ports', () => {
  it('are a hundred apart by type and one by instance', () => {
    assert.equal(portOf(5000, 0, 1), 5000);
    assert.equal(portOf(5000, 0, 3), 5002);
    assert.equal(portOf(5000, 4, 2), 5401);
  });

  it('end at 65535', () => {
    assert.equal(portOf(65_535, 0, 1), 65_535);
    assert.equal(portOf(65_535, 0, 2), undefined);
  });

  it('are read from digits alone', () => {
    assert.equal(parsePort('5000'), 5000);
    for (const text of ['', '0', '65536', '123456', '-1', '1.5', '0x50', 'http', '80 ']) {
      assert.equal(parsePort(text), undefined, text);
    }
  });
});
