import assert from 'node:assert/strict';
import fc from 'fast-check';
import sources from '../../../../core/formats/sources/index.generated';
import { readSource, variablesIn } from '../../../harness/sources';

function runtimesIn(path: string, text: string): string[] {
  const { facts, cut } = readSource(path, text);
  return facts.runtimes.map(
    ({ runtime, version, range, place, for: purpose, matrix }) =>
      `${runtime} ${version}${cut(range) === version ? '' : ` at ${cut(range)}`} ${place} ${purpose}${matrix ? ' matrix' : ''}`,
  );
}

describe('runtimes in the files around the code', () => {
  const cases: Readonly<Record<string, readonly [text: string, runtimes: readonly string[]]>> = {
    '.nvmrc': ['\ufeffv20.1.0\n', ['node v20.1.0 local run']],
    '.node-version': ['# x\nlts/iron', ['node lts/iron local run']],
    'runtime.txt': ['python-3.12.1\n', ['python 3.12.1 local run']],
    '.ruby-version': ['ruby-3.2.2\n', ['ruby 3.2.2 local run']],
    '.tool-versions': [
      'nodejs 20.1.0 # x\njava temurin-17.0.9\nterraform 1\n',
      ['node 20.1.0 local run', 'java 17.0.9 local run'],
    ],
    'mise.toml': [
      '[tools]\nnode = "22"\npython = ["3.12", "3.11"]\n',
      ['node 22 local run', 'python 3.12 local run'],
    ],
    'package.json': [
      '{"engines": {"node": ">=18"}, "volta": {"node": "20.1.0"}}',
      ['node >=18 local support', 'node 20.1.0 local run'],
    ],
    'go.mod': [
      'module x\n\ngo 1.21\ntoolchain go1.22.1\n',
      ['go 1.21 local support', 'go 1.22.1 local build'],
    ],
    Gemfile: ['source "x"\nruby "3.2.2"\n', ['ruby 3.2.2 local run']],
    'app.csproj': [
      '<Project><PropertyGroup><TargetFramework>net8.0</TargetFramework></PropertyGroup></Project>',
      ['dotnet 8.0 local run'],
    ],
    'pom.xml': [
      '<project><properties><java.version>1.8</java.version></properties></project>',
      ['java 8 at 1.8 local support'],
    ],
    Dockerfile: [
      `ARG NODE_VERSION="20.1"\nFROM golang:1.22-alpine AS tool\nFROM node:\${NODE_VERSION}-slim AS base\nFROM base\nCMD node a\n`,
      ['go 1.22 deploy build', 'node 20.1 deploy run'],
    ],
    '.github/workflows/ci.yml': [
      "jobs:\n  a:\n    strategy: { matrix: { node: [18, '20'] } }\n    steps:\n      - uses: actions/setup-node@v4\n        with: { node-version: '$" +
        "{{ matrix.node }}' }\n      - uses: actions/setup-python@v5\n        with:\n          python-version: '3.12'\n",
      ['node 18 ci run matrix', 'node 20 ci run matrix', 'python 3.12 ci run'],
    ],
    '.gitlab-ci.yml': [
      'image: ruby:3.2-slim\ntest: { image: { name: "node:20" }, script: x }\n',
      ['ruby 3.2 ci run', 'node 20 ci run'],
    ],
    'serverless.yml': ['provider:\n  runtime: nodejs18.x\n', ['node 18 at nodejs18.x deploy run']],
  };
  for (const [path, [text, runtimes]] of Object.entries(cases)) {
    it(path, () => assert.deepEqual(runtimesIn(path, text), runtimes));
  }
});

