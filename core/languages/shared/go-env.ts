import type { EnvRead } from '../../facts/fact';
import type { Cast, EnvExpression } from '../../language';
import { eolOf, type TextEdit } from '../../text';
import { derivedRead, goesOn, matches, readOf, type Tolerance } from './env-scan';
import { addImports, importEdits, standardName } from './go-edits';
import { structsOf } from './go-env-structs';
import { viperReads } from './go-env-viper';
import { isInComment } from './slash-comments';

/** Functions that read a variable by its name: the standard library's, and the helpers that most programs write. */
const READER =
  String.raw`(?:[gG]et\w*_?[eE]nv(?![a-z])\w*|[lL]ookup_?[eE]nv(?![a-z])\w*|[mM]ust_?(?:[gG]et_?)?[eE]nv(?![a-z])\w*|` +
  String.raw`[eE]nv(?:_?[oO]r|Int|Float|Str|Bool|Dur|Def)\w*)`;
const IS_READER = new RegExp(`^${READER}$`);
/** From `env` on: a word is looked at as a whole only where it may read. */
const CALL = /[eE]nv(?![a-z])(\w{0,60})\(\s*"([A-Za-z_]\w*)"/g;
const NAMED = [
  /envy\.(?:Must)?Get\(\s*"([A-Z][A-Z0-9_]*)"/g,
  /\bconf:"[^"\n]{0,200}?\benv:([A-Z][A-Z0-9_]*)/g,
  /BindEnv\(\s*"[^"\n]*"\s*,\s*"([A-Za-z_]\w*)"/g,
];
const TAG = /[`\s]env(?:config)?:"([A-Z_][A-Z0-9_]{0,80})([^"\n]{0,80})"([^`\n]{0,200})/g;
const TOLERANCE: Tolerance = {
  after: /^\s*\)\s*[!=]=|^\s*\)\s*;[^{\n]*[!=]=|^\s*,\s*[^)\s]/,
  before: /\bcmp\.Or\(\s*(?:\w+\.)?\w*$|\bLookup_?\w*$|\bok\s*:?=\s*(?:\w+\.)?\w*$/i,
};
const LIST = /EnvVars?(?:[ \t]*:(?:\s*\[\]string\{)?|\()\s*((?:"[A-Za-z_]\w*"[,\s]*)+)/g;

export const env = {
  /** No member of anything in Go is a variable of the environment. */
  member: /^(?!)()/,
  calls: new RegExp(
    String.raw`^(?:os\.ExpandEnv|github\.com/spf13/viper\.(?:New\(\)\.)?Get\w*|` +
      String.raw`github\.com/gobuffalo/envy\.(?:Must)?Get|(?:.*[.?/])?${READER})$`,
  ),
};

export function envReads(text: string): EnvRead[] {
  if (!/[eE]nv|viper\./.test(text)) return [];
  const reads: EnvRead[] = [];
  const structs = structsOf(text);
  const add = (name: string, start: number, hasDefault = false): void => {
    if (!isInComment(text, start)) reads.push(readOf(name, start, hasDefault));
  };
  for (const match of text.matchAll(CALL)) {
    const head = /\w*$/.exec(text.slice(Math.max(0, match.index - 40), match.index))?.[0] ?? '';
    const name = match[2] ?? '';
    if (IS_READER.test(`${head}${match[0].slice(0, 3)}${match[1]}`))
      add(name, match.index + match[0].length - 1 - name.length, isTolerated(text, match));
  }
  for (const pattern of NAMED) {
    for (const match of text.matchAll(pattern)) {
      const name = match[1] ?? '';
      add(name, match.index + match[0].lastIndexOf(name), true);
    }
  }
  for (const match of matches(text, ['env'], TAG)) {
    const [whole, name = '', options = '', rest = ''] = match;
    const isRequired =
      /,\s?(?:required|notEmpty)\b/.test(options) || /\b(?:required|env-required):"true"/.test(rest);
    const hasDefault = !isRequired || /[dD]efault:"/.test(rest);
    const at = match.index + whole.indexOf(`"${name}`) + 1;
    const prefix = structs.prefixAt(at);
    if (prefix === '') add(name, at, hasDefault);
    else reads.push(derivedRead(prefix + name, name, at, hasDefault));
  }
  reads.push(...expanded(text), ...viperReads(text), ...structs.processed());
  for (const match of text.matchAll(LIST)) {
    const from = match.index + match[0].length - (match[1] ?? '').length;
    for (const one of (match[1] ?? '').matchAll(/\w+/g)) add(one[0], from + one.index, true);
  }
  return reads.sort((a, b) => a.range.start - b.range.start);
}

/** `os.ExpandEnv("postgres://${DB_USER}@$DB_HOST")` */
function expanded(text: string): EnvRead[] {
  return [...matches(text, ['ExpandEnv('], /\bExpandEnv\(\s*(["`])([^"`\n]{1,400})\1/g)].flatMap((match) => {
    const inner = match[2] ?? '';
    const from = match.index + match[0].length - 1 - inner.length;
    return [...inner.matchAll(/\$\{?([A-Za-z_]\w*)/g)].map((one) =>
      readOf(one[1] ?? '', from + one.index + one[0].length - (one[1] ?? '').length),
    );
  });
}

/** A second argument, a comparison, `value, ok :=`. */
function isTolerated(text: string, match: RegExpExecArray): boolean {
  const end = match.index + match[0].length;
  const isLookup =
    /^[eE]nv\w*\(/.test(match[0]) &&
    /[lL]ookup_?$/.test(text.slice(Math.max(0, match.index - 8), match.index));
  return isLookup || goesOn(text, match.index, end, TOLERANCE);
}

const NUMBERS = {
  number: { suffix: 'Int', type: 'int', parse: 'Atoi(%)', kind: 'a whole number' },
  decimal: { suffix: 'Float', type: 'float64', parse: 'ParseFloat(%, 64)', kind: 'a number' },
} as const;

/** Go has no expression that turns a text into a number, so a number comes with a function of its own. */
export function readEnv(name: string, cast: Cast, fallback: string | undefined, text: string): EnvExpression {
  const key = JSON.stringify(name);
  const read = `${called(text, 'os', 'Getenv')}(${key})`;
  if (cast === 'boolean')
    return { text: `${read} == "true"`, compound: true, edits: importEdits(text, ['os']) };
  if (cast !== 'string') {
    const helper = `${fallback === undefined ? 'mustEnv' : 'env'}${NUMBERS[cast].suffix}`;
    const args = fallback === undefined ? key : `${key}, ${fallback}`;
    const known = new RegExp(`^func ${helper}\\(`, 'm').test(text);
    const edits = known
      ? []
      : [...importEdits(text, ['os', 'strconv']), ending(text, helperText(helper, cast, text))];
    return { text: `${helper}(${args})`, compound: false, edits };
  }
  if (fallback === undefined) return { text: read, compound: false, edits: importEdits(text, ['os']) };
  const either = `${called(text, 'cmp', 'Or')}(${read}, ${fallback})`;
  return { text: either, compound: false, edits: importEdits(text, ['cmp', 'os']) };
}

function called(text: string, path: string, member: string): string {
  const { name, dot } = standardName(text, path);
  return dot ? member : `${name}.${member}`;
}

function helperText(helper: string, cast: 'number' | 'decimal', text: string): string {
  const { type, parse, kind } = NUMBERS[cast];
  const read = `${called(text, 'os', 'Getenv')}(name)`;
  const parsed = called(text, 'strconv', parse.replace('%', read));
  if (helper.startsWith('must'))
    return `// ${helper} reads ${kind} that the environment must hold.
func ${helper}(name string) ${type} {
	value, err := ${parsed}
	if err != nil {
		panic(name + " must be ${kind}")
	}
	return value
}
`;
  return `// ${helper} reads ${kind} from the environment.
func ${helper}(name string, fallback ${type}) ${type} {
	if value, err := ${parsed}; err == nil {
		return value
	}
	return fallback
}
`;
}

function ending(text: string, lines: string): TextEdit {
  const eol = eolOf(text);
  const open = text.endsWith('\n') ? '\n' : '\n\n';
  return { range: { start: text.length, end: text.length }, newText: (open + lines).replaceAll('\n', eol) };
}

/** Godotenv's `autoload` reads `.env` when it is imported, before any code of this package runs. */
export function loadEnv(text: string): { package: string; edits: TextEdit[] } {
  const edits = addImports(text, [{ name: '_', path: 'github.com/joho/godotenv/autoload' }]);
  return { package: 'github.com/joho/godotenv', edits };
}
