import { envNameFor } from '../../../fix/env-name';
import type { ConfigEntry } from '../../../formats/entry';
import type { Breach, EntryCheck, FileView } from '../../../rule';
import type { Range } from '../../../text';
import { classifyValue } from '../../../values/classify';
import { passwordOfConnection } from '../../../values/connection';
import { credentialEvidence, evidenceOf } from '../../../values/credential';
import { credentialKind } from '../../../values/credential-name';
import { defaultIn } from './defaults';
import { isText, levelOf, onceApart } from './level';
import { heldBySecret, isOfSecret } from './manifest-secret';

/** A value of a configuration file with the name that it goes by. */
interface Named {
  readonly name: string;
  /** What the name belongs to, as `mail` in `mail.password`. */
  readonly owner: string | undefined;
  readonly value: string;
  readonly range: Range;
}

const MENTION =
  /passw|pwd|passphrase|secret|token|api[-_.]?key|access[-_.]?key|private[-_.]?key|auth[-_.]?key|encrypt|signing|master[-_.]?key|credential|account[-_.]?key|shared[-_.]?key|licen[sc]e[-_.]?key/i;
const ASSIGNED = /^([A-Za-z_][\w.]{1,80})=([^\s].*)$/;
/** An assignment in a line of a notebook; a name, an attribute, or a key in quotes or brackets. */
const IN_CODE = /([A-Za-z_][\w.]{0,80})["']?\]?[ \t]{0,10}[:=][ \t]{0,10}(["'])([^"'\n]{5,300})\2/;
/** What descriptions of interfaces show, and what Sealed Secrets of Kubernetes encrypt. */
const HARMLESS = /^(?:examples?|x-example|sample|placeholder|description|encryptedData)$/i;
const NAMES = new Set(['name', 'key', '@name', '@key', 'variable']);

/** Credentials among the values of configuration files of any format. */
export const entries: readonly EntryCheck[] = [
  {
    files:
      /\.(?:ya?ml(?:\.(?:erb|j2|dist))?|jsonc?|toml|ini|cfg|properties|xml(?:\.dist)?|config|tfvars)$|(?:^|\/)conf\/app\.conf$/,
    at: /./,
    mention: MENTION,
    breach: (entry, file, _app, all) => {
      if (entry.kind !== 'value' || entry.value === '' || isText(file.path)) return undefined;
      if (entry.keys.some((key) => HARMLESS.test(key))) return undefined;
      const named = namedBy(entry, all);
      if (named && isOfSecret(entry, all)) return inSecret(named, entry, file);
      return named && judge(filled(named), entry, file);
    },
  },
  {
    files: /\.ipynb$/,
    at: /^cells\.\d+\.source\.\d+$|^cells\.\d+\.source$/,
    mention: MENTION,
    breach: (entry, file) => {
      const [whole = '', name = '', , value = ''] = IN_CODE.exec(entry.value) ?? [];
      if (whole === '' || !credentialEvidence(lastWord(name), value)) return undefined;
      return isText(file.path)
        ? undefined
        : { range: entry.range, severity: 'information', ...onceApart(file) };
    },
  },
];

/** A manifest is where the cluster's secrets come from, not the app's code: it is told once, and more softly. */
function inSecret(named: Named, entry: ConfigEntry, file: FileView): Breach | undefined {
  const value = heldBySecret(entry);
  const breach = value === undefined ? undefined : judge({ ...named, value }, entry, file);
  if (!breach) return undefined;
  return {
    range: breach.range,
    severity: breach.severity === 'error' ? 'warning' : 'information',
    once: breach.once ?? 'manifest',
  };
}

function lastWord(name: string): string {
  return name.slice(name.lastIndexOf('.') + 1);
}

function judge({ name, owner, value, range }: Named, entry: ConfigEntry, file: FileView): Breach | undefined {
  const connection = passwordOfConnection(value);
  const secret = connection?.value ?? value;
  const known = connection ? evidenceOf(secret, 'password', 'password') : credentialEvidence(name, secret);
  const evidence = known ?? (isOfProduction(entry, file) ? weakPassword(name, secret) : undefined);
  const told = evidence && levelOf(evidence, secret, name, file);
  if (!told) return undefined;
  const severity = isOfWorkshop(entry) ? 'information' : told;
  const isWhole = range.start === entry.range.start;
  const variable = envNameFor({ name, kind: 'key', owner }, 'SECRET');
  return {
    range,
    severity,
    ...onceApart(file),
    ...(isWhole && WORKFLOW.test(file.path)
      ? { repair: { ...secretOf(variable), safe: false, ...entry.range } }
      : {}),
    ...(isWhole ? { literal: { range, name: variable, cast: 'string', keepAsFallback: false } } : {}),
  };
}

