import type { StringFact } from '../../facts/fact';
import { envNameFor } from '../../fix/env-name';
import { type Breach, defineRule, type FileView } from '../../rule';
import { passwordOfConnection } from '../../values/connection';
import { credentialEvidence, evidenceOf } from '../../values/credential';
import { oneEdit } from '../shared/one-edit';
import { inCommands, inDockerfile, inExampleEnv, inUnit } from './hardcoded-credential/around';
import { entries } from './hardcoded-credential/entries';
import { isText, levelOf, onceApart } from './hardcoded-credential/level';
import { breachAt } from './hardcoded-credential/sink';
import { sinks } from './hardcoded-credential/sinks';
import { toolFiles } from './hardcoded-credential/tool-files';

/** Parts of names by which a string is looked at; the words of the whole name decide. */
const NAMES =
  `password passwd passwort kennwort pwd passphrase passcode senha secret apikey api_key accesskey access_key
  privatekey private_key encryptionkey encryption_key encryptkey encrypt_key signingkey signing_key hmackey hmac_key
  masterkey master_key authkey auth_key appkey app_key licensekey license_key accountkey account_key sharedkey shared_key
  jwtkey jwt_key token pepper db_pass dbpass smtp_pass mail_pass`.split(/\s+/);

/** A value of five characters and more without a blank, of which one at least is neither a letter nor joins words; or many letters. */
const HELD =
  /[\w$]{0,60}(?:["'`\]]{0,2}[^\n=:]{0,40}[:=(][^\n]{0,200}?|(?:["']|(?<=[ (]:\w{1,60}))[ \t]{0,10},[ \t]{0,10})["'`](?=[^\s"'`]{5})(?:[A-Za-z_.-]{0,60}[^\sA-Za-z"'`_.-][^\s"'`]{0,500}|[A-Za-z]{20,200})["'`]/y;

export default defineRule({
  id: 'config/hardcoded-credential',
  title: 'Credential written into the code',
  severity: 'error',
  message:
    'A credential stands in the code, for everyone who can read the repository. Move it to an environment variable and replace it where it was used.',
  skip: ['generated', 'vendored'],
  secret: true,
  calls: sinks,
  strings: { heldBy: NAMES, heldLike: HELD, containing: ['password=', 'pwd='], breach: judge },
  entries,
  files: toolFiles,
  commands: inCommands,
  appFiles: (path, app) => [...inDockerfile(path, app), ...inExampleEnv(path, app), ...inUnit(path, app)],
  fix: oneEdit,
});

function judge({ holder, value, enclosure }: StringFact, file: FileView): Breach | undefined {
  if (isText(file.path) || enclosure.typeOnly || value.kind !== 'string') return undefined;
  const connection = passwordOfConnection(value.text);
  const evidence = connection
    ? evidenceOf(connection.value, 'password', 'password')
    : holder && credentialEvidence(holder.name, value.text);
  const name = holder?.name ?? 'connection';
  const place = enclosure.inTest ? ({ ...file, class: 'test' } as const) : file;
  const severity = evidence && levelOf(evidence, connection?.value ?? value.text, name, place);
  const fallback = connection ? 'CONNECTION_STRING' : 'SECRET';
  if (!severity) return undefined;
  return { ...breachAt(value.range, envNameFor(holder, fallback)), severity, ...onceApart(place) };
}
