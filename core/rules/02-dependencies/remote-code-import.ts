import type { Import } from '../../facts/fact';
import { defineRule, type FileView, notAppCode } from '../../rule';
import { calls } from './remote-code-import/calls';
import { fetchingCommands } from './remote-code-import/commands';

export default defineRule({
  id: 'dependencies/remote-code-import',
  title: 'Code that is fetched when the app runs',
  severity: 'information',
  message:
    '{what}: it is in no manifest and no lockfile, and may be other code tomorrow. Declare it as a dependency, and install it in the build.',
  skip: notAppCode,
  skipApps: ['library', 'browser', 'desktop'],
  calls,
  imports: {
    suspects: (imported, file) => remoteModule(imported, file) !== undefined,
    breach: ({ import: imported, enclosure }, file) => {
      const host = enclosure.typeOnly ? undefined : remoteModule(imported, file);
      return host === undefined
        ? undefined
        : { range: imported.range, words: { what: `A module is loaded from ${host}` } };
    },
  },
  commands: fetchingCommands,
  notFor: {
    go: 'It runs what was compiled, with modules that go.sum holds the hashes of.',
    rust: 'It runs what was compiled, with crates that Cargo.lock holds the hashes of.',
    shell: 'A script’s commands are judged where they stand.',
  },
});

/** Code for browsers: what it loads is no part of the app’s processes. */
const CLIENT =
  /(?:^|\/)(?:client|frontend|front|browser|public|assets|static|wwwroot|ui|components|pages|views|resources|templates?)\//i;
const PINNED = /[@/]v?\d+\.\d+(?:\.\d+)?|[@/][0-9a-f]{7,40}\b/;

/** The host of a module that is loaded by its URL; a URL with a version names what cannot change. */
function remoteModule({ module, typeOnly }: Import, { path, family }: FileView): string | undefined {
  const host = typeOnly ? undefined : /^https?:\/\/([\w.-]{1,200})/i.exec(module)?.[1];
  if (host === undefined || (family === 'javascript' && (CLIENT.test(path) || PINNED.test(module))))
    return undefined;
  return host;
}
