import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { DependencyKind, Manifest, ManifestFormat } from '../../../core/manifest';
import packageJson from '../../../core/manifests/package-json';
import pipfile from '../../../core/manifests/pipfile';
import pyprojectToml from '../../../core/manifests/pyproject-toml';
import requirementsTxt from '../../../core/manifests/requirements-txt';
import setupCfg from '../../../core/manifests/setup-cfg';
import setupPy from '../../../core/manifests/setup-py';
import { applyEdits } from '../../../core/text';
import { MANIFEST_CASES } from '../../harness/manifest-cases';

function declare(
  format: ManifestFormat,
  text: string,
  name: string,
  version?: string,
  kind: DependencyKind = 'runtime',
): string | undefined {
  const edits = format.declare(text, name, version, kind);
  return edits && applyEdits(text, edits);
}

function spoken({ dependencies }: Manifest): string[] {
  return dependencies.map(({ name, version, kind }) => `${kind} ${name} ${version}`).sort();
}

describe('declaring a package', () => {
  for (const { format, path, texts, names, kinds } of MANIFEST_CASES) {
    if (names?.length === 0) continue;
    it(`is read back and changes nothing else: ${format.id}`, () => {
      const name = fc.constantFrom(...(names ?? ['aaa', 'hiredis', 'zzz', 'm-1']));
      const version = fc.constantFrom(undefined, '1.2.3', '>=2');
      const kind = fc.constantFrom<DependencyKind>(...(kinds ?? (['runtime', 'dev'] as const)));
      const check = (text: string, wanted: string, range: string | undefined, as: DependencyKind): void => {
        const declared = declare(format, text, wanted, range, as);
        assert.ok(declared !== undefined, text);
        const after = format.parse(path, declared);
        assert.equal(after.problem, undefined, declared);
        const found = after.dependencies.filter((each) => each.name === wanted);
        assert.equal(found.length, 1, declared);
        const read = found[0]?.version ?? '';
        assert.ok(read.includes(range ?? ''), `${read} in ${declared}`);
        assert.equal(found[0]?.kind, as);
        const others = spoken({
          ...after,
          dependencies: after.dependencies.filter((each) => each.name !== wanted),
        });
        assert.deepEqual(others, spoken(format.parse(path, text)));
        if (text.includes('\r\n')) assert.doesNotMatch(declared, /(?<!\r)\n/);
      };
      fc.assert(fc.property(fc.constantFrom(...texts), name, version, kind, check), { numRuns: 200 });
    });
  }

  it('keeps the style of a package.json', () => {
    const text = '{\n  "name": "a",\n  "dependencies": {\n    "a": "1",\n    "z": "2"\n  }\n}\n';
    assert.equal(
      declare(packageJson, text, 'm', '3.0.0'),
      '{\n  "name": "a",\n  "dependencies": {\n    "a": "1",\n    "m": "^3.0.0",\n    "z": "2"\n  }\n}\n',
    );
    assert.equal(
      declare(packageJson, '{\n\t"name": "a"\n}\n', 'm', '~3', 'dev'),
      '{\n\t"name": "a",\n\t"devDependencies": {\n\t\t"m": "~3"\n\t}\n}\n',
    );
    assert.equal(
      declare(packageJson, '{"dependencies":{"a":"1"}}', 'm', '3'),
      '{"dependencies":{"a":"1", "m": "^3"}}',
    );
    const unsorted = '{\n  "dependencies": {\n    "z": "2",\n    "a": "1"\n  }\n}\n';
    assert.match(declare(packageJson, unsorted, 'b', '3') ?? '', /"a": "1",\n {4}"b": "\^3"\n {2}}/);
    assert.equal(declare(packageJson, '{ "dependencies": [ }', 'b', '3'), undefined);
  });

  it('keeps the style of a pyproject.toml', () => {
    const lines = '[project]\ndependencies = [\n    "a>=1", # why\n    "z"   # last\n]\n';
    assert.equal(
      declare(pyprojectToml, lines, 'm', '2'),
      '[project]\ndependencies = [\n    "a>=1", # why\n    "m>=2",\n    "z"   # last\n]\n',
    );
    assert.equal(
      declare(pyprojectToml, lines, 'zz'),
      '[project]\ndependencies = [\n    "a>=1", # why\n    "z",   # last\n    "zz"\n]\n',
    );
    assert.equal(
      declare(pyprojectToml, '[project]\nname = "a"\n\n[tool.x]\ny = 1\n', 'm'),
      '[project]\nname = "a"\ndependencies = [\n    "m",\n]\n\n[tool.x]\ny = 1\n',
    );
    assert.equal(declare(pyprojectToml, '[project]\ndynamic = ["dependencies"]\n', 'm'), undefined);
    assert.equal(declare(pyprojectToml, '[tool.black]\n', 'm'), undefined);
    const poetry = '[tool.poetry.dependencies]\npython = "^3"\na = "1"\n';
    assert.equal(declare(pyprojectToml, poetry, 'm', '2.0'), `${poetry}m = "^2.0"\n`);
  });

  it('keeps the style of requirements', () => {
    assert.equal(declare(requirementsTxt, 'a==1\nz==2\n', 'm', '3'), 'a==1\nm==3\nz==2\n');
    assert.equal(declare(requirementsTxt, 'z\na', 'm'), 'z\na\nm');
    assert.equal(declare(requirementsTxt, '-r base.txt', 'm'), '-r base.txt\nm\n');
    assert.equal(declare(requirementsTxt, 'a==1 \\\n  --hash=sha256:0\n', 'm'), undefined);
    assert.equal(declare(pipfile, '[packages]\na = "*"\n', 'm', '2'), '[packages]\na = "*"\nm = "==2"\n');
    assert.equal(declare(setupCfg, '[options]\ninstall_requires = file: r.txt\n', 'm'), undefined);
    assert.equal(declare(setupPy, 'setup(install_requires=REQUIRES)', 'm'), undefined);
  });
});
