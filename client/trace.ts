import type { LogOutputChannel } from 'vscode';

/** What the client writes of a message, up to its method and how long its answer took. */
const LINE =
  /^(?:Sending|Received) (?:request|notification|response) (?:'[\w$/.-]{1,80}(?: - \([\w-]{1,40}\))?'|\d{1,12})(?:\.? (?:in|Processing request took) \d{1,12}ms)?/;

/**
 * A line of the protocol's trace without what the message holds: whole texts of files and answers about them, with the
 * values of env files. Undefined where the line is none that is known.
 */
export function withoutContents(traced: string): string | undefined {
  return traced.startsWith('{') ? headOf(traced) : LINE.exec(traced)?.[0];
}

function headOf(json: string): string | undefined {
  const { type, timestamp, message }: Traced = JSON.parse(json);
  return JSON.stringify({
    isLSPMessage: true,
    type,
    message: { jsonrpc: '2.0', id: message?.id, method: message?.method },
    timestamp,
  });
}

/** A message as the client traces it where `twelveFactor.trace.server` asks for the format `json`. */
interface Traced {
  readonly type?: string;
  readonly timestamp?: number;
  readonly message?: { readonly id?: number | string; readonly method?: string };
}

/** The log for the protocol's trace: it says which messages went by and how long they took, whatever the user asks for. */
export function traceChannel(log: LogOutputChannel): LogOutputChannel {
  return {
    name: log.name,
    get logLevel() {
      return log.logLevel;
    },
    onDidChangeLogLevel: (listener, self, disposables) =>
      log.onDidChangeLogLevel(listener, self, disposables),
    trace: (traced) => {
      const line = withoutContents(traced);
      if (line !== undefined) log.trace(line);
    },
    debug: (message, ...rest) => log.debug(message, ...rest),
    info: (message, ...rest) => log.info(message, ...rest),
    warn: (message, ...rest) => log.warn(message, ...rest),
    error: (message, ...rest) => log.error(message, ...rest),
    append: (value) => log.append(value),
    appendLine: (value) => log.appendLine(value),
    replace: (value) => log.replace(value),
    clear: () => log.clear(),
    show: () => log.show(true),
    hide: () => log.hide(),
    dispose: () => log.dispose(),
  };
}
