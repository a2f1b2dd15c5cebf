import assert from 'node:assert/strict';
import { MemoryApp } from '../../harness/app';

const DIGEST = `sha256:${'8cb1ac0d'.repeat(8)}`;
const files = {
  'package.json': '{ "name": "shop", "private": true }\n',
  'docker-compose.prod.yml': 'services:\n  cache:\n    image: memcached:latest\n',
  'docker-compose.test.yml': `services:\n  cache:\n    image: memcached:1.6.31@${DIGEST}\n`,
  'k8s/kustomization.yaml': 'kind: Kustomization\nimages:\n  - name: memcached\n    newTag: 1.6.9\n',
  'k8s/other.yaml': 'kind: Kustomization\nimages:\n  - name: memcached-exporter\n    newTag: 0.14.4\n',
};

describe('an image without a version', () => {
  it('takes one of several pins that the user picks, a digest first', async () => {
    const app = new MemoryApp(files);
    const path = 'docker-compose.prod.yml';
    const found = (await app.check(path)).find(({ rule }) => rule === 'dependencies/unpinned-image');
    assert.ok(found);
    const [fix, ...more] = await app.fixes(found);
    assert.deepEqual(more, []);
    assert.deepEqual(
      fix?.choices?.map(({ label, description }) => `${label} (${description})`),
      [`1.6.31@${DIGEST} (docker-compose.test.yml)`, '1.6.9 (k8s/kustomization.yaml)'],
    );
    app.apply(fix?.choices?.[0]?.edits ?? []);
    assert.match(app.files.get(path) ?? '', new RegExp(`^    image: memcached:1\\.6\\.31@${DIGEST}$`, 'm'));
  });
});
