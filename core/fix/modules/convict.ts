import type { Cast } from '../../language';
import { wordsOf } from '../../names';
import { eolOf } from '../../text';
import { addEntry, bracesAt } from './braces';
import { defineEnvModule, type Wanted } from './env-module';
import { exportOf, importFrom } from './script-imports';

const MADE = /\bconst (\w{1,60}) = convict\(\s{0,20}\{/;
const FORMATS: Record<Cast, string> = {
  string: 'String',
  number: "'int'",
  decimal: 'Number',
  boolean: 'Boolean',
};
/** What a typed schema starts with: the type of a setting is that of its default. */
const EMPTY: Record<Cast, string> = { string: "''", number: '0', decimal: '0', boolean: 'false' };

/** The schema of convict: the variable becomes a setting of it. */
export default defineEnvModule({
  id: 'convict',
  families: ['javascript'],
  matches: (_path, text) => text.includes('convict') && MADE.test(text),
  entry(module, wanted, target, around) {
    const { text } = module;
    const found = MADE.exec(text);
    const braces = found && bracesAt(text, found.index + found[0].length - 1);
    const exported = found && exportOf(text, found[1] ?? '');
    if (!braces || !exported) return undefined;
    const key = keyOf(wanted.name);
    if (braces.entries.some((entry) => entry.key === key)) return undefined;
    const imported = importFrom(module, exported, target, around, 'config');
    const read = { text: `${imported.local}.get('${key}')`, compound: false, edits: imported.edits };
    const edits = [addEntry(text, braces, `${key}: ${setting(wanted, module.path)}`, eolOf(text))];
    return { edits, read };
  },
});

function keyOf(name: string): string {
  const [first = '', ...rest] = wordsOf(name);
  return first + rest.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('');
}

/** Without a value `null` is none of any format, so that validation asks for the variable. */
function setting({ name, cast, fallback }: Wanted, path: string): string {
  const start = fallback ?? (/\.[cm]?tsx?$/.test(path) ? EMPTY[cast] : 'null');
  return `{ format: ${FORMATS[cast]}, default: ${start}, env: '${name}' }`;
}
