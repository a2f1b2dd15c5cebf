import type { Cast } from '../../language';
import { eolOf, type TextEdit } from '../../text';
import { addEntry, bracesAt } from './braces';
import { defineEnvModule, type Wanted } from './env-module';
import { exportOf, importFrom } from './script-imports';

const CLEANED = /\bconst (\w{1,60}) = (?:(\w{1,60})\.)?cleanEnv\(\s{0,20}process\.env,\s{0,20}\{/;
const NAMED =
  /(?:import|const)\s{1,4}\{([^}]{1,400})\}\s{1,4}(?:from\s{1,4}|=\s{1,4}require\()['"]envalid['"]/;
const VALIDATORS: Record<Cast, string> = { string: 'str', number: 'num', decimal: 'num', boolean: 'bool' };

/** `cleanEnv` of envalid: the variable joins what it validates. */
export default defineEnvModule({
  id: 'envalid',
  families: ['javascript'],
  matches: (_path, text) => text.includes('envalid') && CLEANED.test(text),
  entry(module, wanted, target, around) {
    const { text } = module;
    const found = CLEANED.exec(text);
    const braces = found && bracesAt(text, found.index + found[0].length - 1);
    const exported = found && exportOf(text, found[1] ?? '');
    if (!braces || !exported) return undefined;
    const imported = importFrom(module, exported, target, around);
    const read = { text: `${imported.local}.${wanted.name}`, compound: false, edits: imported.edits };
    if (braces.entries.some(({ key }) => key === wanted.name)) return { edits: [], read };
    const validator = VALIDATORS[wanted.cast];
    const entry = `${wanted.name}: ${found[2] === undefined ? '' : `${found[2]}.`}${validator}(${options(wanted)})`;
    const edits = [addEntry(text, braces, entry, eolOf(text))];
    return { edits: found[2] === undefined ? [...named(text, validator), ...edits] : edits, read };
  },
});

function options({ fallback }: Wanted): string {
  return fallback === undefined ? '' : `{ default: ${fallback} }`;
}

/** Imports a validator beside the others. */
function named(text: string, validator: string): TextEdit[] {
  const found = NAMED.exec(text);
  const list = found?.[1];
  if (!found || list === undefined || new RegExp(`\\b${validator}\\b`).test(list)) return [];
  const at = found.index + found[0].indexOf(list) + list.trimEnd().replace(/,$/, '').length;
  return [{ range: { start: at, end: at }, newText: `, ${validator}` }];
}
