import assert from 'node:assert/strict';
import { classifyEnvFile, envCascade, nearestEnvFile, nearestExampleFile } from '../../../core/env/cascade';

describe('env file cascade', () => {
  it('classifies env files by name', () => {
    const kinds = (name: string): string => {
      const found = classifyEnvFile(`app/${name}`);
      return found ? `${found.kind} ${found.mode ?? ''}`.trim() : 'none';
    };
    assert.equal(kinds('.env'), 'base');
    assert.equal(kinds('.env.local'), 'local');
    assert.equal(kinds('.env.production'), 'mode production');
    assert.equal(kinds('.env.production.local'), 'mode-local production');
    assert.equal(kinds('.flaskenv'), 'flask');
    for (const name of ['example', 'sample', 'template', 'dist', 'defaults'])
      assert.equal(kinds(`.env.${name}`), 'example');
    assert.equal(kinds('.env.production.example'), 'example production');
    for (const name of [
      '.env-sample',
      '.env_example',
      'env.template',
      'env.example',
      'example.env',
      'sample.env',
    ])
      assert.equal(kinds(name), 'example', name);
    const others = [
      '.envrc',
      'env',
      '.env.',
      '.env.vault',
      'my.env.ts',
      '.environment',
      '.env.js',
      '.env.gpg',
    ];
    for (const name of [...others, '.env.local.php', '.env.yml', '.env.old', '.env.local~', '.env.d.ts']) {
      assert.equal(kinds(name), 'none', name);
    }
  });

  it('finds the env file nearest above a file', () => {
    const paths = [
      '.env',
      'services/api/.env',
      'services/api/.env.local',
      'services/apiary/.env',
      '.env.example',
    ];
    assert.equal(nearestEnvFile(paths, 'services/api/src/main.ts'), 'services/api/.env');
    assert.equal(nearestEnvFile(paths, 'services/web/main.ts'), '.env');
    assert.equal(nearestEnvFile(['services/api/.env'], 'services/web/main.ts'), undefined);
    assert.equal(nearestExampleFile(paths, 'services/api/src/main.ts'), '.env.example');
  });

  it('orders the files of a folder, the last one winning', () => {
    const paths = [
      '.env.local',
      '.env.production.local',
      '.env',
      '.flaskenv',
      '.env.production',
      'a/.env',
      '.env.example',
    ];
    assert.deepEqual(envCascade(paths, ''), ['.flaskenv', '.env', '.env.local']);
    assert.deepEqual(envCascade(paths, '', 'production'), [
      '.flaskenv',
      '.env',
      '.env.production',
      '.env.local',
      '.env.production.local',
    ]);
    assert.deepEqual(envCascade(paths, 'a'), ['a/.env']);
  });
});
