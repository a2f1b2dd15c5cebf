import type { EnvEntry } from '../../../env/env-file';
import type { EnvText } from '../../14-env/shared/files';
import { isPlaceholder } from '../../shared/placeholder';
import { credentialKind } from './credential-name';
import { isCredentialValue } from './credential-value';

const WITH_PASSWORD = /^[a-z][a-z0-9+.-]*:\/\/[^\s/:@]*:([^\s/@]+)@([^\s/:@?]+)/i;
const LOCAL =
  /^(?:localhost|127\.|0\.0\.0\.0|\[?::1|[\w-]+$|host\.docker\.internal|[\w.-]*\.(?:local|test|example|invalid)$)/i;

/** The first entry whose value is a secret by its name and its look, or the address of a service with a password. */
export function secretEntry({ source }: EnvText): EnvEntry | undefined {
  return source.file.entries.find(isSecret);
}

export function holdsSecrets(file: EnvText): boolean {
  return secretEntry(file) !== undefined;
}

function isSecret({ name, value }: EnvEntry): boolean {
  const plain = value.reveal();
  if (plain === '' || plain.startsWith('encrypted:')) return false;
  const kind = credentialKind(name);
  if (kind && isCredentialValue(plain, kind, name)) return true;
  const [, password = '', host = ''] = WITH_PASSWORD.exec(plain) ?? [];
  return password !== '' && !isPlaceholder(password) && !LOCAL.test(host);
}
