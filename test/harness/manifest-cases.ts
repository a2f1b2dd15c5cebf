import type { ManifestFormat } from '../../core/manifest';
import packageJson from '../../core/manifests/package-json';
import pipfile from '../../core/manifests/pipfile';
import pyprojectToml from '../../core/manifests/pyproject-toml';
import requirementsTxt from '../../core/manifests/requirements-txt';
import setupCfg from '../../core/manifests/setup-cfg';
import setupPy from '../../core/manifests/setup-py';

/** Each manifest format with texts that it reads, for tests of what holds for all of them. */
export const MANIFEST_CASES: readonly { format: ManifestFormat; path: string; texts: readonly string[] }[] = [
  {
    format: packageJson,
    path: 'package.json',
    texts: [
      '{\n  "name": "a",\n  "dependencies": {\n    "express": "^4.0.0",\n    "zod": "3"\n  },\n  "devDependencies": {}\n}\n',
      '{"name":"a","scripts":{"start":"node ."}}',
      '{\r\n\t"name": "a",\r\n\t"dependencies": {\r\n\t\t"zod": "3",\r\n\t\t"express": "4"\r\n\t}\r\n}',
      '{}',
      '\ufeff{\n    "devDependencies": { "a": "1" }\n}',
    ],
  },
  {
    format: pyprojectToml,
    path: 'pyproject.toml',
    texts: [
      '[project]\nname = "a"\ndependencies = [\n    "flask>=2",  # web\n    "requests[socks]>=2; python_version < \\"3.9\\"",\n]\n\n[tool.x]\n',
      '[project]\nname = "a"\ndependencies = ["flask", "redis"]\n[dependency-groups]\ndev = ["pytest"]\n',
      "[project]\r\ndependencies = [\r\n  'zope.interface',\r\n  'flask' # last\r\n]\r\n",
      '[project]\nname = "a"',
      '[tool.poetry]\nname = "a"\n\n[tool.poetry.dependencies]\npython = "^3.11"\ndjango = "^4"\nredis = {version = "5", optional = true}\n\n[tool.poetry.group.dev.dependencies]\npytest = "*"\n',
      '[tool.poetry]\nname = "a"\n',
      '[project]\ndependencies = []\n[tool.uv]\ndev-dependencies = []\n',
    ],
  },
  {
    format: requirementsTxt,
    path: 'requirements.txt',
    texts: [
      '',
      'flask==2.0\nredis>=4 # cache\n',
      'zope\r\nflask',
      '-r base.txt\n# web\nDjango ~= 4.2 ; python_version > "3"\n',
    ],
  },
  {
    format: pipfile,
    path: 'Pipfile',
    texts: [
      '[[source]]\nurl = "https://x"\n\n[packages]\nflask = "*"\nredis = {version = ">=4", extras = ["x"]}\n\n[dev-packages]\n',
      '',
    ],
  },
  {
    format: setupCfg,
    path: 'setup.cfg',
    texts: [
      '[metadata]\nname = a\n\n[options]\ninstall_requires =\n    flask>=2\n    redis\ntests_require =\n    pytest\n',
    ],
  },
  {
    format: setupPy,
    path: 'setup.py',
    texts: [
      "from setuptools import setup\nsetup(\n    name='a',\n    install_requires=[\n        'flask>=2',\n        'redis',\n    ],\n    tests_require=['pytest'],\n)\n",
      'setup(install_requires=["b", "a"], tests_require=[])',
    ],
  },
];
