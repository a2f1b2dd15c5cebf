import { textOfBase64 } from '../base64';

interface Claims {
  readonly role?: unknown;
  readonly iss?: unknown;
  readonly sub?: unknown;
}

/** What anyone reads in a signed token (RFC 7519): its second part. Undefined where it is no JSON. */
function claimsOf(token: string): Claims | undefined {
  const [, part = ''] = token.split('.');
  const padded = part.replaceAll('-', '+').replaceAll('_', '/') + '='.repeat((4 - (part.length % 4)) % 4);
  try {
    const value: unknown = JSON.parse(textOfBase64(padded) ?? '');
    return typeof value === 'object' && value !== null ? { ...value } : undefined;
  } catch {
    return undefined;
  }
}

/** Supabase's key that no rule of its database stops; not that of its demonstration, which everyone has. */
export function isServiceRole(token: string): boolean {
  const claims = claimsOf(token);
  return claims?.role === 'service_role' && claims.iss !== 'supabase-demo';
}

/** Not what pages show by design (Supabase's anonymous key), and no sample of a guide. */
export function isTold(token: string): boolean {
  const claims = claimsOf(token);
  if (!claims || claims.iss === 'supabase-demo' || claims.sub === '1234567890') return false;
  return claims.role !== 'anon' && !/^https?:\/\/(?:[\w-]+\.)?example\./.test(String(claims.iss));
}
