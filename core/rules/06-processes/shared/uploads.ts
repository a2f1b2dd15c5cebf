import { HOLE, type Value } from '../../../facts/fact';
import { readsEnv, textOf } from '../../../facts/values';
import type { Severity } from '../../../rule';

/** A folder that holds what users gave. */
const UPLOADS =
  /(?:^|[/\\\uFFFC])(?:(?:user[-_]?)?uploads?|user[-_]?files|media|avatars|attachments|uploaded[-_]?\w+)(?:[/\\\uFFFC]|$)/i;
const TEMPORARY =
  /(?:^|[/\\_.-])te?mp(?:[/\\_.-]|$)|tmpdir|gettempdir|GetTempPath|temp_dir|sys_get_temp_dir|mkdtemp|TempDir|createTemp/i;

/** All literal parts of a path, and whether one of its parts is a temporary folder. */
function parts(value: Value): { readonly texts: readonly string[]; readonly isTemporary: boolean } {
  const text = textOf(value);
  if (text !== undefined) return { texts: [text], isTemporary: TEMPORARY.test(text) };
  if (value.kind === 'reference') return { texts: [], isTemporary: TEMPORARY.test(value.name) };
  const inner =
    value.kind === 'call'
      ? value.args.map((argument) => argument.value)
      : value.kind === 'either'
        ? value.values
        : value.kind === 'array'
          ? value.items
          : [];
  const all = inner.map(parts);
  return {
    texts: all.flatMap(({ texts }) => texts),
    isTemporary:
      all.some(({ isTemporary }) => isTemporary) || (value.kind === 'call' && TEMPORARY.test(value.callee)),
  };
}

/** A path that starts with something unknown may start with a temporary folder. */
const isRelativeToUnknown = (texts: readonly string[]): boolean => texts[0]?.startsWith(HOLE) ?? false;

/** How sure it is that a path leads into a folder of what users gave: less where the deploy chooses the path. */
export function uploadFolder(value: Value | undefined): Severity | undefined {
  if (!value) return undefined;
  const { texts, isTemporary } = parts(value);
  if (isTemporary || !texts.some((text) => UPLOADS.test(text.replace(/^file:(?:\/\/)?/, ''))))
    return undefined;
  return readsEnv(value) || isRelativeToUnknown(texts) ? 'information' : 'warning';
}

/** How sure it is that a path is kept: a literal that is no temporary folder. */
export function keptFolder(value: Value | undefined): Severity | undefined {
  if (!value) return undefined;
  const { texts, isTemporary } = parts(value);
  if (isTemporary || texts.every((text) => text === '')) return undefined;
  if (isRelativeToUnknown(texts)) return uploadFolder(value);
  return readsEnv(value) || value.kind === 'either' ? 'information' : 'warning';
}
