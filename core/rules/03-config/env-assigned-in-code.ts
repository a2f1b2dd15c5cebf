import { defineRule, notAppCode } from '../../rule';
import { assigned, setters } from './shared/env-assignment';

export default defineRule({
  id: 'config/env-assigned-in-code',
  title: 'Variable that the code itself sets',
  severity: 'information',
  message:
    'The code sets {name} to a fixed value, so that no deploy can set it. Remove the line, and set it in the environment.',
  skip: notAppCode,
  skipApps: ['library', 'command', 'desktop', 'browser'],
  calls: setters,
  notFor: {
    java: 'Java cannot set a variable of its own process.',
    shell: 'A script sets variables for what it starts.',
  },
  strings: { heldBy: ['env', 'environ'], breach: assigned },
});
