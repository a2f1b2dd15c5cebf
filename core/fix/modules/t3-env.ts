import { eolOf } from '../../text';
import { addEntry, type Braces, bracesAt } from './braces';
import { defineEnvModule } from './env-module';
import { exportOf, importFrom } from './script-imports';
import { zodType } from './script-values';

const CREATED = /\bconst (\w{1,60}) = createEnv\(\s{0,20}\{/;

/** `createEnv` of `@t3-oss/env`: the variable joins the server's schema, and `runtimeEnv` where that lists each one. */
export default defineEnvModule({
  id: 't3-env',
  families: ['javascript'],
  matches: (_path, text) => text.includes('@t3-oss/env-') && CREATED.test(text),
  entry(module, wanted, target, around) {
    const { text } = module;
    const found = CREATED.exec(text);
    const exported = found && exportOf(text, found[1] ?? '');
    const all = found && bracesAt(text, found.index + found[0].length - 1);
    const server = all && inner(text, all, 'server');
    if (!exported || !server || !/\bz\b[^\n]{0,80}['"]zod/.test(text)) return undefined;
    const imported = importFrom(module, exported, target, around);
    const read = { text: `${imported.local}.${wanted.name}`, compound: false, edits: imported.edits };
    if (server.entries.some(({ key }) => key === wanted.name)) return { edits: [], read };
    const eol = eolOf(text);
    const edits = [addEntry(text, server, `${wanted.name}: ${zodType(wanted)}`, eol)];
    const listed = inner(text, all, 'runtimeEnv') ?? inner(text, all, 'runtimeEnvStrict');
    if (listed) edits.push(addEntry(text, listed, `${wanted.name}: process.env.${wanted.name}`, eol));
    return { edits, read };
  },
});

function inner(text: string, { entries }: Braces, key: string): Braces | undefined {
  const entry = entries.find((one) => one.key === key);
  return entry && text[entry.start] === '{' ? bracesAt(text, entry.start) : undefined;
}
