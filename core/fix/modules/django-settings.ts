import { insertion } from '../../languages/shared/python-edits';
import { eolOf, type TextEdit } from '../../text';
import { defineEnvModule } from './env-module';

const FILES = /(?:^|\/)settings(?:\/(?:base|common|defaults|__init__))?\.py$/;
const SETTINGS = /(?:^|\/)settings(?:\/\w+)?\.py$/;
const IMPORT = /^from[ \t]+django\.conf[ \t]+import[ \t]+[^\n]{0,200}\bsettings\b/m;
const READS = /\benviron\b|\bgetenv\(|\benv\(|\bconfig\(|\bEnv\(/;

/** Settings of Django: they read the variable as they read others, and other files ask the settings. */
export default defineEnvModule({
  id: 'django-settings',
  families: ['python'],
  matches: (path, text) =>
    FILES.test(path) && /^(?:INSTALLED_APPS|DATABASES)\b/m.test(text) && READS.test(text),
  entry(module, wanted, target, around) {
    const { text } = module;
    const { name } = wanted;
    if (SETTINGS.test(target.path)) return undefined;
    const edits = IMPORT.test(target.text)
      ? []
      : [insertion(target.text, 'from django.conf import settings\n')];
    const read = { text: `settings.${name}`, compound: false, edits };
    const known = new RegExp(`^${name}[ \\t]*=[^\\n]*\\b${name}\\b`, 'm');
    if (known.test(text)) return { edits: [], read };
    if (new RegExp(`^${name}\\b`, 'm').test(text)) return undefined;
    const own = around.readIn(module, wanted);
    return { edits: [...own.edits, lastLine(text, `${name} = ${own.text}`)], read };
  },
});

function lastLine(text: string, line: string): TextEdit {
  const eol = eolOf(text);
  const end = text.trimEnd().length;
  return { range: { start: end, end: text.length }, newText: `${eol}${eol}${line}${eol}` };
}
