import { defineRule } from '../../rule';
import { oneEdit } from '../shared/one-edit';
import { movedTags } from './mutable-release-tag/commands';
import { ownImages } from './mutable-release-tag/images';

export default defineRule({
  id: 'build/mutable-release-tag',
  title: 'Release without an id of its own',
  severity: 'warning',
  message: '{what}, so nobody can tell which release runs or go back to the one before. {advice}',
  skip: ['test', 'example', 'generated', 'vendored'],
  commands: movedTags,
  appFiles: ownImages,
  fix: oneEdit,
});
