import assert from 'node:assert/strict';
import type { Manifest } from '../../../core/manifest';
import { applyEdits, type Range } from '../../../core/text';
import { MANIFEST_CASES } from '../../harness/manifest-cases';

function read(id: string, text: string, path?: string): Manifest {
  const found = MANIFEST_CASES.find(({ format }) => format.id === id);
  assert.ok(found, id);
  return found.format.parse(path ?? found.path, text);
}

const at = (text: string, range: Range): string => text.slice(range.start, range.end);

/** What a manifest takes from the disk, cut out of the text by its ranges. */
function locals(id: string, text: string): string[] {
  return read(id, text).locals.map(({ path, range }) => {
    assert.equal(at(text, range).replaceAll('\\', '/'), path.replaceAll('\\', '/'));
    return path.replaceAll('\\', '/');
  });
}

function overrides(id: string, text: string): string[] {
  return read(id, text).overrides.map(({ name, nameRange, version, versionRange }) => {
    assert.equal(at(text, nameRange).toLowerCase().split(':').at(-1), name.toLowerCase().split(':').at(-1));
    if (versionRange) assert.equal(at(text, versionRange), version);
    return `${name} ${version ?? '-'}`;
  });
}

describe('what manifests take from the disk', () => {
  const cases: readonly (readonly [id: string, text: string, paths: readonly string[]])[] = [
    [
      'package-json',
      '{"dependencies":{"a":"file:../a","b":"link:./b","c":"portal:../c","d":"^1","e":"file:///x"}}',
      ['../a', './b', '../c'],
    ],
    [
      'requirements-txt',
      '-e ../a[x]\n./b\n--editable=/srv/c # why\nd==1\nf @ file:../f\n../g ; python_version > "3"\n.\n-e .\n..\\h\n',
      ['../a', './b', '/srv/c', '../f', '../g', '.', '.', '../h'],
    ],
    [
      'pyproject-toml',
      '[tool.uv.sources]\na = { path = "../a", editable = true }\nb = { git = "x" }\n[tool.poetry.dependencies]\nc = { path = "../../c", develop = true }\n[tool.poetry.group.dev.dependencies]\nd = {path = "d"}\n',
      ['../a', '../../c', 'd'],
    ],
    ['pipfile', '[packages]\na = {path = "../a", editable = true}\nb = "*"\n', ['../a']],
    [
      'cargo-toml',
      '[dependencies]\na = { path = "../a", version = "1" }\n[patch.crates-io]\nb = { path = "../b" }\n',
      ['../a', '../b'],
    ],
    [
      'composer-json',
      '{"repositories":[{"type":"path","url":"../a"},{"type":"vcs","url":"https://x"}]}',
      ['../a'],
    ],
    ['composer-json', '{"repositories":{"x":{"type":"path","url":"../b"}}}', ['../b']],
    [
      'gemfile',
      "gem 'a', '~> 1', path: '../a'\ngem \"b\", :path => \"../b\"\npath '../c' do\n  gem 'c'\nend\ngem 'd'\n",
      ['../a', '../b', '../c'],
    ],
    ['go-mod', 'module x\nreplace a.b/c => ../c\nreplace (\n\td.e/f v1.0.0 => g.h/i v2.0.0\n)\n', ['../c']],
    ['go-work', 'use (\n\t./api\n\t../shared\n)\n', ['./api', '../shared']],
    [
      'pom-xml',
      '<project><dependencies><dependency><groupId>a</groupId><artifactId>b</artifactId><scope>system</scope><systemPath>/opt/b.jar</systemPath></dependency></dependencies></project>',
      ['/opt/b.jar'],
    ],
    [
      'csproj',
      '<Project><ItemGroup><ProjectReference Include="..\\A\\A.csproj"/><Compile Include="..\\B\\*.cs"/><Compile Include="C.cs"/></ItemGroup></Project>',
      ['../A/A.csproj', '../B/*.cs'],
    ],
  ];
  for (const [id, text, paths] of cases)
    it(`${id}: ${paths.join(' ')}`, () => assert.deepEqual(locals(id, text), paths));
});

