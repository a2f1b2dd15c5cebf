import type { Range } from '../../../text';
import { textOfBase64 } from '../../../values/base64';
import { classifyValue } from '../../../values/classify';
import type { ValueClass } from '../../../values/value-class';

/** How one tool writes what it logs in with. */
interface Login {
  readonly files: RegExp;
  /** The credential is its last group; linear. */
  readonly is: RegExp;
  /** In base64, with a `:` between the user and the password. */
  readonly isBasic?: boolean;
}

/** Files by which tools log in. Each is known by its name, and holds nothing that another file does not say better. */
const LOGINS: readonly Login[] = [
  {
    files: /(?:^|\/)[._]netrc$/,
    is: /\bmachine[ \t]+\S{1,200}[ \t\r\n]{1,20}login[ \t]+\S{1,200}[ \t\r\n]{1,20}password[ \t]+(\S{5,500})/g,
  },
  { files: /(?:^|\/)\.npmrc$/, is: /(?:^|:)_(?:authToken|password|auth)[ \t]*=[ \t]*(\S{5,500})/gm },
  { files: /(?:^|\/)\.pypirc$/, is: /^[ \t]*password[ \t]*[:=][ \t]*(\S{5,500})/gm },
  {
    files: /(?:^|\/)(?:\.aws\/credentials|\.s3cfg|\.boto|\.passwd-s3fs)$/,
    is: /^[ \t]*(?:aws_secret_access_key|aws_session_token|secret_key|gs_secret_access_key|gs_oauth2_refresh_token)[ \t]*=[ \t]*(\S{16,1000})/gm,
  },
  {
    files: /(?:^|\/)\.?pgpass(?:\.conf)?$/,
    is: /^[^\s:#]{1,200}:(?:\d{1,5}|\*):[^\s:]{1,100}:[^\s:]{1,100}:(\S{5,200})$/gm,
  },
  { files: /(?:^|\/)(?:\.my\.cnf|\.mylogin\.cnf)$/, is: /^[ \t]*password[ \t]*=[ \t]*(\S{5,200})/gm },
  {
    files: /(?:^|\/)(?:\.dockercfg|\.docker\/config\.json|\.?dockerconfig(?:json)?(?:\.json)?)$/,
    is: /"auth"[ \t]*:[ \t]*"([A-Za-z0-9+/=]{8,500})"/g,
    isBasic: true,
  },
  {
    files: /(?:^|\/)\.(?:cargo|gem)\/credentials(?:\.toml)?$/,
    is: /^[ \t]*:?(?:token|rubygems_api_key)[ \t]*[:=][ \t]*["']?([^\s"']{16,500})/gm,
  },
  {
    files: /(?:^|\/)(?:\.terraformrc|terraform\.rc|credentials\.tfrc\.json)$/,
    is: /"?token"?[ \t]*[:=][ \t]*"([^\s"]{16,500})"/g,
  },
  {
    files: /(?:^|\/)(?:\.kube\/config|kubeconfig(?:\.ya?ml)?|[\w.-]+\.kubeconfig)$/,
    is: /^[ \t-]*(?:client-key-data|token|password):[ \t]*["']?([^\s"']{8,8000})/gm,
  },
  { files: /(?:^|\/)\.vault-token$/, is: /^(\S{16,300})\s*$/g },
];

export const LOGIN_FILES: readonly RegExp[] = LOGINS.map(({ files }) => files);
const HARMLESS: ReadonlySet<ValueClass> = new Set(['empty', 'placeholder', 'fake', 'reference', 'encrypted']);
/** So much of a value tells what it is. */
const ENOUGH = 500;
const MOST = 50;

/** The credentials in a file by which a tool logs in; none in any other file. */
export function loginsIn(path: string, text: string): Range[] {
  const login = LOGINS.find(({ files }) => files.test(path));
  if (!login) return [];
  const found: Range[] = [];
  for (const match of text.matchAll(login.is)) {
    const value = match[1] ?? '';
    const start = match.index + match[0].lastIndexOf(value);
    const range = { start, end: start + value.length };
    if (isMeant(value.slice(0, ENOUGH), login)) found.push(range);
    if (found.length === MOST) break;
  }
  return found;
}

function isMeant(value: string, { isBasic }: Login): boolean {
  const plain = isBasic
    ? textOfBase64(value)?.replace(/^[^:]{0,200}:/, '')
    : value.replace(/^(["'])(.*)\1$/, '$2');
  return plain !== undefined && !HARMLESS.has(classifyValue(plain).class);
}
