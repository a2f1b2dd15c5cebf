import type { Value } from '../../../facts/fact';
import { textOf } from '../../../facts/values';

/** Whether the mode in which a file is opened adds to what it holds: `a`, `a+`, `ab`. */
export function appends(mode: Value | undefined): boolean {
  return /^a[bt+sx]*$/.test(textOf(mode) ?? '');
}
