import { defineRule } from '../../rule';
import { commandsOfBuild } from './config-baked-in/commands';
import { inDockerfile } from './config-baked-in/dockerfile';
import { mend } from './config-baked-in/fix';

export default defineRule({
  id: 'build/config-baked-in',
  title: 'Config of a deploy in the build',
  severity: 'information',
  message: '{what} becomes part of the build, so the build fits one deploy only. {advice}',
  skip: ['test', 'example', 'generated', 'vendored'],
  commands: commandsOfBuild,
  appFiles: inDockerfile,
  fix: mend,
});
