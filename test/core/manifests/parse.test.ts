import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Manifest, ManifestFormat } from '../../../core/manifest';
import packageJson from '../../../core/manifests/package-json';
import pipfile from '../../../core/manifests/pipfile';
import pyprojectToml from '../../../core/manifests/pyproject-toml';
import requirementsTxt from '../../../core/manifests/requirements-txt';
import setupCfg from '../../../core/manifests/setup-cfg';
import setupPy from '../../../core/manifests/setup-py';
import { MANIFEST_CASES } from '../../harness/manifest-cases';

function spoken({ dependencies }: Manifest): string[] {
  return dependencies.map(({ name, version, kind }) => `${kind} ${name} ${version ?? '-'}`);
}

function insideText(manifest: Manifest, text: string): void {
  const parts = [...manifest.dependencies, ...manifest.scripts].map((each) => each.nameRange);
  const versions = manifest.dependencies.flatMap(({ versionRange }) => versionRange ?? []);
  for (const range of [...parts, ...versions, ...manifest.scripts.map(({ command }) => command.range)]) {
    assert.ok(
      0 <= range.start && range.start <= range.end && range.end <= text.length,
      JSON.stringify(range),
    );
  }
}

const alike = (name: string): string => name.toLowerCase().replaceAll('.', '-');

