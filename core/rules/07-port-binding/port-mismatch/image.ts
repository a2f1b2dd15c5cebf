import type { App } from '../../../app';
import { isDockerfile } from '../../../facts/app-files';
import type { Breach } from '../../../rule';
import { disagreeing, imageOf, knownPort, portIn } from './ports';

const HEALTH =
  /^[ \t]*HEALTHCHECK\b(?:[^\n]*\\\r?\n){0,5}[^\n]*?https?:\/\/(?:localhost|127\.0\.0\.1|0\.0\.0\.0):(\d{2,5})\b/gim;

/** `EXPOSE` and `HEALTHCHECK` of the image an app is run in, against the port that the process takes. */
export function imagePorts(path: string, app: App): Breach[] {
  const image = isDockerfile(path) ? imageOf(app) : undefined;
  if (!image || image.path !== path || !app.complete) return [];
  const known = knownPort(app);
  const last = image.file.stages - 1;
  const exposed = image.file.ports.filter(({ stage }) => stage === last);
  const ports = exposed.map(({ port, range }) => {
    const digits = /^\d+(?=\/tcp$|$)/.exec(port)?.[0].length ?? 0;
    return { range: { start: range.start, end: range.start + digits } };
  });
  const read = ports.map(({ range }) => portIn(image.text, range));
  // Several ports are several listeners; one of them that agrees is enough.
  const agrees = read.some((port) => port === undefined || known?.ports.includes(port));
  const [only] = ports;
  const exposes =
    only && ports.length === 1 && !agrees
      ? disagreeing('EXPOSE', read[0] ?? 0, only.range, known)
      : undefined;
  return [...(exposes ? [exposes] : []), ...health(image.text, app)];
}

function health(text: string, app: App): Breach[] {
  const known = knownPort(app);
  return [...text.matchAll(HEALTH)].flatMap((match) => {
    const digits = match[1] ?? '';
    const end = match.index + match[0].length;
    const found = disagreeing('The health check', Number(digits), { start: end - digits.length, end }, known);
    return found ? [found] : [];
  });
}
