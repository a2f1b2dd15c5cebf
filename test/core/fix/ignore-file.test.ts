import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { ignoreEdit, isIgnored } from '../../../core/fix/ignore-file';
import { MemoryApp } from '../../harness/app';
import { inTempFolder } from '../../harness/temp-folder';

/** Ignore files by path; what git says of `.env` and `api/.env` is asked of git itself. */
const trees: readonly Readonly<Record<string, string>>[] = [
  {},
  { '.gitignore': '' },
  { '.gitignore': '.env\n' },
  { '.gitignore': '.env' },
  { '.gitignore': '.env\r\n' },
  { '.gitignore': '/.env\n' },
  { '.gitignore': '.env*\n' },
  { '.gitignore': '.env*\n!.env.example\n' },
  { '.gitignore': '.env.*\n' },
  { '.gitignore': '*.env\n' },
  { '.gitignore': '.ENV\n' },
  { '.gitignore': '# .env\n' },
  { '.gitignore': '.env*\n!.env\n' },
  { '.gitignore': '!.env\n.env\n' },
  { '.gitignore': '**/.env\n' },
  { '.gitignore': 'api/\n' },
  { '.gitignore': 'api/*\n' },
  { '.gitignore': '.env ' },
  { '.gitignore': '\\.env\n' },
  { '.gitignore': '.env\n', 'api/.gitignore': '!.env\n' },
  { '.gitignore': 'api/\n', 'api/.gitignore': '!.env\n' },
  { 'api/.gitignore': '.env\n' },
  { 'api/.gitignore': '/.env\n' },
  { '.gitignore': '!.env\n', 'api/.gitignore': '.env*\n' },
];

describe('ignore files', () => {
  for (const tree of trees) {
    it(`say what git says: ${JSON.stringify(tree)}`, () =>
      inTempFolder({ ...tree, 'api/app.js': '' }, (folder) => {
        execFileSync('git', ['init', '--quiet'], { cwd: folder });
        for (const root of ['', 'api/']) {
          const files = { ...tree, 'api/package.json': '{}', 'api/app.js': '' };
          const app = new MemoryApp(files);
          const before = app.picture.appOf(`${root}app.js`);
          const ignored = ignoredByGit(folder, `${root}.env`);
          assert.equal(isIgnored(`${root}.env`, before), ignored, root);
          const edit = ignoreEdit(`${root}.env`, before);
          assert.equal(edit === undefined, ignored);
          if (!edit) continue;
          app.apply([edit]);
          assert.ok(isIgnored(`${root}.env`, app.picture.appOf(`${root}app.js`)), edit.newText);
          assert.equal(edit.path === '.gitignore' || edit.path === `${root}.gitignore`, true);
        }
      }));
  }

  it('gets the line where there is an ignore file', () => {
    const app = new MemoryApp({ '.gitignore': 'out', 'api/package.json': '{}' }).picture.appOf('api/app.js');
    assert.deepEqual(ignoreEdit('api/.env', app), {
      path: '.gitignore',
      range: { start: 3, end: 3 },
      newText: '\n/api/.env\n',
    });
  });
});

function ignoredByGit(folder: string, path: string): boolean {
  try {
    execFileSync('git', ['check-ignore', '--quiet', path], { cwd: folder });
    return true;
  } catch (error) {
    assert.equal((error as { status?: number }).status, 1);
    return false;
  }
}
