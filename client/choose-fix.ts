import type { ChooseFixArguments } from '../core/protocol';
import { isObject, isPosition } from './env-var-name';

/** Commands can be run by anyone with anything: checks what arrived. */
export function isChooseFixArguments(value: unknown): value is ChooseFixArguments {
  return (
    isObject(value) &&
    typeof value.uri === 'string' &&
    typeof value.rule === 'string' &&
    typeof value.title === 'string' &&
    isObject(value.range) &&
    isPosition(value.range.start) &&
    isPosition(value.range.end) &&
    Array.isArray(value.choices) &&
    value.choices.every(
      (one: unknown) => isObject(one) && typeof one.label === 'string' && typeof one.description === 'string',
    )
  );
}
