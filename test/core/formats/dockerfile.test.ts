import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { RoleCommand } from '../../../core/formats/commands';
import { readDockerfile } from '../../../core/formats/dockerfile';
import dockerfile from '../../../core/formats/sources/dockerfile';
import type { Command } from '../../../core/procfile/procfile';
import type { Range } from '../../../core/text';

const TEXT = [
  '\ufeff# syntax=docker/dockerfile:1',
  'FROM node:20 AS build',
  'ENV A=1 B="x y" \\',
  '  C=3',
  'ENV D e f',
  'RUN --mount=type=cache,target=/x npm ci \\',
  '  # why',
  '',
  '  && npm run build $MODE',
  'CMD ["node", "dev.js"]',
  'FROM node:20',
  'EXPOSE 3000/tcp $PORT',
  'RUN <<EOF',
  'apt-get update',
  'apt-get install x',
  'EOF',
  'ENTRYPOINT ["docker-entrypoint.sh"]',
  'CMD [ "node", "a \\"b\\"" ]',
  'HEALTHCHECK CMD curl http://localhost',
  '',
].join('\r\n');

const commandsOf = (path: string, text: string): readonly RoleCommand[] =>
  dockerfile.read(path, text).commands;

const words = (command: Command | undefined): string[][] =>
  command?.simple.map((simple) => simple.words.map((word) => word.text)) ?? [];

describe('readDockerfile', () => {
  const file = readDockerfile(TEXT);
  const cut = ({ start, end }: Range): string => TEXT.slice(start, end);

  it('reads what is run at build time and by the final stage', () => {
    assert.deepEqual(
      file.commands.map(({ keyword, stage, exec }) => [keyword, stage, exec]),
      [
        ['RUN', 0, false],
        ['CMD', 0, true],
        ['RUN', 1, false],
        ['ENTRYPOINT', 1, true],
        ['CMD', 1, true],
      ],
    );
    assert.equal(file.stages, 2);
    assert.deepEqual(words(file.commands[0]?.command), [
      ['npm', 'ci'],
      ['npm', 'run', 'build', '$MODE'],
    ]);
    assert.deepEqual(words(file.commands[2]?.command), [
      ['apt-get', 'update'],
      ['apt-get', 'install', 'x'],
    ]);
    assert.deepEqual(words(file.entrypoint?.command), [['docker-entrypoint.sh']]);
    assert.deepEqual(words(file.cmd?.command), [['node', 'a "b"']]);
  });

  it('gives each part its range', () => {
    assert.deepEqual(
      file.cmd?.command.simple[0]?.words.map(({ range }) => cut(range)),
      ['"node"', '"a \\"b\\""'],
    );
    const run = file.commands[0]?.command;
    assert.deepEqual(
      run?.simple[1]?.words.map(({ range }) => cut(range)),
      ['npm', 'run', 'build', '$MODE'],
    );
    assert.deepEqual(
      run?.variables.map(({ range }) => cut(range)),
      ['$MODE'],
    );
    assert.deepEqual(
      file.env.map(({ name, nameRange, valueRange, value }) => [
        name,
        cut(nameRange),
        cut(valueRange),
        value.reveal(),
      ]),
      [
        ['A', 'A', '1', '1'],
        ['B', 'B', '"x y"', 'x y'],
        ['C', 'C', '3', '3'],
        ['D', 'D', 'e f', 'e f'],
      ],
    );
    assert.deepEqual(
      file.ports.map(({ port, range, stage }) => [port, cut(range), stage]),
      [
        ['3000/tcp', '3000/tcp', 1],
        ['$PORT', '$PORT', 1],
      ],
    );
  });

  it('finds the command of the stage that the final one builds on', () => {
    const { cmd, entrypoint } = readDockerfile('FROM a AS Base\nCMD node a\nFROM base\nRUN x\n');
    assert.deepEqual([words(cmd?.command), entrypoint], [[['node', 'a']], undefined]);
    assert.equal(readDockerfile('FROM a AS x\nCMD node a\nFROM b\n').cmd, undefined);
    assert.equal(readDockerfile('CMD x').cmd, undefined);
  });

  it('hands to the shell what is no JSON array, and knows another escape character', () => {
    const { cmd } = readDockerfile("FROM a\nCMD ['node', 'a']\n");
    assert.deepEqual(words(cmd?.command), [['[node,', 'a]']]);
    const windows = readDockerfile('# escape=`\nFROM a\nRUN dir C:\\x `\n  && b\n').commands[0];
    assert.deepEqual(words(windows?.command), [['dir', 'C:x'], ['b']]);
  });

  it('never throws, and keeps every part inside the text', () => {
    const pieces = [
      ...TEXT.split(/(\W)/),
      '[',
      ']',
      '"',
      '\\',
      '<<E',
      '\n',
      'ONBUILD ',
      'FROM a\n',
      'CMD ',
      '$',
      '\0',
      '\ud800',
    ];
    const random = fc.array(fc.constantFrom(...pieces), { maxLength: 40 }).map((parts) => parts.join(''));
    const check = (text: string): void => {
      const { commands, env, ports, problem } = readDockerfile(text);
      assert.equal(problem, undefined);
      const ranges = [
        ...commands.map((each) => each.command.range),
        ...env.map((each) => each.valueRange),
        ...ports.map((each) => each.range),
      ];
      for (const { start, end } of ranges) assert.ok(0 <= start && start <= end && end <= text.length);
    };
    fc.assert(fc.property(random, check), { numRuns: 1_000 });
    check(`FROM a\nCMD ${'['.repeat(20_000)}`);
  });

  it('gives commands with their roles', () => {
    const roles = (text: string): string[] =>
      commandsOf('Dockerfile', text).map(({ role, command }) => `${role} ${words(command).flat().join(' ')}`);
    assert.deepEqual(roles(TEXT), [
      'build npm ci npm run build $MODE',
      'build apt-get update apt-get install x',
      'run docker-entrypoint.sh',
      'run node a "b"',
    ]);
    assert.deepEqual(roles('FROM a\nENTRYPOINT ["node", "a"]\nCMD ["--port", "1"]\n'), ['run node a']);
  });
});
