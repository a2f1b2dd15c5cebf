import assert from 'node:assert/strict';
import fc from 'fast-check';
import { isLockfile, readLock } from '../../core/facts/locks';
import formats from '../../core/lockfiles/index.generated';

const SAMPLES: Readonly<Record<string, { readonly text: string; readonly pins: readonly string[] }>> = {
  'package-lock.json': {
    text: '{"lockfileVersion":3,"packages":{"":{"dependencies":{"express":"^5.0.0"}},"node_modules/express":{"version":"5.1.0"},"node_modules/express/node_modules/@types/qs":{"version":"6.9.0"},"packages/api":{"version":"1.0.0"}}}',
    pins: ['express 5.1.0', '@types/qs 6.9.0'],
  },
  'npm-shrinkwrap.json': {
    text: '{"lockfileVersion":1,"dependencies":{"express":{"version":"4.18.2"}}}',
    pins: ['express 4.18.2'],
  },
  'yarn.lock': {
    text: '# yarn lockfile v1\r\n\r\n"@babel/core@^7.0.0", "@babel/core@^7.1.0":\r\n  version "7.26.0"\r\n  resolved "x"\r\n\r\nms@2.1.3:\r\n  version "2.1.3"\r\n\r\nms@^1:\r\n  version "1.0.0"\r\n',
    pins: ['@babel/core 7.26.0', 'ms 2.1.3,1.0.0'],
  },
  'web/yarn.lock': {
    text: '__metadata:\n  version: 8\n\n"ms@npm:^2.0.0":\n  version: 2.1.3\n  resolution: "ms@npm:2.1.3"\n\n"shop@workspace:.":\n  version: 0.0.0-use.local\n',
    pins: ['ms 2.1.3'],
  },
  'pnpm-lock.yaml': {
    text: "lockfileVersion: '9.0'\n\nimporters:\n\n  .:\n    dependencies:\n      ms:\n        specifier: ^2\n        version: 2.1.3\n\npackages:\n\n  '@babel/core@7.26.0':\n    resolution: {integrity: x}\n\n  ms@2.1.3:\n    resolution: {integrity: x}\n\nsnapshots:\n\n  ms@2.1.3(debug@4.0.0): {}\n",
    pins: ['@babel/core 7.26.0', 'ms 2.1.3'],
  },
  'old/pnpm-lock.yaml': {
    text: 'lockfileVersion: 5.4\npackages:\n\n  /@babel/core/7.20.0_x:\n    dev: true\n  /ms/2.1.2:\n    dev: false\n',
    pins: ['@babel/core 7.20.0', 'ms 2.1.2'],
  },
  'bun.lock': {
    text: '{\n  "lockfileVersion": 1,\n  "packages": {\n    "ms": ["ms@2.1.3", "", {}, "sha"],\n    "@a/b": ["@a/b@1.0.0", {}],\n  },\n}\n',
    pins: ['ms 2.1.3', '@a/b 1.0.0'],
  },
  'Gemfile.lock': {
    text: 'GEM\n  remote: https://x/\n  specs:\n    nokogiri (1.16.0-x86_64-linux)\n      racc (~> 1.4)\n    rails (8.0.1)\n\nDEPENDENCIES\n  rails (~> 8.0)\n  nokogiri\n  mine!\n\nBUNDLED WITH\n   2.6.0\n',
    pins: ['nokogiri 1.16.0', 'rails 8.0.1'],
  },
  'composer.lock': {
    text: '{"packages":[{"name":"Laravel/Framework","version":"v12.1.0"}],"packages-dev":[{"name":"phpunit/phpunit","version":"11.0.0"}]}',
    pins: ['laravel/framework 12.1.0', 'phpunit/phpunit 11.0.0'],
  },
  'go.sum': {
    text: 'github.com/lib/pq v1.10.9 h1:x=\ngithub.com/lib/pq v1.10.9/go.mod h1:y=\n',
    pins: ['github.com/lib/pq v1.10.9'],
  },
  'Cargo.lock': {
    text: 'version = 4\n\n[[package]]\nname = "axum"\nversion = "0.8.1"\ndependencies = [\n "bytes",\n]\n\n[[package]]\nname = "bytes"\nversion = "1.9.0"\n',
    pins: ['axum 0.8.1', 'bytes 1.9.0'],
  },
  'uv.lock': {
    text: 'version = 1\nrequires-python = ">=3.12"\n\n[[package]]\nname = "Zope.Interface"\nversion = "7.2"\nsource = { registry = "x" }\n\n[package.metadata]\nname = "no"\nversion = "0"\n',
    pins: ['zope-interface 7.2'],
  },
  'poetry.lock': { text: '[[package]]\nname = "flask"\nversion = "3.1.0"\n', pins: ['flask 3.1.0'] },
  'pdm.lock': { text: '[[package]]\nname = "flask"\nversion = "3.1.0"\n', pins: ['flask 3.1.0'] },
  'Pipfile.lock': {
    text: '{"_meta":{"sources":[]},"default":{"Flask":{"version":"==3.1.0"},"mine":{"path":"."}},"develop":{"pytest":{"version":"==8.0.0"}}}',
    pins: ['flask 3.1.0', 'pytest 8.0.0'],
  },
  'packages.lock.json': {
    text: '{"version":1,"dependencies":{"net8.0":{"Serilog":{"type":"Direct","requested":"[4.0.0, )","resolved":"4.0.0"}}}}',
    pins: ['serilog 4.0.0'],
  },
};

