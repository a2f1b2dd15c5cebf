import { eolOf } from '../../text';
import { addEntry, type Braces, bracesAt } from './braces';
import { defineEnvModule } from './env-module';
import { exportOf, importFrom } from './script-imports';
import { zodType } from './script-values';

const OBJECT = /(?:\bconst (\w{1,60}) = )?\bz\s{0,20}\.object\(\s{0,20}\{/g;
const READS = /\.(?:parse|safeParse|parseAsync)\(\s{0,20}process\.env\b/;
const READS_HERE = /^\s{0,20}\)\s{0,20}\.(?:parse|safeParse)\(\s{0,20}process\.env\b/;

/** A zod schema that `process.env` is parsed with: the variable joins the schema. */
export default defineEnvModule({
  id: 'zod',
  families: ['javascript'],
  matches: (_path, text) => text.includes('zod') && READS.test(text) && text.search(OBJECT) >= 0,
  entry(module, wanted, target, around) {
    const { text } = module;
    const schema = schemaOf(text);
    const local = schema && resultOf(text, schema.name);
    const exported = local === undefined ? undefined : exportOf(text, local);
    if (!schema || !exported) return undefined;
    const imported = importFrom(module, exported, target, around);
    const read = { text: `${imported.local}.${wanted.name}`, compound: false, edits: imported.edits };
    if (schema.braces.entries.some(({ key }) => key === wanted.name)) return { edits: [], read };
    return {
      edits: [addEntry(text, schema.braces, `${wanted.name}: ${zodType(wanted)}`, eolOf(text))],
      read,
    };
  },
});

interface Schema {
  /** What holds the schema; where it is parsed right away, what holds the outcome. */
  readonly name: string;
  readonly braces: Braces;
}

function schemaOf(text: string): Schema | undefined {
  for (const { 0: all, 1: name, index } of text.matchAll(OBJECT)) {
    const braces = bracesAt(text, index + all.length - 1);
    if (!braces || name === undefined) continue;
    const isParsed = new RegExp(
      `\\b${name}\\.(?:parse|safeParse|parseAsync)\\(\\s{0,20}process\\.env\\b`,
    ).test(text);
    if (isParsed || READS_HERE.test(text.slice(braces.close + 1, braces.close + 200)))
      return { name, braces };
  }
  return undefined;
}

/** The name that the parsed variables end up under. */
function resultOf(text: string, schema: string): string | undefined {
  const parsed = new RegExp(
    `\\bconst (\\w{1,60}) = (?:await )?${schema}\\.(parse|safeParse|parseAsync)\\(\\s{0,20}process\\.env\\b`,
  ).exec(text);
  if (!parsed) return dataOf(text, schema) ?? schema;
  return parsed[2] === 'safeParse' ? dataOf(text, parsed[1] ?? '') : parsed[1];
}

function dataOf(text: string, outcome: string): string | undefined {
  return new RegExp(`\\bconst (\\w{1,60})(?:: ?[\\w.<>]{1,60})? = ${outcome}\\.data\\b`).exec(text)?.[1];
}
