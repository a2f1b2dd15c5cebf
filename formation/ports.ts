import { highestPort } from '../core/procfile/ports';

export { defaultBasePort, portOf } from '../core/procfile/ports';

/** The port a text names, 1 to 65535. */
export function parsePort(text: string): number | undefined {
  if (!/^\d{1,5}$/.test(text)) return undefined;
  const port = Number(text);
  return port >= 1 && port <= highestPort ? port : undefined;
}
