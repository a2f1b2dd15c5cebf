/** What a connection string of settings says of its service. */
export interface ConnectionSettings {
  readonly host: string;
  readonly user: string | undefined;
  readonly password: string | undefined;
  readonly variable: string;
}

const HOST_KEYS = ['server', 'data source', 'datasource', 'host', 'hostname', 'address', 'addr'];
/** Settings that tell a connection string from any other list of settings. */
const BESIDE =
  /^(?:database|initial catalog|dbname|user|user id|uid|username|password|pwd|port|sslmode|encrypt)$/;
const FLAGS = /^(?:integrated security|trusted_connection|trusted connection|persist security info)$/;
const PDO = /^(?:mysql|pgsql|mariadb|sqlsrv|dblib|odbc|ibm|cubrid):(?=[\w ]+=)/i;
const FILE = /\.(?:db3?|sqlite3?|mdb|accdb|sdf|xlsx?)$|^[|:/~]|^file:/i;
const LONGEST = 1_000;

/** `Server=db;Database=shop`, `host=db dbname=shop`, `mysql:host=db;dbname=shop`, an Azure connection string. */
export function readSettings(text: string): ConnectionSettings | undefined {
  if (!text.includes('=') || text.length > LONGEST || text.includes('\n')) return undefined;
  const isPdo = PDO.test(text);
  const plain = text.replace(PDO, '');
  const pairs = pairsOf(plain, plain.includes(';') || isPdo ? ';' : ' ');
  if (!pairs) return undefined;
  return azure(pairs) ?? ofDatabase(pairs, isPdo);
}

function pairsOf(text: string, separator: string): ReadonlyMap<string, string> | undefined {
  const pairs = new Map<string, string>();
  for (const part of text.split(separator)) {
    if (part.trim() === '') continue;
    const at = part.indexOf('=');
    const key = part.slice(0, at).trim().toLowerCase();
    if (at < 0 || !/^[a-z][\w ]{0,40}$/.test(key)) return undefined;
    pairs.set(key, part.slice(at + 1).trim());
  }
  return pairs;
}

function azure(pairs: ReadonlyMap<string, string>): ConnectionSettings | undefined {
  const key = pairs.get('accountkey') ?? pairs.get('sharedaccesskey') ?? pairs.get('sharedsecret');
  const account = pairs.get('accountname');
  if (account !== undefined && (key !== undefined || pairs.has('defaultendpointsprotocol')))
    return { host: account, user: undefined, password: key, variable: 'AZURE_STORAGE_CONNECTION_STRING' };
  const endpoint = /^(?:sb|https?|amqps?):\/\/([^/:\s]+)/.exec(
    pairs.get('endpoint') ?? pairs.get('accountendpoint') ?? '',
  )?.[1];
  const variable = pairs.has('accountendpoint') ? 'COSMOS_CONNECTION_STRING' : 'SERVICEBUS_CONNECTION_STRING';
  return endpoint === undefined ? undefined : { host: endpoint, user: undefined, password: key, variable };
}

function ofDatabase(pairs: ReadonlyMap<string, string>, isPdo: boolean): ConnectionSettings | undefined {
  const named = HOST_KEYS.map((key) => pairs.get(key)).find((one) => one !== undefined);
  const isConnection = isPdo || [...pairs.keys()].some((key) => BESIDE.test(key) || FLAGS.test(key));
  if (named === undefined || !isConnection || FILE.test(named)) return undefined;
  const host = named.replace(/^(?:tcp|np|lpc|admin):/i, '').replace(/[,:\\].*$/s, '');
  const user = pairs.get('user id') ?? pairs.get('uid') ?? pairs.get('username') ?? pairs.get('user');
  const password = pairs.get('password') ?? pairs.get('pwd');
  return { host, user, password, variable: isPdo ? 'DATABASE_DSN' : 'DATABASE_URL' };
}
