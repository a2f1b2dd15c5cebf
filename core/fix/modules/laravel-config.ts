import type { Cast } from '../../language';
import { wordsOf } from '../../names';
import { eolOf } from '../../text';
import { addEntry, bracesAt } from './braces';
import { defineEnvModule, type Entry, type Wanted } from './env-module';

const FILES = /(?:^|\/)config\/(services|app)\.php$/;
const CASTS: Record<Cast, string> = { string: '', number: '(int) ', decimal: '(float) ', boolean: '(bool) ' };

/**
 * Laravel reads the environment in `config/` alone, for its cache of the configuration holds no more than that: a
 * variable joins `config/services.php` under its service, or else `config/app.php`, and code asks `config()`.
 */
export default defineEnvModule({
  id: 'laravel-config',
  families: ['php'],
  matches: (path, text) => FILES.test(path) && /\benv\(/.test(text) && /^return \[/m.test(text),
  entry(module, wanted, target): Entry | undefined {
    if (/(?:^|\/)config\//.test(target.path)) return undefined;
    const { text } = module;
    const file = FILES.exec(module.path)?.[1] ?? 'app';
    const open = /^return \[/m.exec(text);
    const all = open && bracesAt(text, open.index + open[0].length - 1);
    if (!all) return undefined;
    const [service = '', ...rest] = wordsOf(wanted.name);
    const eol = eolOf(text);
    const ask = (key: string) => ({ text: `config('${file}.${key}')`, compound: false, edits: [] });
    const group = all.entries.find(({ key }) => key === service);
    if (group && text[group.start] === '[' && rest.length > 0) {
      const inner = bracesAt(text, group.start);
      const key = rest.join('_');
      if (!inner || inner.entries.some((one) => one.key === key)) return undefined;
      return {
        edits: [addEntry(text, inner, `'${key}' => ${env(wanted)}`, eol)],
        read: ask(`${service}.${key}`),
      };
    }
    const key = wordsOf(wanted.name).join('_');
    if (all.entries.some((one) => one.key === key)) return undefined;
    return { edits: [addEntry(text, all, `'${key}' => ${env(wanted)}`, eol)], read: ask(key) };
  },
});

function env({ name, cast, fallback }: Wanted): string {
  return `${CASTS[cast]}env('${name}'${fallback === undefined ? '' : `, ${fallback}`})`;
}
