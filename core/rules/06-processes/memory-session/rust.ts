import type { Api } from '../../../rule';
import { named, referenceOf, when } from '../shared/apis';

const made = (...types: readonly string[]): string[] =>
  types.flatMap((type) => [`${type}.new`, `${type}.default`]);

export const rust: readonly Api[] = [
  named(
    'MemoryStore',
    ...made(
      'tower_sessions.MemoryStore',
      'tower_sessions_memory_store.MemoryStore',
      'async_session.MemoryStore',
      'axum_sessions.async_session.MemoryStore',
      'tide.sessions.MemoryStore',
      'warp_sessions.MemoryStore',
    ),
  ),
  when(
    'SessionNullPool',
    ['axum_session.SessionStore.new'],
    (call) => referenceOf(call.args[0]?.value) === 'None',
  ),
];
