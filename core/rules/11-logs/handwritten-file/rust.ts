import type { Api } from '../../../rule';
import { write } from './write';

const RUST_LOGGERS = /^(?:simplelog|fern|env_logger|slog\w*|tracing_subscriber|tracing_appender)\b/;

// A row of calls is known by its first and last.
const apis: readonly Api[] = [
  write({
    calls: ['std.fs', 'tokio.fs'].flatMap((module) => [
      `${module}.OpenOptions.new().open`,
      `${module}.File.options().open`,
    ]),
    unless: RUST_LOGGERS,
    opened: 'rust',
  }),
];

export default apis;
