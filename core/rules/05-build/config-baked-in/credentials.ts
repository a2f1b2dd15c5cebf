import { credentialKind } from '../../../values/credential-name';

/** Whether a variable's name promises a credential itself, and no file or place that holds one, nor a switch. */
export function isCredential(name: string): boolean {
  const kind = credentialKind(name);
  return (
    (kind === 'password' || kind === 'key' || /(?:^|_)TOKEN$/.test(name)) &&
    !/(?:FILE|PATH|DIR|URL|ID|NAME|LENGTH|DUMMY)$/i.test(name) &&
    !/(?:^|_)(?:USE|ENABLE|DISABLE|REQUIRE|SKIP|VERIFY|HAS|IS)_/i.test(name)
  );
}
