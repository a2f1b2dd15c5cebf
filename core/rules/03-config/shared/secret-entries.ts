import type { EnvEntry } from '../../../env/env-file';
import { classifyValue, isStandIn } from '../../../values/classify';
import { credentialEvidence } from '../../../values/credential';
import type { EnvText } from '../../14-env/shared/files';

const WITH_PASSWORD = /^[a-z][a-z0-9+.-]*:\/\/[^\s/:@]*:([^\s/@]+)@([^\s/:@?]+)/i;
const LOCAL =
  /^(?:localhost|127\.|0\.0\.0\.0|\[?::1|[\w-]+$|host\.docker\.internal|[\w.-]*\.(?:local|test|example|invalid)$)/i;

/** The first entry whose value is a secret by its name and its look, or the address of a service with a password. */
export function secretEntry({ source }: EnvText): EnvEntry | undefined {
  return source.file.entries.find(isSecret);
}

/** The first entry whose value has a provider's own format, so that it was valid with that provider. */
export function issuedEntry({ source }: EnvText): EnvEntry | undefined {
  return source.file.entries.find((one) => classifyValue(one.value.reveal()).class === 'token');
}

export function holdsSecrets(file: EnvText): boolean {
  return secretEntry(file) !== undefined;
}

function isSecret({ name, value }: EnvEntry): boolean {
  const plain = value.reveal();
  if (plain === '' || plain.startsWith('encrypted:')) return false;
  if (credentialEvidence(name, plain)) return true;
  const [, password = '', host = ''] = WITH_PASSWORD.exec(plain) ?? [];
  return password !== '' && !isStandIn(password) && !LOCAL.test(host);
}
