import type { EnvEntry } from '../../../env/env-file';
import type { Breach, Severity } from '../../../rule';

const PRELOADS = 'makes every program that starts with this file load code from elsewhere';
const RUNTIME =
  'is read when the runtime starts: loaded by the app itself it comes too late, and started with it every tool is changed';
const PATHS = 'changes where every program that starts with this file looks for its libraries';

const LOADERS: readonly (readonly [RegExp, string, Severity | undefined])[] = [
  [/^(?:LD_PRELOAD|LD_AUDIT|DYLD_INSERT_LIBRARIES|BASH_ENV|PERL5DB|PROMPT_COMMAND)$/, PRELOADS, 'warning'],
  [/^(?:LD_LIBRARY_PATH|DYLD_\w+)$/, PATHS, undefined],
  [
    /^(?:NODE_OPTIONS|RUBYOPT|PERL5OPT|JAVA_TOOL_OPTIONS|_JAVA_OPTIONS|PYTHONSTARTUP|PYTHONHOME)$/,
    RUNTIME,
    undefined,
  ],
  // Editors read PYTHONPATH from here, and their users rely on it.
  [/^(?:PYTHONPATH|RUBYLIB|PERL5LIB|NODE_PATH)$/, PATHS, 'hint'],
];

/** A variable that loaders and runtimes obey. */
export function loaderVariable({ name, nameRange }: EnvEntry): Breach | undefined {
  const found = LOADERS.find(([names]) => names.test(name));
  if (!found) return undefined;
  const [, what, severity] = found;
  return { range: nameRange, words: { name, what }, ...(severity ? { severity } : {}) };
}
