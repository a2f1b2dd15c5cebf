import assert from 'node:assert/strict';
import type { CodeLens, CompletionItem, Location } from 'vscode-languageserver/node';
import { MemoryClient, type Settings } from '../harness/memory-client';

const lock = JSON.stringify({
  lockfileVersion: 3,
  packages: {
    '': { dependencies: { express: '^5.0.0' } },
    'node_modules/express': { version: '5.1.0' },
    'node_modules/qs': { version: '6.13.0' },
  },
});
const manifest = `{
  "private": true,
  "dependencies": {
    "express": "^5.0.0",
    "left-pad": "^1.0.0"
  },
  "devDependencies": {}
}
`;
const files = {
  'package.json': manifest,
  'package-lock.json': lock,
  'web.js': "import express from 'express';\nimport qs from 'qs';\n",
  'api/users.js': "const { Router } = require('express');\nrequire('express/lib/router');\n",
  'api/users.test.js': "import nock from 'nock';\n",
};

function withClient<T>(
  own: Readonly<Record<string, string>>,
  use: (client: MemoryClient) => Promise<T>,
  settings: Settings = {},
): Promise<T> {
  return MemoryClient.with(own, use, settings);
}

async function hoverAt(client: MemoryClient, path: string, text: string): Promise<string> {
  client.open(path);
  const { line, character } = client.rangeOf(path, text).start;
  const found = await client.hover(path, { line, character: character + 1 });
  return found && 'value' in Object(found.contents) ? (found.contents as { value: string }).value : '';
}

/** The completions where the text has its `|`. */
async function typed(own: Readonly<Record<string, string>>, path: string): Promise<CompletionItem[]> {
  const marked = own[path] ?? '';
  const text = marked.replace('|', '');
  return withClient({ ...own, [path]: text }, (client) => {
    client.open(path);
    const before = marked.slice(0, marked.indexOf('|')).split('\n');
    return client.completion(path, {
      line: before.length - 1,
      character: before.at(-1)?.length ?? 0,
    });
  });
}

async function inserted(own: Readonly<Record<string, string>>, path: string): Promise<string[]> {
  return (await typed(own, path)).map(({ textEdit }) => String(textEdit?.newText));
}

