import assert from 'node:assert/strict';
import { traitsOf } from '../../../core/facts/traits';

describe('traits of a code file', () => {
  it('say where a program starts', () => {
    assert.deepEqual(traitsOf('package main\n', 'go'), ['main']);
    assert.deepEqual(traitsOf('package shop\n', 'go'), []);
    assert.deepEqual(traitsOf("if __name__ == '__main__':\n    run()\n", 'python'), ['main']);
    assert.deepEqual(traitsOf('fn main() {}\n', 'rust'), ['main']);
  });

  it('say whether it looks after SIGTERM, by itself or by a library', () => {
    assert.deepEqual(traitsOf("process.on('SIGTERM', stop)", 'javascript'), ['handles-signals']);
    assert.deepEqual(traitsOf("import { createTerminus } from '@godaddy/terminus'", 'javascript'), [
      'handles-signals',
    ]);
    assert.deepEqual(traitsOf("process.on('exit', stop)", 'javascript'), []);
    assert.deepEqual(traitsOf("trap('TERM') { stop }", 'ruby'), ['handles-signals']);
    assert.deepEqual(traitsOf('x = 1', 'shell'), []);
  });
});
