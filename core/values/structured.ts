import type { Shape } from './shape';
import type { ValueVerdict } from './value-class';

const MAIL = /^[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64}){1,8}$/;
const HOST = /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.){1,8}[a-z]{2,12}(?::\d{1,5})?$/;
const NUMBER = /^[+-]?\d{1,30}(?:[.,]\d{1,30})?(?:[a-zA-Z%]{1,4})?$/;
const ADDRESS = /^(?:\d{1,3}\.){3}\d{1,3}(?::\d{1,5}|\/\d{1,2})?$|^[0-9a-f]{0,4}(?::[0-9a-f]{0,4}){2,7}$/i;
const DATE = /^\d{4}-\d\d-\d\d(?:[T ][\d:.+Z-]{0,30})?$/;
const VERSION = /^v?\d+(?:\.\d+){1,3}(?:[-+][\w.]{1,40})?$/;
const COLOUR = /^#(?:[0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})$/i;
const VALIDATION = /^[a-z]\w*(?::[^|\s]*)?(?:\|[a-z]\w*(?::[^|\s]*)?)+$/;
const KEYS_OF_URL = /^[?&]?[\w.[\]-]{1,60}=[^&\s]{0,200}(?:&[\w.[\]-]{1,60}=[^&\s]{0,200})+$/;
const MIME = /^(?:application|audio|font|image|message|multipart|text|video)\/[\w.+-]+$/;
const LIST = /^[\w.*-]{1,60}(?:[,;|][ \t]?[\w.*-]{1,60}){2,}$/;
const CALL = /^[A-Za-z_][\w.]*\(/;
const MEMBER = /^[A-Za-z_]\w*(?:(?:\.|::|->|\?\.)[A-Za-z_]\w*){1,8}$/;
const INDEX = /^[A-Za-z_][\w.]*\[/;
const FILE =
  /^[\w .@-]{1,120}\.(?:key|pem|p12|pfx|jks|crt|cer|der|json|ya?ml|properties|toml|txt|env|conf|xml|keystore|truststore|class)$/;
const ROUTE = /^[/~.]|^[A-Za-z]:[\\/]|^\\\\/;

/** Data with a form of its own; undefined where the value has none that is known. */
export function structureOf(text: string, shape: Shape): ValueVerdict | undefined {
  if (shape.lower + shape.upper === 0 && shape.digits > 0 && shape.length < 12 && NUMBER.test(text))
    return { class: 'plain', because: 'it is a number' };
  if (shape.digits > 0 && shape.length < 12 && NUMBER.test(text))
    return { class: 'plain', because: 'it is a number with a unit' };
  if (text === 'true' || text === 'false') return { class: 'plain', because: 'it is a switch' };
  const hasDot = shape.joins > 0 && text.includes('.');
  return (hasDot ? dottedOf(text, shape) : undefined) ?? dataOf(text, shape) ?? codeOf(text, shape, hasDot);
}

/** What has dots between its parts. */
function dottedOf(text: string, shape: Shape): ValueVerdict | undefined {
  if (shape.turns < 5 && FILE.test(text))
    return { class: 'path', because: 'it ends as the name of a file does' };
  if (shape.digits > 3 && (ADDRESS.test(text) || DATE.test(text))) return structured('an address, or a date');
  if (shape.digits > 0 && shape.length < 48 && VERSION.test(text)) return structured('a version');
  if (text.includes('@') && shape.length < 254 && MAIL.test(text)) return structured('an address of mail');
  if (shape.upper === 0 && shape.length < 254 && HOST.test(text)) return structured('the name of a host');
  return undefined;
}

function dataOf(text: string, shape: Shape): ValueVerdict | undefined {
  if (shape.digits > 3 && shape.joins + shape.signs > 0 && (ADDRESS.test(text) || DATE.test(text)))
    return structured('an address, or a date');
  if (shape.signs > 0 && text.startsWith('#') && COLOUR.test(text)) return structured('a colour');
  if (shape.base64 > 0 && shape.signs > 0 && text.includes('=') && KEYS_OF_URL.test(text))
    return structured('pairs of keys and values');
  if (shape.signs > 0 && text.includes('|') && VALIDATION.test(text))
    return structured('the rules of a validator');
  if (shape.slashes === 1 && MIME.test(text)) return structured('a type of media');
  if (shape.signs > 1 && shape.length < 500 && shape.turns < 4 && /[,;|]/.test(text) && LIST.test(text))
    return structured('a list');
  return undefined;
}

function codeOf(text: string, shape: Shape, hasDot: boolean): ValueVerdict | undefined {
  if (shape.braces > 0 && (CALL.test(text) || INDEX.test(text)))
    return structured('code that gives the value');
  if (shape.turns < 3 && (hasDot || shape.signs + shape.braces > 0) && MEMBER.test(text))
    return { class: 'identifier', because: 'a name with the name of what it is part of' };
  if (shape.braces >= 2) return structured('markup, a pattern or code');
  if (shape.slashes > 0 && ROUTE.test(text) && shape.length < 400)
    return { class: 'path', because: 'it starts as a path does' };
  if (shape.slashes > 0 && shape.base64 === 0 && shape.turns < 3 && shape.signs === 0 && shape.caseTurns < 6)
    return { class: 'path', because: 'words with slashes between them' };
  return undefined;
}

function structured(because: string): ValueVerdict {
  return { class: 'structured', because: `it has the form of ${because}` };
}
