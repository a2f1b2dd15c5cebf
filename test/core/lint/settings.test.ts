import assert from 'node:assert/strict';
import fc from 'fast-check';
import { defaultSettings, readSettings, severityOf } from '../../../core/lint/settings';
import { MemoryApp } from '../../harness/app';

describe('settings', () => {
  it('take what fits from any value', () => {
    const { rules } = readSettings({
      rules: {
        'logs/file-handler': 'error',
        'logs/*': 'off',
        'config/x': 'loud',
        a: 1,
        b: null,
        c: 'default',
      },
      other: true,
    });
    assert.deepEqual({ ...rules }, { 'logs/file-handler': 'error', 'logs/*': 'off', c: 'default' });
  });

  it('are none in what is no object', () =>
    fc.assert(
      fc.property(fc.anything(), (value) => {
        const { rules } = readSettings(value);
        for (const level of Object.values(rules)) assert.equal(typeof level, 'string');
      }),
    ));

  it('are not fooled by names that every object has', () => {
    const settings = readSettings(JSON.parse('{ "rules": { "__proto__": "off", "constructor": "off" } }'));
    assert.equal(severityOf({ id: 'logs/file-handler' }, 'warning', settings), 'warning');
    assert.equal(
      severityOf({ id: 'logs/file-handler' }, 'warning', readSettings({ rules: { toString: 'off' } })),
      'warning',
    );
  });

  it('decide by the rule, then by its group, then as the rule says', () => {
    const settings = readSettings({
      rules: { 'logs/*': 'hint', 'logs/rotation': 'error', 'logs/tracked': 'default' },
    });
    assert.equal(severityOf({ id: 'logs/file-handler' }, 'warning', settings), 'hint');
    assert.equal(severityOf({ id: 'logs/rotation' }, 'warning', settings), 'error');
    assert.equal(severityOf({ id: 'logs/tracked' }, 'warning', settings), 'warning');
    assert.equal(severityOf({ id: 'config/hardcoded-credential' }, 'error', settings), 'error');
    assert.equal(severityOf({ id: 'config/hardcoded-credential' }, 'error', defaultSettings), 'error');
    assert.equal(
      severityOf({ id: 'logs/file-handler' }, 'error', readSettings({ rules: { 'logs/*': 'off' } })),
      undefined,
    );
  });

  it('change and silence findings', async () => {
    const app = new MemoryApp({ 'app.js': "const password = 'x9!kq7-shop';\n" });
    const severities = async (level: string): Promise<string[]> => {
      const findings = await app.check('app.js', readSettings({ rules: { 'config/*': level } }));
      return findings.map(({ severity }) => severity);
    };
    assert.deepEqual(await severities('hint'), ['hint']);
    assert.deepEqual(await severities('default'), ['error']);
    assert.deepEqual(await severities('off'), []);
  });
});
