import assert from 'node:assert/strict';
import fc from 'fast-check';
import picomatch from 'picomatch';
import { isChecked, watchedPatterns } from '../../client/checked-files';
import { filePatterns, languageIds, sourcePattern } from '../../client/checked-files.generated';
import languages from '../../core/languages/index.generated';
import rules from '../../core/rules/index.generated';
import manifest from '../../package.json';
import { globsOf, regExpOf, withoutCovered } from '../../scripts/generate/_globs.mjs';
import { linter } from '../harness/app';

const paths = [
  ['app/server.js', 'a/b.jsx', 'a.mjs', 'a.cts', 'a.tsx', 'x.py', '.env', 'a/.env.local', 'Procfile'],
  [
    'Procfile.dev',
    'package.json',
    'requirements-dev.txt',
    'Requirements/base.in',
    'pyproject.toml',
    'setup.cfg',
    'web/yarn.lock',
    'go.sum',
  ],
  ['Dockerfile', 'api/dev.dockerfile', '.gitignore', 'tsconfig.build.json', 'Gemfile.rb', 'bin/start.sh'],
].flat();
const others = ['readme.org', 'env', 'a.jsonl', 'x.pyc', 'my.gitignore', 'deno.lock', 'a.ymlx', 'logo.png'];

describe('files the language server is told of', () => {
  const byPattern = picomatch([sourcePattern, ...filePatterns], { dot: true });

  it('are those that shape an app, and code', () => {
    for (const path of paths) assert.ok(isChecked('file', `/work/${path}`), path);
    for (const path of others) assert.ok(!isChecked('file', `/work/${path}`), path);
  });

  it('are the same by path as by pattern', () => {
    const part = fc.constantFrom(
      ...'package app Procfile .env config nginx log4j2 www requirements'.split(' '),
    );
    const ending = fc.constantFrom(
      ...'.json .xml .yml .js .properties .conf .txt .local .toml'.split(' '),
      '',
    );
    const path = fc
      .tuple(fc.array(part, { maxLength: 2 }), part, ending, ending)
      .map(([folders, name, ...endings]) => [...folders, name + endings.join('')].join('/'));
    const check = (one: string): void => assert.equal(isChecked('file', `/${one}`), byPattern(one), one);
    for (const one of [...paths, ...others]) check(one);
    fc.assert(fc.property(path, check));
  });

  it('are all that the linter checks', () => {
    const files = rules.flatMap(({ entries = [] }) => entries.map((check) => check.files));
    for (const path of [...paths, ...CONFIG]) {
      const isWanted = linter.isChecked(path) || files.some((one) => one.test(path));
      if (isWanted) assert.ok(isChecked('file', `/work/${path}`), path);
    }
  });

  it('do not include what an editor shows of git or of its own output', () => {
    assert.equal(isChecked('git', '/app/server.js'), false);
    assert.equal(isChecked('output', '/app/server.js'), false);
  });

  it('include the file that says how loud each rule is, on the disk alone', () => {
    assert.ok(watchedPatterns.some((pattern) => picomatch(pattern, { dot: true })('app/.twelvefactor.json')));
  });

  it('wake the extension up where they are code, a Procfile or an env file', () => {
    const events = manifest.activationEvents.filter((event) => event.startsWith('onLanguage:'));
    assert.deepEqual(
      events,
      languageIds.map((id) => `onLanguage:${id}`),
    );
    for (const { ids } of languages) for (const id of ids) assert.ok(languageIds.includes(id), id);
    for (const id of ['yaml', 'json', 'xml', 'ini']) assert.ok(!languageIds.includes(id), id);
  });
});

/** Where frameworks keep their settings. */
const CONFIG = [
  [
    'config/application.yml',
    'src/main/resources/application-prod.properties',
    'logging.conf',
    'docker/php.ini',
  ],
  ['src/main/resources/log4j2.xml', 'Web.config', 'appsettings.Production.json', 'nginx.conf', 'haproxy.cfg'],
  [
    'k8s/service.yaml',
    'config/packages/framework.yaml',
    'traefik.toml',
    '.ebextensions/x.config',
    'Caddyfile',
  ],
].flat();

describe('globs made of regular expressions', () => {
  const cases: readonly [RegExp, string[]][] = [
    [/(?:^|\/)package\.json$/, ['**/package.json']],
    [/\.ya?ml$/, ['**/*.yaml', '**/*.yml']],
    [/(?:^|\/)log4j2?[\w.-]*\.xml$/, ['**/log4j*.xml', '**/log4j2*.xml']],
    [/^config\/(?:a|b)\/.*\.rb$/, ['**/config/a/**/*.rb', '**/config/b/**/*.rb']],
    [/(?:^|\/)(?!haproxy)[^/]+\.cfg$/, ['**/*.cfg']],
    [/(?:^|\/)(?:[^/]+\/)*x\.conf$/, ['**/*x.conf']],
    [/nginx/, ['**/*nginx*', '**/*nginx*/**/*']],
    [/(?:^|\/)ab$/i, ['**/[aA][bB]']],
  ];
  for (const [pattern, globs] of cases) {
    it(`match all that ${pattern.source} does`, () => assert.deepEqual(globsOf(pattern), globs));
  }

  it('are left out where another covers them', () => {
    assert.deepEqual(withoutCovered(['**/*.[xX][mM][lL]', '**/pom.xml', '**/x/a.xml', '**/a.json']), [
      '**/*.[xX][mM][lL]',
      '**/a.json',
    ]);
  });

  it('match absolute paths as regular expressions', () => {
    const test = new RegExp(regExpOf(['**/config/**/*.rb', '**/.env']));
    for (const path of ['/w/config/a.rb', '/config/a/b/c.rb', '/w/.env']) assert.match(path, test);
    for (const path of ['/w/config/a.rbx', '/w/xconfig/a.rb', '/w/a.env', '/w/.env/x'])
      assert.doesNotMatch(path, test);
  });

  it('are few', () => assert.ok(filePatterns.length < 300));
});
