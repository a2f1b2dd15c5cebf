import assert from 'node:assert/strict';
import {
  type CommandRole,
  commandsOfManifest,
  commandsOfProcfile,
  roleOfScript,
} from '../../../core/formats/commands';
import packageJson from '../../../core/manifests/package-json';
import { parseProcfile } from '../../../core/procfile/parse';

describe('role commands', () => {
  it('of a Procfile', () => {
    const procfile = parseProcfile('web: node a\nrelease: ./migrate\n');
    const roles = (path: string): string[] =>
      commandsOfProcfile(path, procfile).map(
        ({ processType, role, command }) => `${processType} ${role} ${command.text}`,
      );
    assert.deepEqual(roles('app/Procfile'), ['web run node a', 'release release ./migrate']);
    assert.deepEqual(roles('Procfile.dev'), ['web dev node a', 'release dev ./migrate']);
  });

  it('of package scripts', () => {
    const text = '{"scripts":{"start":"node a","dev":"nodemon a","odd":"x"}}';
    const commands = commandsOfManifest(packageJson.parse('package.json', text));
    assert.deepEqual(
      commands.map(({ role, command, path }) => [role, command.text, path]),
      [
        ['run', 'node a', 'package.json'],
        ['dev', 'nodemon a', 'package.json'],
      ],
    );
  });

  it('by the name of a script', () => {
    const names: Record<CommandRole, string[]> = {
      run: ['start', 'start:prod', 'start:production', 'serve', 'server', 'prestart', 'worker'],
      dev: ['dev', 'watch', 'start:dev', 'dev:api', 'build:watch', 'debug'],
      build: ['build', 'postinstall', 'build:css', 'heroku-postbuild', 'prepare', 'build-client'],
      ci: ['test', 'lint', 'test:watch', 'deploy', 'release'],
      release: [],
      cron: [],
      deploy: [],
      check: [],
      script: [],
    };
    for (const [role, scripts] of Object.entries(names)) {
      for (const name of scripts) assert.equal(roleOfScript(name), role, name);
    }
    for (const name of ['clean', 'db:migrate', 'x']) assert.equal(roleOfScript(name), undefined, name);
  });
});
