import { type ParseError, parse, printParseErrorCode } from 'jsonc-parser';
import { LineIndex } from '../text';
import { type LintSettings, readSettings } from './settings';

/** The file at a workspace folder's root that says how loud each rule is. */
export const CONFIG_FILE = '.twelvefactor.json';

/** What a config file says: JSON with comments. `problem` names the first place that cannot be read. */
export function parseConfigFile(text: string): {
  readonly settings: LintSettings;
  readonly problem?: string;
} {
  const errors: ParseError[] = [];
  const value: unknown = parse(text, errors, { allowTrailingComma: true, allowEmptyContent: true });
  const settings = readSettings(value);
  const [first] = errors;
  return first ? { settings, problem: describe(first, text) } : { settings };
}

function describe({ error, offset }: ParseError, text: string): string {
  const { line, character } = new LineIndex(text).positionAt(offset);
  const words = printParseErrorCode(error).replace(/\B[A-Z]/g, (letter) => ` ${letter}`);
  return `line ${line + 1}, column ${character + 1}: ${words.toLowerCase()}`;
}
