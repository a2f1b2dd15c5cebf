import type { CallFact, Value } from '../../../facts/fact';
import type { Api, Breach, FileView, Severity } from '../../../rule';
import type { Finder } from '../shared/ports';

/** A loopback host, alone or at the start of an address. A port of 0 is any port, as tests and sign-in helpers ask for. */
const HOST = /^(?:[a-z]+:\/\/)?(localhost|127\.0\.0\.1|\[::1\]|::1)(?=$|[:/])(?!:0$)/;
/** Listeners that are meant for the machine itself. */
const INTERNAL =
  /metric|debug|admin|health|inspect|profil|pprof|ipc\b|internal|oauth|callback|sidecar|tunnel|proxy|prometheus|management\/commands\//i;

const REFERENCES =
  /(?:^|[.:])(?:IPAddress\.(?:IPv6)?Loopback|Ipv[46]Addr\.LOCALHOST|InetAddress\.getLoopbackAddress)$/;

/** Whether a listener is one that only its own machine is to reach. */
export function isInternal(call: CallFact, file: FileView): boolean {
  return [file.path, call.enclosure.fn ?? '', call.callee].some((name) => INTERNAL.test(name));
}

/** The breach where a value is a loopback host, or an address that starts with one. */
export function hostBreach(value: Value | undefined): Breach | undefined {
  if (value?.kind === 'array' && isLoopbackBytes(value.items))
    return { range: value.range, words: { host: '127.0.0.1' }, repair: { text: '[0, 0, 0, 0]' } };
  if ((value?.kind === 'reference' || value?.kind === 'call') && REFERENCES.test(nameOf(value)))
    return { range: value.range, words: { host: 'the loopback address' } };
  if (value?.kind !== 'string') return undefined;
  const match = HOST.exec(value.text);
  const host = match?.[1];
  if (!match || host === undefined) return undefined;
  const { start, end } = value.range;
  const words = { host };
  if (match[0] === value.text && host === value.text)
    return { range: value.range, words, repair: { quoted: true } };
  // Of a literal without escapes the host's own place is known.
  if (end - start !== value.text.length + 2) return { range: value.range, words };
  const from = start + 1 + match[0].length - host.length;
  const isOne = !value.text.includes(';');
  return {
    range: { start: from, end: from + host.length },
    words,
    ...(isOne ? { repair: { quoted: false } } : {}),
  };
}

function nameOf(value: Extract<Value, { kind: 'reference' | 'call' }>): string {
  return value.kind === 'reference' ? value.name : value.callee;
}

function isLoopbackBytes(items: readonly Value[]): boolean {
  const bytes = items.map((item) => (item.kind === 'number' ? item.value : undefined));
  return bytes.length === 4 && bytes.join('.') === '127.0.0.1';
}

/** Servers that are told where to bind. */
export function host(calls: readonly string[], find: Finder, global = false): Api {
  return {
    calls,
    global,
    breach: (call, file) => (isInternal(call, file) ? undefined : hostBreach(find(call))),
  };
}

/** Servers that bind to loopback where nobody tells them otherwise. */
export function byDefault(
  calls: readonly string[],
  severity: Severity,
  isTold: (call: CallFact) => boolean,
): Api {
  return {
    calls,
    breach: (call, file) =>
      isTold(call) || isInternal(call, file)
        ? undefined
        : { range: call.range, words: { host: 'localhost, its default' }, severity },
  };
}
