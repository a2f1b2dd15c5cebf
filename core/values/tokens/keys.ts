import { isServiceRole, isTold } from './jwt';
import { defineTokens } from './token-format';

/** Keys and signed tokens that no one provider gives. */
export default defineTokens([
  {
    id: 'private-key',
    provider: '',
    what: 'private key',
    mark: '-----BEGIN ',
    is: /-----BEGIN (?:(?:RSA|EC|DSA|OPENSSH|PGP|SSH2|ANY) )?PRIVATE KEY(?: BLOCK)?-----(?=(?:\\[rn]|[\s"'+,\\])*[A-Za-z0-9+/=:,\s\\"]{60})/y,
    reach: 'own',
  },
  {
    id: 'age',
    provider: 'age',
    what: 'secret key',
    mark: 'AGE-SECRET-KEY-1',
    is: /AGE-SECRET-KEY-1[QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7L]{58}/y,
    reach: 'own',
  },
  {
    id: 'putty-key',
    provider: 'PuTTY',
    what: 'private key',
    mark: 'PuTTY-User-Key-File-',
    is: /PuTTY-User-Key-File-[23]: [\w-]{5,40}\s/y,
    reach: 'own',
  },
  {
    id: 'supabase-service-role',
    provider: 'Supabase',
    what: 'service role key',
    mark: 'eyJ',
    is: /eyJ[\w-]{10,300}\.eyJ[\w-]{10,2000}\.[\w-]{20,700}/y,
    check: isServiceRole,
  },
  {
    id: 'jwt',
    provider: '',
    what: 'signed token (JWT)',
    mark: 'eyJ',
    is: /eyJ[\w-]{10,300}\.eyJ[\w-]{10,2000}\.[\w-]{20,700}/y,
    check: isTold,
    reach: 'limited',
  },
]);
