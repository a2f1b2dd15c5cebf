import type { App } from '../../../app';
import type { Breach } from '../../../rule';
import type { EnvText } from './files';

/** Names that libraries themselves read in lower case. */
const LOWER = /^(?:(?:https?|ftp|no|all)_proxy|npm_config_\w+|npm_package_\w+|pnpm_config_\w+|yarn_\w+)$/;

/** Names that a shell cannot set, and those that differ in case from the rest of their file and that no code reads so. */
export function oddKeys({ source }: EnvText, app: App): Breach[] {
  const { entries } = source.file;
  const lower = entries.filter(({ name }) => /[a-z]/.test(name)).length;
  const isLowerStyle = lower * 2 > entries.length;
  // CodeIgniter's own configuration is set by names with dots.
  const isDotted = entries.some(({ name }) => name === 'CI_ENVIRONMENT');
  return entries.flatMap(({ name, nameRange }) => {
    const why = oddityOf(name, isLowerStyle || app.envReads.has(name), isDotted);
    return why === undefined ? [] : [{ range: nameRange, words: { name, why } }];
  });
}

function oddityOf(name: string, isCaseMeant: boolean, isDotted: boolean): string | undefined {
  if (name.includes('-')) return 'has a dash, so a shell cannot set it, and foreman and honcho skip the line';
  if (name.includes('.'))
    return isDotted ? undefined : 'has a dot, so a shell cannot set it, and foreman and honcho skip the line';
  if (/^\d/.test(name)) return 'starts with a digit, so a shell cannot set it, and honcho skips the line';
  if (isCaseMeant || LOWER.test(name) || !/[a-z]/.test(name)) return undefined;
  return 'has lower-case letters, unlike the others; outside Windows their case counts';
}
