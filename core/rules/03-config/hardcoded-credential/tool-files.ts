import type { FileCheck } from '../../../rule';
import { classifyValue } from '../../../values/classify';
import { LOGIN_FILES, loginsIn } from '../shared/logins';
import { levelOf } from './level';

/** Credentials that the settings of tools hold: `.netrc`, `.npmrc`. A token of a provider is told by its format. */
export const toolFiles: FileCheck = {
  files: LOGIN_FILES,
  breaches: (text, file) => {
    const severity = levelOf('certain', '', '', file);
    if (!severity) return [];
    return loginsIn(file.path, text)
      .filter(({ start, end }) => !TOLD.has(classifyValue(text.slice(start, end)).class))
      .map((range) => ({ range, severity }));
  },
};

const TOLD: ReadonlySet<string> = new Set(['token', 'private-key']);
