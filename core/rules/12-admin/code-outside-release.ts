import { defineRule, notServices } from '../../rule';
import { outside } from './code-outside-release/commands';
import { otherImages } from './code-outside-release/images';

export default defineRule({
  id: 'admin/code-outside-release',
  title: 'Admin task that is no part of the release',
  severity: 'information',
  message:
    '{what} is no part of this app’s releases, so it does not change along with the code it works on. Ship it with the app.',
  skip: ['test', 'example', 'generated', 'vendored'],
  skipApps: notServices,
  commands: outside,
  appFiles: otherImages,
});
