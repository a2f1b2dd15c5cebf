import assert from 'node:assert/strict';
import picomatch from 'picomatch';
import { configPatterns, isChecked, sourcePattern } from '../../client/checked-files';

describe('files the language server is told of', () => {
  const byPattern = picomatch([sourcePattern, ...configPatterns], { dot: true });

  it('are the same by path as by pattern', () => {
    const paths = [
      ['app/server.js', 'a/b.jsx', 'a.mjs', 'a.cts', 'a.tsx', 'x.py', '.env', 'a/.env.local', 'Procfile'],
      ['Procfile.dev', 'package.json', 'requirements-dev.txt', 'pyproject.toml', 'Dockerfile', '.gitignore'],
      ['readme.md', 'a.json', 'main.rb', 'env', 'a.jsonl', 'package-lock.json', 'x.pyc', 'my.gitignore'],
    ].flat();
    for (const path of paths) {
      assert.equal(isChecked('file', `/${path}`), byPattern(path), path);
    }
    assert.equal(paths.filter((path) => isChecked('file', `/${path}`)).length, 15);
  });

  it('do not include what an editor shows of git or of its own output', () => {
    assert.equal(isChecked('git', '/app/server.js'), false);
    assert.equal(isChecked('output', '/app/server.js'), false);
  });
});
