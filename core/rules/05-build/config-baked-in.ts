import { defineRule } from '../../rule';
import { calls, environments } from './config-baked-in/code';
import { commandsOfBuild } from './config-baked-in/commands';
import { inDockerfile } from './config-baked-in/dockerfile';
import { mend } from './config-baked-in/fix';

export default defineRule({
  id: 'build/config-baked-in',
  title: 'Config of a deploy in the build',
  severity: 'information',
  message: '{what} becomes part of the build, so the build fits one deploy only. {advice}',
  skip: ['test', 'example', 'generated', 'vendored'],
  calls,
  given: environments,
  commands: commandsOfBuild,
  appFiles: inDockerfile,
  notFor: {
    python: 'Python is not compiled with values of the environment.',
    ruby: 'Ruby is not compiled with values of the environment.',
    php: 'PHP is not compiled with values of the environment.',
    java: 'Values that Maven or Gradle filter in stand in their build files.',
    go: 'What the linker writes into a program stands in commands (`-ldflags -X`).',
    csharp: 'Values of a build stand in project files.',
    shell: 'Commands of a build are judged wherever they stand.',
  },
  fix: mend,
});