describe('variables in the files around the code', () => {
  const cases: Readonly<Record<string, readonly [text: string, variables: readonly string[]]>> = {
    Dockerfile: [
      'FROM a AS b\nARG TOKEN\nENV A=1\nFROM c\nENV B="x y" C=2\n',
      ['set A=1', 'set B="x y"', 'set C=2', 'read TOKEN'],
    ],
    'etc/a.service': [
      '[Service]\nEnvironment=A=1 "B=x y"\nEnvironment=C=\n',
      ['set A=1', 'set B=x y', 'set C='],
    ],
    'supervisord.conf': [
      '[program:a]\nenvironment=A="x",B=\'y z\',C=1\n',
      ['set A=x', 'set B=y z', 'set C=1'],
    ],
    'fly.toml': ['[env]\nPORT = "8080"\n', ['set PORT=8080']],
    'render.yaml': [
      'services:\n  - envVars:\n      - { key: A, value: x }\n      - { key: B, sync: false }\n',
      ['set A=x', 'set B external'],
    ],
    'app.json': [
      '{"env": {"A": "x", "B": {"required": false}, "C": {"description": "d"}}}',
      ['document A=x default', 'document B default', 'document C'],
    ],
    'k8s/a.yml': [
      'kind: Pod\nspec:\n  containers:\n    - env:\n        - { name: A, value: "x" }\n        - { name: B, valueFrom: { secretKeyRef: { name: s, key: k } } }\n',
      ['set A=x', 'set B external'],
    ],
    'README.md': [
      'Set `A_B` and `C_D=1`, not `AB` or E_F.\n- G_H: x\nexport I_J=2\n',
      ['document A_B', 'document C_D', 'document G_H', 'document I_J'],
    ],
    '.github/workflows/a.yml': [
      `env: { A: x }\njobs: { t: { env: { B: "\${{ secrets.B }}" }, steps: [{ run: x, env: { C: 1 } }] } }\n`,
      ['set A=x', `set B=\${{ secrets.B }} external`, 'set C=1'],
    ],
  };
  for (const [path, [text, variables]] of Object.entries(cases)) {
    it(path, () => assert.deepEqual(variablesIn(path, text), variables));
  }
});

describe('services of the files around the code', () => {
  const cases: Readonly<Record<string, readonly [text: string, services: readonly string[]]>> = {
    '.github/workflows/a.yml': [
      'jobs: { t: { services: { db: { image: "postgres:15" }, cache: "redis" } } }\n',
      ['postgres 15 ci', 'redis undefined ci'],
    ],
    '.circleci/config.yml': [
      'jobs: { t: { docker: [{ image: "cimg/node:20.1" }, { image: "cimg/postgres:14.2" }] } }\n',
      ['postgres 14.2 ci'],
    ],
    'app.json': [
      '{"addons": ["heroku-postgresql:mini", {"plan": "heroku-redis:mini", "options": {"version": "7"}}]}',
      ['postgres undefined deploy', 'redis 7 deploy'],
    ],
    'render.yaml': ['databases:\n  - { name: db, postgresMajorVersion: "15" }\n', ['postgres 15 deploy']],
  };
  for (const [path, [text, services]] of Object.entries(cases)) {
    it(path, () =>
      assert.deepEqual(
        readSource(path, text).facts.services.map(
          ({ kind, version, place }) => `${kind} ${version} ${place}`,
        ),
        services,
      ),
    );
  }
});

describe('any text', () => {
  const paths = [
    'Dockerfile',
    'compose.yml',
    'k8s/a.yml',
    '.github/workflows/a.yml',
    '.gitlab-ci.yml',
    '.circleci/config.yml',
    'Makefile',
    'a.service',
    'crontab',
    'supervisord.conf',
    'fly.toml',
    'render.yaml',
    'app.json',
    'heroku.yml',
    'vercel.json',
    'serverless.yml',
    'fabfile.py',
    'a.sh',
    'schema.prisma',
    'README.md',
    '.nvmrc',
    '.tool-versions',
    'package.json',
    'go.mod',
  ];

  it('is read by some format or other', () => {
    const met = new Set(paths.map((path) => sources.find((one) => one.matches(path))?.id));
    assert.deepEqual(
      sources.map(({ id }) => id).filter((id) => !met.has(id)),
      [],
    );
  });

  it('is read without an error and with ranges inside of it', () => {
    const pieces = fc.constantFrom(
      'services:',
      '\n',
      '\r\n',
      '  ',
      '- ',
      'run: |',
      'command: ',
      '"',
      "'",
      '\\',
      '\\u00e9',
      '{',
      '}',
      '[',
      ']',
      'kind: Pod',
      'image: postgres:15',
      'jobs:',
      'steps:',
      '$X',
      `\${A:-b}`,
      '[Service]',
      'ExecStart=',
      'FROM node:20',
      'CMD ',
      '\t',
      'a:',
      '\ufeff',
      '&',
      '*x',
      '<<: ',
      'é',
      '#',
      'sh -c ',
      'environment:',
    );
    const text = fc.array(pieces, { maxLength: 40 }).map((list) => list.join(''));
    fc.assert(
      fc.property(fc.constantFrom(...paths), text, (path, written) => {
        const { facts } = readSource(path, written);
        const ranges = [
          ...facts.commands.flatMap(({ command }) => [
            command.range,
            ...command.simple.flatMap(({ words }) => words.map(({ range }) => range)),
          ]),
          ...[...facts.env, ...facts.services, ...facts.runtimes, ...facts.ports].map(({ range }) => range),
        ];
        for (const { start, end } of ranges)
          assert.ok(0 <= start && start <= end && end <= written.length, `${start}-${end}`);
      }),
      { numRuns: 2_000 },
    );
  });
});
