import { defineRule, notAppCode } from '../../rule';
import { oneEdit } from '../shared/one-edit';
import { unknownTypes } from './shared/app-json';

export default defineRule({
  id: 'procfile/app-json-formation',
  title: 'Formation in app.json for a process type that is not there',
  severity: 'warning',
  message:
    'The Procfile has no process type {name}, so a deploy that scales it fails or starts nothing. Name a process type of the Procfile{known}, or add this one to it.',
  skip: notAppCode,
  appFiles: unknownTypes,
  fix: oneEdit,
});
