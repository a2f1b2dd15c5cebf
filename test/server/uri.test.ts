import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { pathBelow, placeOf, uriOf } from '../../server/uri';

describe('server: URIs', () => {
  const pairs: [string, string][] = [
    ['file:///srv/app', 'lib/a.js'],
    ['file:///c%3A/app', 'lib/a.js'],
    ['file:///srv/my%20app', "a b/(draft)/it's!*.js"],
    ['file:///srv/app', 'übung/日本/100%.py'],
    ['vscode-vfs://github/owner/repo', 'Procfile'],
  ];
  for (const [folder, path] of pairs) {
    it(`give back ${path} in ${folder}`, () => assert.equal(pathBelow(folder, uriOf(folder, path)), path));
  }

  it('are alike however they are escaped', () => {
    assert.equal(pathBelow('file:///c:/my app', 'file:///c%3A/my%20app/a%2Bb.js'), 'a+b.js');
    assert.equal(uriOf('file:///app', "it's (a).js"), 'file:///app/it%27s%20%28a%29.js');
  });

  it('lie below their own folder only', () => {
    assert.equal(pathBelow('file:///srv/app', 'file:///srv/app-two/a.js'), undefined);
    assert.equal(pathBelow('file:///srv/app', 'file:///srv/app'), undefined);
  });

  it('have a folder even without a workspace', () => {
    assert.deepEqual(placeOf('file:///tmp/a%20b.js'), { folder: 'file:///tmp', path: 'a b.js' });
    assert.deepEqual(placeOf('untitled:Untitled-1'), { folder: 'untitled:', path: 'Untitled-1' });
    assert.equal(uriOf('untitled:', 'Untitled-1'), 'untitled:Untitled-1');
  });

  it('that were never escaped are taken as they are', () => {
    assert.equal(pathBelow('file:///app', 'file:///app/100%.js'), '100%.js');
  });
});