describe('versions that manifests fix for packages wherever they come from', () => {
  const cases: readonly (readonly [id: string, text: string, said: readonly string[]])[] = [
    [
      'package-json',
      '{"overrides":{"a":"1","b":{".":"2","c":"3"}},"resolutions":{"**/d":"4","e/@f/g":"5","h@^1":"6"},"pnpm":{"overrides":{"i@1>j":"7"}}}',
      ['a 1', 'b 2', 'c 3', 'd 4', '@f/g 5', 'h 6', 'j 7'],
    ],
    ['pyproject-toml', '[tool.uv]\noverride-dependencies = ["a==1"]\n', ['a ==1']],
    ['cargo-toml', '[patch.crates-io]\na = "1"\n', ['a 1']],
    ['go-mod', 'replace a.b/c v1.0.0 => d.e/f v2.0.0\n', ['a.b/c v2.0.0']],
    [
      'pnpm-workspace',
      'catalog:\n  a: ^1\ncatalogs:\n  old:\n    a: ^0\noverrides:\n  "@b/c": 2\n',
      ['a ^1', 'a ^0', '@b/c 2'],
    ],
    [
      'pom-xml',
      '<project><dependencyManagement><dependencies><dependency><groupId>a</groupId><artifactId>bom</artifactId><version>1</version><type>pom</type><scope>import</scope></dependency></dependencies></dependencyManagement></project>',
      ['a:bom 1'],
    ],
  ];
  for (const [id, text, said] of cases)
    it(`${id}: ${said.join(', ')}`, () =>
      assert.deepEqual(
        id === 'package-json'
          ? overrides(id, text)
          : read(id, text).overrides.map((one) => `${one.name} ${one.version}`),
        said,
      ));
});

describe('manifests of Conda, Go and pnpm workspaces', () => {
  it('an environment.yml with what pip installs', () => {
    const text =
      'name: shop\ndependencies:\n  - python=3.12\n  - numpy=1.26=py312\n  - conda-forge::pandas >=2\n  - pip\n  - pip:\n      - Flask_Login==0.6\n      - -r requirements.txt\n';
    const manifest = read('conda-environment', text, 'env/environment.yml');
    assert.deepEqual(
      manifest.dependencies.map(({ name, version }) => `${name} ${version ?? '-'}`),
      ['numpy =1.26=py312', 'pandas >=2', 'flask-login ==0.6'],
    );
    assert.deepEqual([manifest.name, manifest.includes], ['shop', ['env/requirements.txt']]);
    const format = MANIFEST_CASES.find((one) => one.format.id === 'conda-environment')?.format;
    const edits = format?.declare(text, 'polars', '1.2.0', 'runtime') ?? [];
    assert.match(applyEdits(text, edits), / {2}- conda-forge::pandas >=2\n {2}- polars=1\.2\.0\n/);
    assert.equal(format?.declare('name: x\n', 'polars', '1', 'runtime'), undefined);
  });

  it('members of workspaces', () => {
    assert.deepEqual(read('go-work', 'use ./api\n').workspaces, ['./api']);
    assert.deepEqual(read('pnpm-workspace', "packages:\n  - 'packages/*'\n").workspaces, ['packages/*']);
  });

  it('names that a manifest gives to packages', () => {
    const [alias] = read('package-json', '{"dependencies":{"old":"npm:@a/real@^1"}}').dependencies;
    assert.deepEqual([alias?.name, alias?.packageName], ['old', '@a/real']);
    const [crate] = read(
      'cargo-toml',
      '[dependencies]\npg = { package = "tokio-postgres", version = "1" }\n',
    ).dependencies;
    assert.deepEqual([crate?.name, crate?.packageName], ['pg', 'tokio-postgres']);
  });

  it('a gem under a condition', () => {
    const found = read('gemfile', "gem 'a' if ENV['A']\nif X\n  gem 'b'\nend\ngem 'c'\n").dependencies;
    assert.deepEqual(
      found.map(({ name, conditional }) => `${name} ${conditional ?? false}`),
      ['a true', 'b true', 'c false'],
    );
  });
});
