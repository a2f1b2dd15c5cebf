import { defineRule, notAppCode } from '../../rule';
import { codeFiles, entries, envFiles } from './environment-named-file/files';

const SAME = 'Its frameworks keep such settings in configuration files, which are judged.';

export default defineRule({
  id: 'config/environment-named-file',
  title: 'Settings in files named after deploys',
  severity: 'information',
  message:
    'Settings stand in {what} for the deploy “{deploy}”, so that a new deploy needs another one. Read what differs from environment variables.',
  skip: notAppCode,
  skipApps: ['library', 'desktop', 'browser', 'command'],
  // Where a file has a setting is what it is looked through for.
  given: {
    names: [
      '_host',
      'database_url',
      'db_host',
      'bucket',
      'endpoint',
      'api_url',
      'apiurl',
      'base_url',
      'baseurl',
      'production',
      'development',
      'staging',
    ],
    breach: () => undefined,
  },
  whole: codeFiles,
  entries,
  appFiles: envFiles,
  notFor: { java: SAME, csharp: SAME, go: SAME, rust: SAME, shell: 'A script is no file of settings.' },
});