const pinsOf = (path: string, text: string): string[] =>
  [...(readLock(path, text)?.versions ?? [])].map(([name, versions]) => `${name} ${versions.join()}`);

describe('lockfiles', () => {
  it('have a sample each', () => {
    for (const { id, names } of formats)
      assert.ok(
        Object.keys(SAMPLES).some((path) => names.includes(path.slice(path.lastIndexOf('/') + 1))),
        id,
      );
  });

  for (const [path, { text, pins }] of Object.entries(SAMPLES)) {
    it(`tell what they pin: ${path}`, () => {
      assert.ok(isLockfile(path));
      assert.deepEqual(pinsOf(path, text), pins);
      assert.deepEqual(pinsOf(path, text.replace(/(?<!\r)\n/g, '\r\n')), pins);
    });
  }

  it('tell what was asked for, where they know', () => {
    const wanted = (path: string): unknown => [
      ...(readLock(path, SAMPLES[path]?.text ?? '')?.wanted?.get('') ?? []),
    ];
    assert.deepEqual(wanted('package-lock.json'), [['express', '^5.0.0']]);
    assert.deepEqual(wanted('Gemfile.lock'), [
      ['rails', '~> 8.0'],
      ['nokogiri', ''],
      ['mine', ''],
    ]);
    assert.deepEqual(wanted('yarn.lock'), []);
    assert.deepEqual(wanted('pnpm-lock.yaml'), [['ms', '^2']]);
    assert.deepEqual(
      [...(readLock('yarn.lock', SAMPLES['yarn.lock']?.text ?? '')?.answers ?? [])],
      ['@babel/core@^7.0.0', '@babel/core@^7.1.0', 'ms@2.1.3', 'ms@^1'],
    );
  });

  it('tell what each member asked for', () => {
    const cases: readonly (readonly [path: string, text: string, said: object])[] = [
      [
        'package-lock.json',
        '{"packages":{"":{},"packages/api":{"dependencies":{"a":"^1"}},"node_modules/a":{"version":"1.0.0"}}}',
        { '': {}, 'packages/api': { a: '^1' } },
      ],
      [
        'bun.lock',
        '{"workspaces":{"":{"devDependencies":{"a":"1"}},"web":{"dependencies":{"b":"2",},},},}',
        { '': { a: '1' }, web: { b: '2' } },
      ],
      [
        'pnpm-lock.yaml',
        "importers:\n\n  .:\n    dependencies:\n      '@a/b':\n        specifier: '*'\n        version: 1.0.0\n\n  packages/web:\n    devDependencies:\n      c:\n        specifier: ^2 || ^3\n        version: 2.0.0\n",
        { '': { '@a/b': '*' }, 'packages/web': { c: '^2 || ^3' } },
      ],
      [
        'pnpm-lock.yaml',
        'lockfileVersion: 5.4\n\nspecifiers:\n  a: ^1\n  b: 2\n\ndependencies:\n  a: 1.0.0\n',
        { '': { a: '^1', b: '2' } },
      ],
      [
        'uv.lock',
        '[[package]]\nname = "shop"\nversion = "0.1"\nsource = { virtual = "." }\ndependencies = [\n    { name = "no" },\n]\n\n[package.metadata]\nrequires-dist = [\n    { name = "flask", specifier = ">=3" },\n    { name = "My_Pkg", extras = ["x"] },\n]\n\n[package.metadata.requires-dev]\ndev = [{ name = "pytest", specifier = ">=8" }]\n',
        { '': { flask: '>=3', 'my-pkg': '', pytest: '>=8' } },
      ],
    ];
    for (const [path, text, said] of cases) {
      const wanted = [...(readLock(path, text)?.wanted ?? [])];
      assert.deepEqual(
        Object.fromEntries(wanted.map(([folder, ranges]) => [folder, Object.fromEntries(ranges)])),
        said,
        path,
      );
    }
    const composer = readLock(
      'composer.lock',
      '{"packages":[{"name":"a/b","version":"1","replace":{"C/d":"*"}}]}',
    );
    assert.deepEqual([...(composer?.provides ?? [])], ['c/d']);
  });

  it('are read from any text without a throw', () => {
    for (const [path, { text }] of Object.entries(SAMPLES)) {
      const cut = fc.tuple(fc.nat(text.length), fc.string()).map(([at, more]) => text.slice(0, at) + more);
      fc.assert(
        fc.property(fc.oneof(fc.string(), cut), (any) => readLock(path, any) !== undefined),
        { numRuns: 200 },
      );
    }
    assert.equal(readLock('package.json', '{}'), undefined);
  });
});
