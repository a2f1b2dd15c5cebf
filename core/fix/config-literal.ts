import type { App } from '../app';
import type { ConfigEntry } from '../formats/entry';
import { entryFormatOf } from '../formats/entry-format';
import { wordsOf } from '../names';
import type { Breach } from '../rule';
import type { Range } from '../text';
import { movableEntryAt } from './config-forms';
import { isTakenName } from './env-name';

type Literal = NonNullable<Breach['literal']>;

/** Keys of compose files whose values shape the formation and are no configuration of the app. */
const SHAPE = /^(?:name|version|x-)|\.(?:build|depends_on|networks|volumes_from|profiles|extends)\b/;
/** A value of one line without signs that the format has a meaning for. */
const PLAIN = /^[^\s"'#{}[\]&*!|>%@`$<\\][^"'#{}$<\\\n]{0,500}$/;

/** The value under the cursor of a file that its framework fills from the environment, named by its keys. */
export function configLiteralAt(path: string, text: string, at: Range, app: App): Literal | undefined {
  const entry = entryFormatOf(path)
    ?.entries(text)
    .find(({ kind, range }) => kind === 'value' && range.start <= at.start && at.end <= range.end);
  if (!entry || !PLAIN.test(entry.value)) return undefined;
  if (isCompose(path) && SHAPE.test(entry.keys.join('.'))) return undefined;
  if (!movableEntryAt(path, text, entry.range, app)) return undefined;
  return { range: entry.range, name: nameOf(path, entry), cast: 'string', keepAsFallback: false };
}

function isCompose(path: string): boolean {
  return /(?:^|\/)(?:docker-)?compose[\w.-]*\.ya?ml$/.test(path);
}

/** `spring.datasource.password` → `SPRING_DATASOURCE_PASSWORD`; in compose files a variable keeps its own name. */
function nameOf(path: string, { keys }: ConfigEntry): string {
  const isVariable = isCompose(path) && keys.includes('environment');
  const parts = isVariable
    ? keys.slice(-1)
    : keys.filter((key) => !/^(?:\d+|services|default|production)$/.test(key));
  const name = parts.flatMap(wordsOf).join('_').toUpperCase();
  if (!/^[A-Z_][A-Z0-9_]*$/.test(name)) return 'APP_SETTING';
  return isTakenName(name) ? `APP_${name}` : name;
}
