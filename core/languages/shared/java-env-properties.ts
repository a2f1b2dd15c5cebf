import type { EnvRead } from '../../facts/fact';
import { derivedRead, matches } from './env-scan';

const PROPERTY = /(?:\$\{|\bname\s*=\s*"|^")([a-z][\w-]*(?:\.[\w-]+)*)(?=[:}"])/g;

/** The variable that gives a property in frameworks with relaxed names: `shop.base-url` is `SHOP_BASEURL`. */
function variableOf(property: string): string {
  return property.replace(/-/g, '').replace(/\W/g, '_').toUpperCase();
}

/** Properties of Spring, Quarkus and Micronaut by their names. A file may give them as well as a variable. */
export function propertyReads(given: string, from: number): EnvRead[] {
  return [...given.matchAll(PROPERTY)].map((match) => {
    const name = match[1] ?? '';
    return derivedRead(variableOf(name), name, from + match.index + match[0].length - name.length, true);
  });
}

const BOUND =
  /@ConfigurationProperties\(\s*(?:(?:prefix|value)\s*=\s*)?"([\w.-]+)"[^)]{0,100}\)[^{;]{0,400}?\b(class|record)\s+\w+\s*([({])/g;
const SCALAR = String.raw`(?:String|int|Integer|long|Long|boolean|Boolean|double|Double|float|Float|short|Short|char|Duration|DataSize|URI|URL|Path|File|Resource|Charset|Locale|InetAddress|(?:List|Set|Collection)<\w+>)(?:\[\])?`;
const FIELD = new RegExp(
  String.raw`^[ \t]*(?:(?:private|protected|public|final)[ \t]+)*${SCALAR}[ \t]+(\w+)[ \t]*[=;]`,
  'gm',
);
const PARAMETER = new RegExp(String.raw`(?:^|[,(\s])${SCALAR}[ \t]+(\w+)[ \t]*(?=[,)])`, 'g');

/** The fields of a class, or the components of a record, that Spring binds to properties with a prefix. */
export function boundProperties(text: string): EnvRead[] {
  return [...matches(text, ['@ConfigurationProperties('], BOUND)].flatMap((match) => {
    const [whole, prefix = '', kind, sign] = match;
    const from = match.index + whole.length;
    const isRecord = kind === 'record' && sign === '(';
    const body = isRecord
      ? (text.slice(from, from + 4000).split(') ')[0] ?? '')
      : outermost(text.slice(from, from + 20_000));
    return [...`${body})`.matchAll(isRecord ? PARAMETER : FIELD)].map((field) => {
      const name = field[1] ?? '';
      const start = from + field.index + field[0].lastIndexOf(name);
      return derivedRead(variableOf(`${prefix}.${name}`), name, start, true);
    });
  });
}

/** The text of a class from behind its brace, with all that stands in inner braces blanked. */
function outermost(text: string): string {
  let depth = 0;
  let out = '';
  for (const character of text) {
    if (character === '}') depth--;
    if (depth < 0) break;
    out += depth > 0 && character !== '\n' ? ' ' : character;
    if (character === '{') depth++;
  }
  return out;
}
