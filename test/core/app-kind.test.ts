import assert from 'node:assert/strict';
import type { AppKind } from '../../core/file-class';
import { MemoryApp } from '../harness/app';

type Case = readonly [AppKind, string, Readonly<Record<string, string>>];

const json = (value: object): Readonly<Record<string, string>> => ({ 'package.json': JSON.stringify(value) });
const cases: readonly Case[] = [
  ['service', 'nothing is known', {}],
  ['service', 'the manifest says nothing', json({})],
  ['service', 'a server library', json({ main: 'index.js', files: ['lib'], dependencies: { express: '1' } })],
  [
    'service',
    'a start script',
    json({ main: 'index.js', scripts: { start: 'node .' }, dependencies: { pg: '1' } }),
  ],
  [
    'service',
    'a Procfile beside a library',
    { ...json({ main: 'index.js', files: ['lib'] }), Procfile: 'web: x\n' },
  ],
  [
    'library',
    'published, a server only to test with',
    json({ main: 'a.js', files: ['a'], devDependencies: { express: '1' } }),
  ],
  ['command', 'a bin', json({ bin: { shop: 'shop.js' }, dependencies: { commander: '1' } })],
  [
    'desktop',
    'Electron',
    json({ main: 'a.js', devDependencies: { electron: '1' }, dependencies: { express: '1' } }),
  ],
  ['desktop', 'a VS Code extension', json({ main: 'a.js', engines: { vscode: '^1.106.0' } })],
  [
    'browser',
    'a front end',
    json({ private: true, dependencies: { react: '1' }, scripts: { build: 'vite build' } }),
  ],
  [
    'service',
    'a front end with its server',
    json({ private: true, dependencies: { react: '1', next: '1' } }),
  ],
  [
    'service',
    'a Gemfile with Rails beside a front end',
    { ...json({ private: true, dependencies: { react: '1' } }), Gemfile: "gem 'rails'\n" },
  ],
  ['library', 'a gem', { Gemfile: 'gemspec\n', 'shop.gemspec': "s.name = 'shop'\n" }],
  [
    'library',
    'a Composer library',
    { 'composer.json': '{"name":"a/b","type":"library","require":{"psr/log":"3"}}' },
  ],
  ['service', 'a Go module', { 'go.mod': 'module m\n' }],
  [
    'service',
    'a web project among libraries',
    {
      'a.csproj': '<Project Sdk="Microsoft.NET.Sdk"/>',
      'w.csproj': '<Project Sdk="Microsoft.NET.Sdk.Web"/>',
    },
  ],
  [
    'service',
    'a web application of old beside a tool with windows',
    {
      'tool.csproj': '<Project><PropertyGroup><OutputType>WinExe</OutputType></PropertyGroup></Project>',
      'web.csproj':
        '<Project><PropertyGroup><ProjectTypeGuids>{349c5851-65df-11da-9384-00065b846f21};{fae04ec0-301f-11d3-bf4b-00c04f79efbc}</ProjectTypeGuids></PropertyGroup></Project>',
    },
  ],
  [
    'desktop',
    'a program with windows',
    { 'a.csproj': '<Project><PropertyGroup><OutputType>WinExe</OutputType></PropertyGroup></Project>' },
  ],
  ['service', 'Python requirements', { 'requirements.txt': 'flask\n' }],
  [
    'service',
    'a server among several manifests',
    { ...json({ bin: 'a.js' }), 'requirements.txt': 'gunicorn\n' },
  ],
  [
    'command',
    'Python scripts',
    { 'pyproject.toml': '[project]\nname = "a"\n[project.scripts]\na = "a:main"\n' },
  ],
];

describe('kinds of app', () => {
  for (const [kind, title, files] of cases)
    it(`${kind}: ${title}`, () => assert.equal(new MemoryApp(files).picture.appOf('app.js').kind, kind));
});
