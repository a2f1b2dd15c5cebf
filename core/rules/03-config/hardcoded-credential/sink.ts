import type { CallFact, Value } from '../../../facts/fact';
import { argumentAt, property } from '../../../facts/values';
import type { Api, Breach } from '../../../rule';
import { classifyValue } from '../../../values/classify';
import type { ValueClass } from '../../../values/value-class';
import { levelOf, onceApart } from './level';

type Finder = (call: CallFact) => Value | undefined;

/** What stands in the place of a credential and is none. */
const HARMLESS: ReadonlySet<ValueClass> = new Set([
  'empty',
  'placeholder',
  'fake',
  'reference',
  'encrypted',
  'hash',
  'public',
  'path',
  'url',
]);
const SHORTEST = 5;
const DEEPEST = 3;

/** A credential by its place: whatever text stands there is one, unless it only stands for one. */
export function takes(calls: readonly string[], name: string, find: Finder, more: Partial<Api> = {}): Api {
  return {
    ...more,
    calls,
    breach: (call, file) => {
      const literal = literalIn(find(call), DEEPEST);
      if (!literal || literal.text.length < SHORTEST) return undefined;
      const kind = classifyValue(literal.text).class;
      if (HARMLESS.has(kind)) return undefined;
      const severity = levelOf(kind === 'identifier' ? 'likely' : 'certain', literal.text, name, file);
      return severity && { ...breachAt(literal.range, name), severity, ...onceApart(file) };
    },
  };
}

export function breachAt(range: Breach['range'], name: string): Breach {
  return { range, literal: { range, name, cast: 'string', keepAsFallback: false } };
}

/** The string that a value is, is made of by one conversion (`[]byte("…")`, `Encoding.UTF8.GetBytes("…")`), or starts with. */
function literalIn(
  value: Value | undefined,
  deepest: number,
): Extract<Value, { kind: 'string' }> | undefined {
  if (!value || deepest === 0) return undefined;
  if (value.kind === 'string') return value;
  const parts =
    value.kind === 'either'
      ? value.values
      : value.kind === 'array'
        ? value.items
        : value.kind === 'call' && value.args.length === 1 && CONVERSION.test(value.callee)
          ? value.args.map((one) => one.value)
          : [];
  for (const part of parts) {
    const found = literalIn(part, deepest - 1);
    if (found) return found;
  }
  return undefined;
}

const CONVERSION =
  /(?:^|\.)(?:GetBytes|byte|bytes|\[\]byte|Buffer\.from|String\.from|TextEncoder\(\)\.encode|createSecretKey)$/;

export const argument =
  (index: number, keyword?: string): Finder =>
  (call) =>
    argumentAt(call.args, index, keyword);

export const option =
  (index: number, ...keys: string[]): Finder =>
  (call) =>
    property(argumentAt(call.args, index), ...keys);
