import assert from 'node:assert/strict';
import { shown, written } from '../../../harness/config-entries';

const SCHEMA = `// provider = "comment"
generator client {
  provider = "prisma-client-js"
}

datasource db {
  provider = "sqlite" \r
  url = env("DATABASE_URL")
}

model User {
  id Int @id
  name = "no setting"
}
`;

describe('Prisma schemas', () => {
  it('give the settings of their datasource and generator', () =>
    assert.deepEqual(shown('schema.prisma', SCHEMA), [
      'generator: map',
      'generator.provider = prisma-client-js',
      'datasource: map',
      'datasource.provider = sqlite',
      'datasource.url = env("DATABASE_URL")',
    ]));

  it('place the value without its quotes', () =>
    assert.equal(written('schema.prisma', SCHEMA)['datasource.provider'], 'sqlite'));

  it('take a half-typed text', () => {
    assert.deepEqual(shown('a.prisma', 'datasource db {\n  provider ='), ['datasource: map']);
    assert.deepEqual(shown('a.prisma', 'datasource'), []);
    assert.deepEqual(shown('a.prisma', '}\nprovider = "x"'), []);
  });
});