/** By its key; by a name beside it (`name: …`, `value: …`); by itself (`- API_KEY=…`). */
function namedBy(entry: ConfigEntry, all: readonly ConfigEntry[]): Named | undefined {
  const { keys, value, range } = entry;
  const last = (keys.at(-1) ?? '').replace(/^@/, '');
  if (last === 'value') {
    const name = siblingName(entry, all);
    if (name !== undefined) return { name, owner: undefined, value, range };
  }
  if (last === 'property') {
    const name = siblingName(entry, all, [...keys, '@name']);
    if (name !== undefined) return { name: lastWord(name), owner: undefined, value, range };
  }
  if (/^\d+$/.test(last)) {
    const [, name, given] = ASSIGNED.exec(value) ?? [];
    if (name === undefined || given === undefined || range.end - range.start !== value.length)
      return undefined;
    const plain = given.replace(/^(["'])(.*)\1$/, '$2');
    return {
      name,
      owner: undefined,
      value: plain,
      range: { start: range.end - given.length, end: range.end },
    };
  }
  return { name: last, owner: keys.at(-2), value, range };
}

/** Where GitHub fills a workflow from the secrets of the repository. */
const WORKFLOW = /(?:^|\/)\.github\/workflows\/[^/]+\.ya?ml$/;

function secretOf(name: string): { title: string; newText: string } {
  const newText = `\${{ secrets.${name} }}`;
  return { title: `Use ${newText}`, newText };
}

/** What a variable is otherwise, where one fills the value. */
function filled(named: Named): Named {
  const given = defaultIn(named.value);
  if (!given) return named;
  const end = named.range.end - 1;
  return { ...named, ...given, range: { start: end - given.value.length, end } };
}

const PRODUCTION = /(?:^|[/._-])(?:prod|production|live)(?=[/._-])/i;

/** Elsewhere a well-known default is for a developer's machine; what production has is meant. */
function isOfProduction({ keys }: ConfigEntry, { path }: FileView): boolean {
  return PRODUCTION.test(path) || keys.slice(0, -1).some((key) => /^(?:prod|production|live)$/i.test(key));
}

/** A section that no deploy reads: what it opens is on a developer's machine. */
function isOfWorkshop({ keys }: ConfigEntry): boolean {
  return keys.slice(0, -1).some((key) => /^(?:when@)?(?:dev|development|test|testing|local)$/i.test(key));
}

function weakPassword(name: string, value: string): 'likely' | undefined {
  const isMeant = value.length >= 5 && ['fake', 'plain'].includes(classifyValue(value).class);
  return isMeant && credentialKind(name) === 'password' && !/^(?:true|false|null|none)$/i.test(value)
    ? 'likely'
    : undefined;
}

const AROUND = 6;

/** The value of the nearest `name` or `key` with the same keys above it, or of the nearest with these keys. */
function siblingName(
  entry: ConfigEntry,
  all: readonly ConfigEntry[],
  keys?: readonly string[],
): string | undefined {
  const parent = (keys ?? entry.keys).slice(0, -1).join('.');
  const at = indexOf(entry, all);
  for (let away = 1; away <= AROUND; away++) {
    for (const other of [all[at - away], all[at + away]]) {
      const isName = other?.kind === 'value' && NAMES.has(other.keys.at(-1) ?? '');
      if (isName && other.keys.slice(0, -1).join('.') === parent) return other.value;
    }
  }
  return undefined;
}

/** By its place, as entries are in the order of the text. */
function indexOf(entry: ConfigEntry, all: readonly ConfigEntry[]): number {
  let [low, high] = [0, all.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((all[middle]?.range.start ?? 0) < entry.range.start) low = middle + 1;
    else high = middle;
  }
  return low;
}
