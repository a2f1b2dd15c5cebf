import type { Api } from '../../../rule';
import { named } from '../shared/apis';

export const rust: readonly Api[] = [
  named(
    'The session store in a file',
    'tower_sessions_sqlx_store.SqliteStore.new',
    'tower_sessions.SqliteStore.new',
    'async_sqlx_session.SqliteSessionStore.new',
    'async_sqlx_session.SqliteSessionStore.from_client',
    'axum_session_sqlx.SessionSqlitePool.from',
    'axum_session.SessionSqlitePool.from',
  ),
];
