export const LOOPBACK =
  /^(?:localhost|127(?:\.\d+){3}|0\.0\.0\.0|\[?::1?\]?|host\.docker\.internal|\.|\(local\)|\(localdb\)|[\w.-]*\.localhost)$/i;
export const STAND_IN =
  /^(?:host|hostname|server|server_?name|(?:your|fill-?in|replace|change-?me)[\w-]*|my-?(?:host|server|db)\w*|some-?\w*|example(?:\.\w+)?|.*\.example(?:\.\w+)?|.*\.example\.(?:com|org|net)|.*\.(?:test|invalid)|(?:foo|bar|baz|acme|domain|company)(?:\.\w+)?|.*\.(?:foo|your-?\w*|my-?domain|domain|company)\.\w+|\.\.\.|x+|\*+)$/i;
const PRIVATE =
  /^(?:10(?:\.\d{1,3}){3}|172\.(?:1[6-9]|2\d|3[01])(?:\.\d{1,3}){2}|192\.168(?:\.\d{1,3}){2}|[\w.-]+\.(?:internal|intern|intranet|corp|lan|local|cluster\.local|private|home\.arpa))$/i;

/** Hosts by which a platform answers each instance in the same way; the host of an emulator. */
const PLATFORM = /^(?:metadata\.google\.internal|metadata|instance-data\.ec2\.internal|10\.0\.2\.2)$/i;

/** Whether a host is left for something else to fill in. */
export function isOpen(host: string): boolean {
  return host === '' || /[<>{}$%|*+#]/.test(host) || /\((?!local)/i.test(host);
}

/** Whether a bare host name or address is a real one. */
export function isHost(text: string): boolean {
  return (
    /^[a-z0-9][a-z0-9.-]*$/i.test(text) && !STAND_IN.test(text) && !/^(?:[\d.]{1,6}|0\.0\.0\.0)$/.test(text)
  );
}

export function isLoopback(host: string): boolean {
  return LOOPBACK.test(host);
}

/** Hosts that only a network of one’s own knows: private addresses, internal domains. */
export function isPrivate(host: string): boolean {
  return PRIVATE.test(host) && !STAND_IN.test(host) && !PLATFORM.test(host);
}

/** The host of an address: `https://user@host:1/…`, `host:1`, `a:1,b:1` the first. */
export function hostOf(address: string): string {
  const [first = ''] = address.split(',', 1);
  return first
    .replace(/^(?:tcp|np|lpc|admin):(?!\/)/i, '')
    .replace(/^[\w+]{1,20}:\/\/(?:[^\s@/]{0,200}@)?/, '')
    .replace(/[/:?#\\].*$/s, '');
}

const DEVELOPMENT = /(?:^|[/._-])(?:dev|devel|development|local)(?=[._-])[\w.-]*$/i;
/** Programs that write the configuration of an installation, which others read. */
const SET_UP = /(?:^|\/)(?:set-?up|install(?:er|ation)?|wizard)\/|\/Commands\/Environment\//i;

/** Whether a file only says what a developer's own machine has: settings for development, on this host. */
export function isOfDevelopment(path: string, host: string): boolean {
  return isLoopback(host) && DEVELOPMENT.test(path);
}

/** Whether what a file gives to a variable becomes the config of an installation: a program that sets one up. */
export function setsUp(path: string): boolean {
  return SET_UP.test(path);
}
