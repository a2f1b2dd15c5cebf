import type { App } from '../../../app';
import { isDockerfile } from '../../../facts/app-files';
import { type Dockerfile, readDockerfile } from '../../../formats/dockerfile';
import type { Breach, Related } from '../../../rule';
import type { Range } from '../../../text';
import { portOfCommand } from '../shared/commands';

/** The ports that a process takes by itself, and who says so. */
export interface Known {
  readonly ports: readonly number[];
  readonly where: string;
  readonly related: readonly Related[];
}

const OTHER_IMAGE = /(?:^|\/)[^/]*(?:dev|test|local|debug|ci)[^/]*$/i;
/** Servers that stand in front of the app, with ports of their own. */
const FRONT = /^(?:[\w.-]+\/)*(?:nginx|httpd|caddy|apache|traefik|haproxy|php)(?:[:@-]|$)/i;

/** The one image that an app unit is run in; undefined where it has several, or another server's. */
export function imageOf(app: App): { path: string; text: string; file: Dockerfile } | undefined {
  const images = [...app.tree.appFiles.values()].filter(
    ({ path }) => isDockerfile(path) && !OTHER_IMAGE.test(path) && folderOf(path) === app.root,
  );
  const [image] = images;
  if (!image || images.length > 1) return undefined;
  const bases = [...image.text.matchAll(/^[ \t]*FROM[ \t]+(?:--\S+[ \t]+)?(\S+)/gim)];
  if (FRONT.test(bases.at(-1)?.[1] ?? '')) return undefined;
  const file = readDockerfile(image.text);
  const started = [file.entrypoint, file.cmd].map((one) => one?.command.text ?? '').join(' ');
  return /\b(?:thrust|nginx|caddy|supervisord|apache2|httpd|haproxy)\b/.test(started)
    ? undefined
    : { ...image, file };
}

/** What is known of the port, from what overrules all to what is overruled: the command, `ENV PORT`, the code. */
export function knownPort(app: App): Known | undefined {
  const image = imageOf(app);
  return (image && (ofCommand(image) ?? ofEnv(image))) ?? ofCode(app);
}

function ofCommand({ path, file }: { path: string; file: Dockerfile }): Known | undefined {
  for (const part of [file.cmd, file.entrypoint]) {
    for (const simple of part?.command.simple ?? []) {
      const found = portOfCommand(simple);
      if (!found) continue;
      const related = [{ path, range: found.word.range, message: 'The port of the command' }];
      return { ports: [found.port], where: 'the image’s command listens on', related };
    }
  }
  return undefined;
}

function ofEnv({ path, text, file }: { path: string; text: string; file: Dockerfile }): Known | undefined {
  const found = file.env.filter(({ name }) => name === 'PORT').at(-1);
  const port = found && portIn(text, found.valueRange);
  if (!found || port === undefined) return undefined;
  const related = [{ path, range: found.valueRange, message: 'The image’s PORT' }];
  return { ports: [port], where: 'the image sets PORT to', related };
}

function ofCode(app: App): Known | undefined {
  const files = [...app.files.values()].filter((file) => file.class === 'app' && file.ports.length > 0);
  const ports = [...new Set(files.flatMap((file) => file.ports))];
  if (ports.length === 0) return undefined;
  const related = files.map(({ path }) => ({ path, message: 'The default of PORT in the code' }));
  return { ports, where: 'the code listens by default on', related };
}

/** A breach where a port is none of those known. */
export function disagreeing(
  what: string,
  port: number,
  range: Range,
  known: Known | undefined,
): Breach | undefined {
  if (!known || known.ports.includes(port)) return undefined;
  const [wanted] = known.ports;
  return {
    range,
    words: { what, here: String(port), where: known.where, port: known.ports.join(' or ') },
    related: known.related,
    ...(known.ports.length === 1 && wanted !== undefined ? { repair: { port: wanted } } : {}),
  };
}

export function portIn(text: string, { start, end }: Range): number | undefined {
  const written = text.slice(start, end).replace(/^["']|["']$/g, '');
  return /^[1-9]\d{1,4}$/.test(written) ? Number(written) : undefined;
}

export function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}
