import assert from 'node:assert/strict';
import nodeBuiltins from '../../../core/manifests/shared/node-builtins.generated';
import { MODULES } from '../../../core/manifests/shared/python-import-map';
import { candidates } from '../../../core/manifests/shared/python-imports';
import pythonStdlib from '../../../core/manifests/shared/python-stdlib.generated';
import { normalizeName } from '../../../core/manifests/shared/requirement';

describe('what an import may come from', () => {
  it('knows the distributions of well-known Python modules, the likeliest first', () => {
    const first: [string, string][] = [
      ['yaml', 'pyyaml'],
      ['PIL.Image', 'pillow'],
      ['bs4', 'beautifulsoup4'],
      ['dotenv', 'python-dotenv'],
      ['jwt', 'pyjwt'],
      ['google.cloud.storage', 'google-cloud-storage'],
      ['google.cloud.spanner', 'google-cloud-core'],
      ['azure.keyvault.secrets', 'azure-keyvault-secrets'],
      ['rest_framework.views', 'djangorestframework'],
      ['flask', 'flask'],
      ['Some_Thing', 'some-thing'],
    ];
    for (const [module, distribution] of first) assert.equal(candidates(module)[0], distribution, module);
    assert.ok(candidates('cv2').includes('opencv-python-headless'));
    assert.ok(candidates('google.cloud.spanner').includes('google-cloud-spanner'));
    assert.ok(candidates('flask_talisman').includes('flask-talisman'));
    assert.deepEqual(candidates(''), []);
  });

  it('holds distributions in normal form only', () => {
    assert.ok(MODULES.size > 150);
    for (const [module, names] of MODULES) {
      for (const name of names) assert.equal(name, normalizeName(name), module);
    }
  });

  it('knows what Node and Python bring along', () => {
    for (const name of ['fs', 'fs/promises', 'node:test', 'worker_threads'])
      assert.ok(nodeBuiltins.has(name), name);
    for (const name of ['os', 'tomllib', 'distutils', 'asyncore', 'urllib2', '__future__'])
      assert.ok(pythonStdlib.has(name), name);
    assert.ok(!nodeBuiltins.has('express') && !pythonStdlib.has('flask'));
  });
});