describe('server: dependencies', () => {
  describe('hover', () => {
    it('tells where a package is imported and what the lockfile pins', () =>
      withClient(files, async (client) => {
        assert.equal(
          await hoverAt(client, 'package.json', 'express'),
          [
            'Imported in 2 files:',
            '',
            '- [api/users.js](file:///app/api/users.js)',
            '- [web.js](file:///app/web.js)',
            '',
            'Pinned by [package-lock.json](file:///app/package-lock.json): `5.1.0`',
          ].join('\n'),
        );
        assert.equal(await hoverAt(client, 'package.json', 'left-pad'), 'Not imported in any file');
        assert.equal(await hoverAt(client, 'package.json', 'private'), '');
      }));

    it('counts the files of member packages, but for those that declare it themselves', () => {
      const members = {
        'package.json': '{ "workspaces": ["packages/*"], "devDependencies": { "zod": "^3" } }',
        'packages/a/package.json': '{ "name": "a" }',
        'packages/a/index.ts': "import { z } from 'zod';\n",
        'packages/b/package.json': '{ "name": "b", "dependencies": { "zod": "^3" } }',
        'packages/b/index.ts': "import { z } from 'zod';\n",
      };
      return withClient(members, async (client) => {
        const top = await hoverAt(client, 'package.json', 'zod');
        assert.match(top, /one file:\n\n- \[packages\/a\/index\.ts\]/);
        assert.match(await hoverAt(client, 'packages/b/package.json', 'zod'), /packages\/b\/index\.ts/);
      });
    });

    it('knows the imports of other ecosystems by their own names', () => {
      const many = {
        'py/requirements.txt': 'PyYAML==6.0\n',
        'py/a.py': 'import yaml\n',
        'go/go.mod': 'module example.com/shop\n\nrequire github.com/go-chi/chi/v5 v5.0.0\n',
        'go/main.go': 'package main\n\nimport "github.com/go-chi/chi/v5/middleware"\n',
        'rs/Cargo.toml': '[package]\nname = "a"\n[dependencies]\nasync-trait = "0.1"\n',
        'rs/src/main.rs': 'use async_trait::async_trait;\n',
        'rb/Gemfile': "gem 'redis'\n",
        'rb/a.rb': "require 'redis'\n",
        'php/composer.json': '{ "require": { "monolog/monolog": "^3" } }',
        'php/a.php': '<?php\nuse Monolog\\Logger;\n',
        'cs/Shop.csproj':
          '<Project><ItemGroup><PackageReference Include="Serilog" Version="3.0.0" /></ItemGroup></Project>',
        'cs/A.cs': 'using Serilog.Events;\n',
      };
      return withClient(many, async (client) => {
        for (const [path, text, file] of [
          ['py/requirements.txt', 'PyYAML', 'a.py'],
          ['go/go.mod', 'github.com', 'main.go'],
          ['rs/Cargo.toml', 'async-trait', 'main.rs'],
          ['rb/Gemfile', 'redis', 'a.rb'],
          ['php/composer.json', 'monolog/', 'a.php'],
          ['cs/Shop.csproj', 'Serilog', 'A.cs'],
        ] as const)
          assert.match(await hoverAt(client, path, text), new RegExp(`one file:\\n\\n- .*${file}`), path);
      });
    });
  });

  describe('references', () => {
    it('are every import of the package, with its line in the manifest where that is asked for', () =>
      withClient(files, async (client) => {
        client.open('package.json');
        const ask = async (includeDeclaration: boolean): Promise<string[]> => {
          const found = await client.ask<Location[]>('references', 'package.json', 'express', {
            context: { includeDeclaration },
          });
          return found.map(({ uri, range }) => `${client.pathOf(uri)}:${range.start.line + 1}`);
        };
        assert.deepEqual(await ask(false), ['api/users.js:1', 'api/users.js:2', 'web.js:1']);
        assert.deepEqual((await ask(true))[0], 'package.json:4');
      }));
  });

  describe('definition', () => {
    const linesOf = async (client: MemoryClient, method: string): Promise<string[]> => {
      client.open('web.js');
      const found = await client.ask<Location[] | null>(method, 'web.js', "express'");
      return (found ?? []).map(({ uri, range }) => `${client.pathOf(uri)}:${range.start.line + 1}`);
    };

    it('leads from an import to its line in the manifest', () =>
      withClient(files, async (client) => {
        assert.deepEqual(await linesOf(client, 'definition'), ['package.json:4']);
        assert.deepEqual(await linesOf(client, 'declaration'), ['package.json:4']);
        assert.equal(await client.ask('definition', 'web.js', "qs'"), null);
      }));

    it('leaves an installed package to those who know its code', () =>
      withClient({ ...files, 'node_modules/express/package.json': '{}' }, async (client) => {
        assert.deepEqual(await linesOf(client, 'definition'), []);
        assert.deepEqual(await linesOf(client, 'declaration'), ['package.json:4']);
      }));
  });

  describe('code lens', () => {
    const titles = (settings: Settings): Promise<string[]> =>
      withClient(
        files,
        async (client) => {
          client.open('package.json');
          const found = await client.ask<CodeLens[] | null>('codeLens', 'package.json');
          return (found ?? []).map(({ range, command }) => `${range.start.line + 1} ${command?.title}`);
        },
        settings,
      );

    it('tells how many files import a package, where the user wants it', async () => {
      assert.deepEqual(await titles({}), []);
      assert.deepEqual(await titles({ codeLens: { imports: true } }), [
        '4 imported in 2 files',
        '5 not imported',
      ]);
    });
  });

  describe('completion', () => {
    const at = (before: string, after = ''): Record<string, string> => ({
      ...files,
      'package.json': `{ "dependencies": { "express": "^5.0.0", ${before}|${after} }, "devDependencies": {} }`,
    });

    it('offers what is imported and not declared, with the version that the lockfile pins', async () => {
      assert.deepEqual(await inserted(at('"q', '"'), 'package.json'), ['"qs": "^6.13.0"', '"nock": ""']);
      assert.deepEqual(await inserted(at('"'), 'package.json'), ['"qs": "^6.13.0"', '"nock": ""']);
      assert.deepEqual(await inserted(at(''), 'package.json'), ['"qs": "^6.13.0"', '"nock": ""']);
      assert.deepEqual(await inserted(at('"q', '": "^6.0.0"'), 'package.json'), ['"qs"', '"nock"']);
      assert.deepEqual(await inserted(at('"a": "', '"'), 'package.json'), []);
      const [first] = await typed(at('"q', '"'), 'package.json');
      assert.equal(first?.detail, 'Imported in web.js, not declared');
      assert.equal(first?.filterText, '"qs"');
    });

    it('puts what only tests import first among the packages for development', async () => {
      const own = {
        ...files,
        'package.json': '{ "dependencies": { "express": "^5" }, "devDependencies": { "|" } }',
      };
      const items = await typed(own, 'package.json');
      assert.deepEqual(
        items.sort((a, b) => ((a.sortText ?? '') < (b.sortText ?? '') ? -1 : 1)).map(({ label }) => label),
        ['nock', 'qs'],
      );
    });

    it('takes the version of an installed copy where no lockfile tells', async () => {
      const { 'package-lock.json': _, ...rest } = files;
      await withClient(
        { ...rest, 'package.json': '{ "dependencies": { "express": "^5", "" } }' },
        async (client) => {
          client.host.files.set('node_modules/qs/package.json', '{ "name": "qs", "version": "6.14.1" }');
          client.open('package.json');
          const [first] = await client.completion('package.json', { line: 0, character: 38 });
          assert.equal(first?.textEdit?.newText, '"qs": "^6.14.1"');
        },
      );
    });

    it('writes what each manifest wants', async () => {
      const python = { 'app.py': 'import yaml\nimport flask\n' };
      const uv = 'version = 1\n[[package]]\nname = "pyyaml"\nversion = "6.0.2"\n';
      const cases: readonly [Record<string, string>, string, string][] = [
        [{ ...python, 'requirements.txt': 'flask==3.0.0\npy|\n' }, 'requirements.txt', 'pyyaml'],
        [
          {
            ...python,
            'uv.lock': uv,
            'pyproject.toml': '[project]\nname = "x"\ndependencies = [\n  "flask>=3",\n  "|\n]\n',
          },
          'pyproject.toml',
          '"pyyaml>=6.0.2"',
        ],
        [
          { ...python, 'pyproject.toml': '[tool.poetry.dependencies]\nflask = "^3"\np|\n' },
          'pyproject.toml',
          'pyyaml = "*"',
        ],
        [{ ...python, Pipfile: '[packages]\nflask = "*"\n|\n' }, 'Pipfile', 'pyyaml = "*"'],
        [
          {
            'main.go': 'package main\nimport "github.com/go-chi/chi/v5"\n',
            'go.mod': 'module a\n\nrequire (\n\tgithub.com/a/b v1.0.0\n\tgithub.com/go|\n)\n',
          },
          'go.mod',
          'github.com/go-chi/chi/v5',
        ],
        [{ 'a.rb': "require 'redis'\n", Gemfile: "gem 'puma'\ngem '|'\n" }, 'Gemfile', "'redis'"],
        [
          {
            'a.php': '<?php\nuse Monolog\\Logger;\n',
            'composer.json': '{ "require": { "php": "^8", "|" } }',
          },
          'composer.json',
          '"monolog/monolog": "*"',
        ],
      ];
      for (const [own, path, wanted] of cases) assert.deepEqual(await inserted(own, path), [wanted], wanted);
    });

    it('is silent elsewhere', async () => {
      assert.deepEqual(
        await inserted({ ...files, 'package.json': manifest.replace('true', 'tr|ue') }, 'package.json'),
        [],
      );
      const own = {
        'a.py': 'import yaml\n',
        'pyproject.toml': '[project]\nname = "|"\ndependencies = ["flask"]\n',
      };
      assert.deepEqual(await inserted(own, 'pyproject.toml'), []);
    });
  });
});
