import type { Api } from '../../../rule';
import { nameOf } from '../shared/apis';

/** What sends log events to a place of the app's choice. */
export function ships(...calls: readonly string[]): Api {
  return { calls, breach: (call) => ({ range: call.range, words: { api: nameOf(call) } }) };
}
