import type { Cast } from '../../language';
import { eolOf } from '../../text';
import { defineEnvModule, type Wanted } from './env-module';
import { bodyOf, importName } from './python-modules';

const CLASS = /^class (\w{1,60})\((?:\w{1,60}\.)?BaseSettings\):/m;
const FIELD = /^(\w{1,80})[ \t]*:[ \t]*[^\n]/;
const TYPES: Record<Cast, string> = { string: 'str', number: 'int', decimal: 'float', boolean: 'bool' };

/** Settings of pydantic: the variable becomes a field of the class, and is read from its one instance. */
export default defineEnvModule({
  id: 'pydantic-settings',
  families: ['python'],
  matches: (_path, text) => CLASS.test(text) && instanceOf(text) !== undefined,
  entry(module, wanted, target, around) {
    const { text } = module;
    const found = CLASS.exec(text);
    const instance = instanceOf(text);
    if (!found || !instance || /env_prefix\s{0,4}[:=]\s{0,4}["']\w/.test(text)) return undefined;
    const fields = bodyOf(text, found.index).filter(
      ({ code }) => FIELD.test(code) && !/^\w+[ \t]*:[ \t]*ClassVar/.test(code),
    );
    const names = fields
      .map(({ code }) => FIELD.exec(code)?.[1] ?? '')
      .filter((name) => name !== 'model_config');
    const last = fields.findLast(({ code }) => !code.startsWith('model_config'));
    const isLarge = names.filter((name) => name === name.toUpperCase()).length * 2 > names.length;
    const name = isLarge ? wanted.name : wanted.name.toLowerCase();
    const imported = importName(instance.name, module, target, around);
    if (!last || !imported) return undefined;
    const read = {
      text: `${imported.local}${instance.isCalled ? '()' : ''}.${name}`,
      compound: false,
      edits: imported.edits,
    };
    if (names.includes(name)) return { edits: [], read };
    const newText = `${eolOf(text)}${last.indent}${name}: ${TYPES[wanted.cast]}${otherwise(wanted)}`;
    return { edits: [{ range: { start: last.end, end: last.end }, newText }], read };
  },
});

function otherwise({ fallback }: Wanted): string {
  return fallback === undefined ? '' : ` = ${fallback}`;
}

/** What holds the settings: a variable of the module, or a function that gives them. */
function instanceOf(text: string): { name: string; isCalled: boolean } | undefined {
  const type = CLASS.exec(text)?.[1];
  if (type === undefined) return undefined;
  const held = new RegExp(`^(\\w{1,60})(?:: ?\\w{1,60})? = ${type}\\(`, 'm').exec(text)?.[1];
  if (held !== undefined) return { name: held, isCalled: false };
  const given = new RegExp(`^def (\\w{1,60})\\(\\)[^\\n]{0,80}:\\s{1,40}return ${type}\\(`, 'm').exec(
    text,
  )?.[1];
  return given === undefined ? undefined : { name: given, isCalled: true };
}