describe('manifests', () => {
  for (const { format, path, texts } of MANIFEST_CASES) {
    it(`are read from any text without a throw: ${format.id}`, () => {
      assert.ok(format.matches(path) && format.matches(`a/b/${path}`) && !format.matches(`${path}x`));
      const pieces = [
        ...texts.flatMap((text) => text.split(/(\W)/)),
        '\\',
        '"',
        "'",
        '\0',
        '[',
        ']',
        '{',
        '\n',
        '\ud800',
      ];
      const random = fc.array(fc.constantFrom(...pieces), { maxLength: 40 }).map((parts) => parts.join(''));
      const cut = fc.tuple(fc.constantFrom(...texts), fc.nat(200)).map(([text, at]) => text.slice(0, at));
      fc.assert(
        fc.property(fc.oneof(random, cut), (text) => insideText(format.parse(path, text), text)),
        { numRuns: 1_000 },
      );
      for (const deep of ['[', '{"a":', 'a=[', '(', "install_requires=['"])
        format.parse(path, deep.repeat(20_000));
    });

    it(`give names and versions their ranges: ${format.id}`, () => {
      for (const text of texts) {
        for (const { name, nameRange, version, versionRange } of format.parse(path, text).dependencies) {
          const shown = alike(text.slice(nameRange.start, nameRange.end));
          assert.ok(alike(name) === shown || alike(name).endsWith(`:${shown}`), name);
          if (versionRange) assert.equal(text.slice(versionRange.start, versionRange.end), version);
        }
      }
    });
  }

  it('package.json', () => {
    const text = JSON.stringify({
      name: '@a/b',
      private: true,
      bin: './cli.js',
      main: 'index.js',
      engines: { vscode: '^1.100.0' },
      imports: { '#db': './db.js' },
      workspaces: { packages: ['packages/*'] },
      scripts: { start: 'node "server.js" --port $PORT', build: 'tsc' },
      dependencies: { express: '^4' },
      devDependencies: { mocha: '10' },
      optionalDependencies: { fsevents: '2' },
      peerDependencies: { react: '*' },
    });
    const manifest = packageJson.parse('web/package.json', text);
    assert.deepEqual(spoken(manifest), [
      'runtime express ^4',
      'dev mocha 10',
      'optional fsevents 2',
      'peer react *',
    ]);
    assert.deepEqual(
      [manifest.name, manifest.aliases, manifest.workspaces],
      ['@a/b', ['#db'], ['packages/*']],
    );
    assert.deepEqual([...manifest.traits].sort(), [
      'command',
      'private',
      'published',
      'start-script',
      'vscode-extension',
    ]);
    const start = manifest.scripts[0];
    assert.equal(start?.command.text, 'node "server.js" --port $PORT');
    const words = start?.command.simple[0]?.words.map(({ range }) => text.slice(range.start, range.end));
    assert.deepEqual(words, ['node', '\\"server.js\\"', '--port', '$PORT']);
    assert.equal(packageJson.parse('package.json', '[]').problem?.includes('object'), true);
    assert.deepEqual([...packageJson.parse('package.json', '{"type":"module"}').traits], ['tooling-only']);
  });

  it('requirements.txt', () => {
    const text = [
      '-r base.txt',
      '--requirement=../common.txt',
      '-c constraints.txt',
      '--index-url https://example.invalid/simple',
      'Flask_Login==0.6 # session',
      'requests[socks, security] >= 2.8.1, == 2.8.* ; python_version < "2.7"',
      'pip @ https://example.invalid/pip.zip#sha1=da9 ; os_name == "nt"',
      'cryptography==41 \\',
      '    --hash=sha256:aa \\',
      '    --hash=sha256:bb',
      '-e git+https://example.invalid/x.git@main#egg=my.pkg&subdirectory=y',
      './wheels/some_thing-1.0-py3-none-any.whl',
      '-e ./local',
      'gunicorn',
      'zope.interface(>=5)',
    ].join('\r\n');
    const manifest = requirementsTxt.parse('requirements/dev.txt', text);
    assert.deepEqual(spoken(manifest), [
      'dev flask-login ==0.6',
      'dev requests >= 2.8.1, == 2.8.*',
      'dev pip @ https://example.invalid/pip.zip#sha1=da9',
      'dev cryptography ==41',
      'dev my-pkg git+https://example.invalid/x.git@main#egg=my.pkg&subdirectory=y',
      'dev some-thing ./wheels/some_thing-1.0-py3-none-any.whl',
      'dev gunicorn -',
      'dev zope-interface (>=5)',
    ]);
    assert.deepEqual(manifest.includes, ['requirements/base.txt', 'common.txt']);
    for (const path of [
      'requirements.txt',
      'requirements-dev.txt',
      'dev-requirements.in',
      'requirements/base.txt',
    ]) {
      assert.ok(requirementsTxt.matches(path), path);
    }
    for (const path of ['constraints.txt', 'robots.txt', 'requirements.md'])
      assert.ok(!requirementsTxt.matches(path), path);
    assert.equal(requirementsTxt.parse('requirements.txt', 'a').dependencies[0]?.kind, 'runtime');
    assert.deepEqual(requirementsTxt.parse('requirements.txt', '-r ../../x.txt').includes, ['../../x.txt']);
  });

  it('pyproject.toml', () => {
    const text = `
[build-system]
requires = ["hatchling"]
[project]
name = "shop"
classifiers = ["x"]
dependencies = ["Flask[async]>=2.0,<3", "psycopg2-binary; sys_platform != 'win32'"]
[project.optional-dependencies]
redis = ["redis>=4"]
[project.scripts]
shop = "shop:main"
[dependency-groups]
test = ["pytest", {include-group = "lint"}]
lint = ["ruff"]
[tool.uv]
dev-dependencies = ["mypy"]
workspace = { members = ["packages/*"] }
[tool.pdm.dev-dependencies]
d = ["tox"]
[tool.hatch.envs.default]
dependencies = ["coverage"]
[tool.poetry.dependencies]
python = "^3.11"
django = { version = "^4.2", extras = ["bcrypt"] }
celery = "5"
[tool.poetry.dependencies.boto3]
version = "1"
optional = true
[tool.poetry.group.docs.dependencies]
sphinx = "*"
[tool.poe.tasks]
serve = "flask run"
lint.shell = "ruff check"
[tool.setuptools.dynamic]
dependencies = { file = ["requirements.txt"] }
`;
    const manifest = pyprojectToml.parse('api/pyproject.toml', text);
    assert.deepEqual(spoken(manifest).sort(), [
      'dev coverage -',
      'dev hatchling -',
      'dev mypy -',
      'dev pytest -',
      'dev ruff -',
      'dev sphinx *',
      'dev tox -',
      'optional boto3 1',
      'optional redis >=4',
      'runtime celery 5',
      'runtime django ^4.2',
      'runtime flask >=2.0,<3',
      'runtime psycopg2-binary -',
    ]);
    assert.deepEqual(
      [manifest.name, manifest.workspaces, manifest.includes],
      ['shop', ['packages/*'], ['api/requirements.txt']],
    );
    assert.deepEqual([...manifest.traits].sort(), ['command', 'published']);
    const scripts = manifest.scripts.map(({ name, command }) => [
      name,
      text.slice(command.range.start, command.range.end),
    ]);
    assert.deepEqual(scripts, [
      ['serve', 'flask run'],
      ['lint', 'ruff check'],
    ]);
    assert.match(pyprojectToml.parse('pyproject.toml', '[project]\na = ?\n').problem ?? '', /line 2/);
    assert.deepEqual(
      [...pyprojectToml.parse('pyproject.toml', '[tool.black]\nx = 1\n').traits],
      ['tooling-only'],
    );
  });

  it('Pipfile, setup.cfg and setup.py', () => {
    const pip =
      '[packages]\nDjango = "~=4.2"\ncelery = {extras = ["redis"], version = "*"}\n[dev-packages]\npytest = "*"\n[scripts]\nweb = "gunicorn app"\n';
    assert.deepEqual(spoken(pipfile.parse('Pipfile', pip)), [
      'runtime django ~=4.2',
      'runtime celery *',
      'dev pytest *',
    ]);
    assert.equal(pipfile.parse('Pipfile', pip).scripts[0]?.command.simple[0]?.words[1]?.text, 'app');
    const cfg =
      '[metadata]\nname = shop\n[options]\ninstall_requires =\n    # web\n    flask>=2 # x\n    redis; python_version>"3"\n[options.extras_require]\ndev = pytest\n[flake8]\nx = 1\n';
    const setup = setupCfg.parse('setup.cfg', cfg);
    assert.deepEqual(
      [setup.name, ...spoken(setup)],
      ['shop', 'runtime flask >=2', 'runtime redis -', 'optional pytest -'],
    );
    assert.deepEqual([...setupCfg.parse('setup.cfg', '[flake8]\nx = 1\n').traits], ['tooling-only']);
    const py = `setup(name="shop", install_requires=["flask>=2", # "no"\n 'redis', *more()], extras_require={'dev': ["pytest"]}, x=open('requirements.txt'))`;
    const script: Manifest = setupPy.parse('setup.py', py);
    assert.deepEqual(
      [script.name, ...spoken(script)],
      ['shop', 'runtime flask >=2', 'runtime redis -', 'optional pytest -'],
    );
    assert.deepEqual(script.includes, ['requirements.txt']);
    const other = setupPy.parse('app/setup.py', 'name = "x"\ninstall_requires = ["y"]\n');
    assert.deepEqual([other.name, spoken(other), [...other.traits]], [undefined, [], ['tooling-only']]);
  });

  it('have ids of their own', () => {
    const ids = MANIFEST_CASES.map(({ format }: { format: ManifestFormat }) => format.id);
    assert.equal(new Set(ids).size, ids.length);
  });
});
