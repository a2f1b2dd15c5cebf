import type { CallFact, Value } from '../../../facts/fact';
import { argumentAt, property, textOf } from '../../../facts/values';
import type { Api, Breach } from '../../../rule';

/** Where a call says what to bind to: a port, or an address that ends in one. */
export type Finder = (call: CallFact) => Value | undefined;

/** A port written as a number; a value of 0 asks the system for any port, as tests do. */
function literalPort(value: Value | undefined): Value | undefined {
  if (value?.kind === 'number') {
    return Number.isInteger(value.value) && value.value > 0 && value.value < 65_536 ? value : undefined;
  }
  return value?.kind === 'string' && /^[1-9]\d{1,4}$/.test(value.text) ? value : undefined;
}

/** A breach where a value is a fixed port, with the literal that "Move to env var" may take. */
export function portBreach(value: Value | undefined): Breach | undefined {
  const port = literalPort(value);
  if (!port) return undefined;
  const cast = port.kind === 'number' ? 'number' : 'string';
  return { range: port.range, literal: { range: port.range, name: 'PORT', cast, keepAsFallback: true } };
}

const ADDRESS = /^(?:[a-z]+:\/\/)?(?:\*|\+|\[[0-9a-f:]*\]|[\w.-]*):([1-9]\d{1,4})\/?$/i;

/** A breach where a value is an address that ends in a fixed port: `:8080`, `0.0.0.0:3000`, `http://*:5000`. */
export function addressBreach(value: Value | undefined): Breach | undefined {
  const text = value?.kind === 'string' ? textOf(value) : undefined;
  return value && text !== undefined && ADDRESS.test(text)
    ? { range: value.range, repair: { to: 'address' } }
    : undefined;
}

/** Servers that take a bare port. What a developer's machine alone runs may have one of its own. */
export function listens(calls: readonly string[], port: Finder, global = false): Api {
  return {
    calls,
    global,
    breach: (call) => (call.enclosure.inDevelopment ? undefined : portBreach(port(call))),
  };
}

/** Servers that take an address. */
export function binds(calls: readonly string[], address: Finder, global = false): Api {
  return {
    calls,
    global,
    breach: (call) => (call.enclosure.inDevelopment ? undefined : addressBreach(address(call))),
  };
}

export const first: Finder = (call) => call.args[0]?.value;
export const second: Finder = (call) => call.args[1]?.value;
export const third: Finder = (call) => call.args[2]?.value;

/** `listen(3000)`, `listen({ port: 3000 })`, `serve(handler, { port: 3000 })`. */
export const firstOrOption: Finder = (call) => {
  const [one, two] = call.args;
  const inOptions = property(one?.value, 'port');
  return (
    inOptions ?? (one?.value.kind === 'object' ? undefined : (property(two?.value, 'port') ?? one?.value))
  );
};
export const option: Finder = (call) =>
  property(call.args[0]?.value, 'port') ?? property(call.args[1]?.value, 'port');
export const keyword =
  (name: string, index = 99): Finder =>
  (call) =>
    argumentAt(call.args, index, name);
/** The port of an address such as `("", 8000)`. */
export const address =
  (name: string, index = 0): Finder =>
  (call) => {
    const pair = argumentAt(call.args, index, name);
    return pair?.kind === 'array' ? pair.items[1] : undefined;
  };
/** A field of an object that is the call's last argument. */
export const field =
  (...path: readonly string[]): Finder =>
  (call) =>
    property(call.args.at(-1)?.value, ...path);

export function soften(breach: Breach | undefined): Breach | undefined {
  return breach && { ...breach, severity: 'information' };
}
