import { classifyValue, isStandIn } from './classify';

/** So little beside the user's name makes no password. */
const LITTLE = 4;

/** A password made of what else the URL says is an example, or a default of development. */
function isEcho(password: string, user: string, host: string, path: string): boolean {
  const [low, name] = [password.toLowerCase(), user.toLowerCase()];
  if (name.length >= 3 && low.includes(name)) {
    const rest = low.replace(name, '').replace(/^[-_.]|[-_.]$/g, '');
    if (rest.length <= LITTLE || isStandIn(rest)) return true;
  }
  if (low.length >= 3 && name.includes(low)) return true;
  return (
    low.length >= 3 && (host.toLowerCase().includes(low) || path.slice(0, 80).toLowerCase().includes(low))
  );
}

/** How sure it is that what stands for a password in an address is one; `weak` where it is a name, made of words. */
export function passwordInUrl(
  password: string,
  user: string,
  host: string,
  path: string,
): 'strong' | 'weak' | undefined {
  const kind = classifyValue(password).class;
  const isStrong = kind === 'opaque' || kind === 'random' || kind === 'token';
  if (!(isStrong || kind === 'identifier') || isEcho(password, user, host, path)) return undefined;
  return isStrong ? 'strong' : 'weak';
}
