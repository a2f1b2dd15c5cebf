import assert from 'node:assert/strict';
import { masked } from '../../../core/values/mask';
import { tokenFormats } from '../../../core/values/tokens/find';
import { tokenSample } from '../../harness/token-samples';

describe('masked commands', () => {
  const password = ['x9!kq7', '-shop'].join('');

  it('show no credential', () => {
    for (const [text, shown] of [
      [`DB_PASSWORD=${password} node app.js`, 'DB_PASSWORD=••• node app.js'],
      [`DB_PASSWORD='${password}' node app.js`, 'DB_PASSWORD=••• node app.js'],
      [`deploy --db-password ${password} --now`, 'deploy --db-password ••• --now'],
      [`migrate postgres://shop:${password}@db/shop`, 'migrate postgres://shop:•••@db/shop'],
    ])
      assert.equal(masked(text ?? ''), shown);
    for (const format of tokenFormats.filter(({ provider }) => provider !== '')) {
      const token = tokenSample(format);
      assert.equal(masked(`curl -H "X: ${token}" x`), 'curl -H "X: •••" x', format.id);
    }
  });

  it('are as they were where there is none', () => {
    for (const text of [
      'gunicorn app:app --bind 0.0.0.0:$PORT',
      'A_PASSWORD=$B node app.js',
      'curl https://a.b/c',
    ])
      assert.equal(masked(text), text);
  });
});
