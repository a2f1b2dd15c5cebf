import { eolOf } from '../../text';
import { addEntry, type BraceEntry, bracesAt } from './braces';
import { defineEnvModule } from './env-module';
import { type Exported, exportOf, importFrom } from './script-imports';
import { keyLike, plainRead } from './script-values';

const FILES =
  /(?:^|\/)(?:config|configuration|env|environment|settings|constants)(?:\/index)?\.(?:[cm]?[jt]s)$/;
const OBJECT =
  /^(?:export const (\w{1,60})(?:: ?\w{1,60})? = |const (\w{1,60})(?:: ?\w{1,60})? = |export default |module\.exports = )\{/gm;
const READ = /\bprocess\.env\.([A-Za-z_]\w*)/;

/** A module that exports one object with what the app reads of the environment; other files import that. */
export default defineEnvModule({
  id: 'config-object',
  families: ['javascript'],
  matches: (path, text) => FILES.test(path) && objectOf(text) !== undefined,
  entry(module, wanted, target, around) {
    const { text } = module;
    const found = objectOf(text);
    if (!found || !around.isShared) return undefined;
    const imported = importFrom(module, found.exported, target, around, 'config');
    const read = (key: string) => {
      return { text: `${imported.local}.${key}`, compound: false, edits: imported.edits };
    };
    const { braces } = found;
    const known = braces.entries.find((one) => readsOf(text, one) === wanted.name);
    if (known) return { edits: [], read: read(known.key) };
    const key = keyLike(wanted.name, braces.entries);
    if (braces.entries.some((one) => one.key === key)) return undefined;
    return {
      edits: [addEntry(text, braces, `${key}: ${plainRead(module, wanted)}`, eolOf(text))],
      read: read(key),
    };
  },
});

function readsOf(text: string, { start, end }: BraceEntry): string | undefined {
  return READ.exec(text.slice(start, end))?.[1];
}

/** The first object at the top of the text that holds reads of its own, with how it is exported. */
function objectOf(text: string) {
  for (const { 0: all, 1: exportedName, 2: local, index } of text.matchAll(OBJECT)) {
    const braces = bracesAt(text, index + all.length - 1);
    const isWhole = exportedName === undefined && local === undefined;
    const named: Exported | undefined = exportedName === undefined ? undefined : { name: exportedName };
    const exported = isWhole ? 'whole' : (named ?? exportOf(text, local ?? ''));
    const reads = braces?.entries.filter(
      (one) => readsOf(text, one) !== undefined && text[one.start] !== '{',
    );
    if (braces && exported && reads && reads.length > 1) return { braces, exported };
  }
  return undefined;
}
