import { defineRule, notAppCode, notServices } from '../../rule';
import { calls } from './code-change-at-runtime/calls';
import { mounts, settings } from './code-change-at-runtime/entries';

export default defineRule({
  id: 'build/code-change-at-runtime',
  title: 'Running app that changes its own code',
  severity: 'information',
  message:
    '{what} changes the code of a running app; the change is in no build, and is gone with the next release. Build and release it.',
  skip: notAppCode,
  skipApps: notServices,
  calls,
  entries: [...mounts, ...settings],
  notFor: {
    java: 'It runs what was compiled; new source changes nothing.',
    go: 'It runs what was compiled; new source changes nothing.',
    csharp: 'It runs what was compiled; new source changes nothing.',
    rust: 'It runs what was compiled; new source changes nothing.',
    shell: 'A script’s commands are judged where they stand, as those of a process or a deploy.',
  },
});
