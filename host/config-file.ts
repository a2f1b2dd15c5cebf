import { join } from 'node:path';
import { type ParseError, parse, printParseErrorCode } from 'jsonc-parser';
import { type LintSettings, readSettings } from '../core/lint/settings';
import { LineIndex } from '../core/text';
import { readText } from './read';

/** The file at a folder's root that says how loud each rule is. */
export const CONFIG_FILE = '.twelvefactor.json';

/** What a folder's config file says; where there is none, nothing. `problem` says why it cannot be used. */
export function readConfigFile(root: string): { readonly settings: LintSettings; readonly problem?: string } {
  const reading = readText(join(root, CONFIG_FILE));
  if ('skipped' in reading) {
    const settings = readSettings(undefined);
    return reading.skipped === 'missing' ? { settings } : { settings, problem: `it is ${reading.skipped}` };
  }
  const errors: ParseError[] = [];
  const value: unknown = parse(reading.text, errors, { allowTrailingComma: true, allowEmptyContent: true });
  const settings = readSettings(value);
  const [first] = errors;
  return first ? { settings, problem: describe(first, reading.text) } : { settings };
}

function describe({ error, offset }: ParseError, text: string): string {
  const { line, character } = new LineIndex(text).positionAt(offset);
  const words = printParseErrorCode(error).replace(/\B[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  return `line ${line + 1}, column ${character + 1}: ${words.toLowerCase()}`;
}
