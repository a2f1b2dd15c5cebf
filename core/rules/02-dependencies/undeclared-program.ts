import { defineRule, notAppCode } from '../../rule';
import { declareProgram, undeclaredPrograms } from './undeclared-program/commands';

export default defineRule({
  id: 'dependencies/undeclared-program',
  title: 'Program that no dependency provides',
  severity: 'warning',
  message: '{why}',
  skip: notAppCode,
  commands: undeclaredPrograms,
  fix: declareProgram,
});
