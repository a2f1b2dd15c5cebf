import type { App } from '../../../app';
import type { ConfigEntry } from '../../../formats/entry';
import type { Breach, EntryCheck } from '../../../rule';
import type { Range } from '../../../text';
import { disagreeing, folderOf, imageOf, type Known, knownPort } from './ports';

const COMPOSE = /(?:^|\/)(?:docker-)?compose[\w.-]*\.ya?ml$/;

/** `"8080:3000"`: the port inside the container, of a service that is built from this app. */
export const composePort: EntryCheck = {
  files: COMPOSE,
  at: /^services\.[^.]+\.ports\.\d+(?:\.target)?$/,
  breach: (entry, { path }, app, all) => {
    const service = entry.keys[1] ?? '';
    const digits = /(?:^|:)(\d{2,5})(?:\/tcp)?$/.exec(entry.value)?.[1];
    if (digits === undefined || !isBuiltHere(service, path, app, all)) return undefined;
    const others = all.filter(({ keys }) => keys[1] === service && keys[2] === 'ports');
    if (others.filter(({ kind }) => kind === 'value').length > 1) return undefined;
    if (all.some(({ keys }) => keys[1] === service && keys[2] === 'command')) return undefined;
    const known = setHere(service, path, all) ?? knownPort(app);
    return disagreeing('The service', Number(digits), digitsIn(entry, digits), known);
  },
};

function isBuiltHere(service: string, path: string, app: App, all: readonly ConfigEntry[]): boolean {
  const build = all.find(
    ({ keys, kind }) =>
      keys[1] === service &&
      keys[2] === 'build' &&
      kind === 'value' &&
      (keys.length === 3 || keys[3] === 'context'),
  );
  if (!build || all.some(({ keys }) => keys[1] === service && keys[3] === 'target')) return false;
  const context = [folderOf(path), build.value.replace(/^\.\/?/, '').replace(/\/$/, '')].filter(Boolean);
  return context.join('/') === app.root && imageOf(app) !== undefined;
}

/** `environment: PORT: 3000` of the same service. */
function setHere(service: string, path: string, all: readonly ConfigEntry[]): Known | undefined {
  for (const { keys, value, range } of all) {
    if (keys[0] !== 'services' || keys[1] !== service || keys[2] !== 'environment') continue;
    const port = keys[3] === 'PORT' ? value : /^PORT=(.*)$/.exec(value)?.[1];
    if (port === undefined) continue;
    const isNumber = /^[1-9]\d{1,4}$/.test(port);
    const related = [{ path, range, message: 'The service’s PORT' }];
    return { ports: isNumber ? [Number(port)] : [], where: 'its environment sets PORT to', related };
  }
  return undefined;
}

/** A Kubernetes service that sends requests to a port which no container beside it names. */
export const servicePort: EntryCheck = {
  files: /\.ya?ml$/,
  at: /(?:^|\.)spec\.ports\.\d+\.targetPort$/,
  breach: (entry, { path }, _app, all) => {
    const containers = all.filter(
      ({ keys, kind }) =>
        kind === 'value' && /^containers\.\d+\.ports\.\d+\.containerPort$/.test(keys.slice(-5).join('.')),
    );
    const ports = containers.flatMap(({ value }) => (/^\d{2,5}$/.test(value) ? [Number(value)] : []));
    if (!/^\d{2,5}$/.test(entry.value) || ports.length === 0 || ports.length < containers.length)
      return undefined;
    const related = containers.map(({ range }) => ({ path, range, message: 'The container’s port' }));
    const known = { ports: [...new Set(ports)], where: 'the containers beside it name', related };
    return disagreeing('The service', Number(entry.value), entry.range, known);
  },
};

/** Spring's `server.port` against what the image exposes; `EXPOSE` is what gives way. */
export const springPort: EntryCheck = {
  files: /(?:^|\/)application\.(?:properties|ya?ml)$/,
  at: /^server\.port$/,
  breach: (entry, _file, app) => {
    const digits = /^(?:\$\{(?:PORT|SERVER_PORT):)?(\d{2,5})\}?$/.exec(entry.value)?.[1];
    const image = digits === undefined ? undefined : imageOf(app);
    const exposed = image?.file.ports.filter(({ stage }) => stage === image.file.stages - 1) ?? [];
    const [port] = exposed;
    if (digits === undefined || !image || !port || exposed.length > 1 || !/^\d+$/.test(port.port))
      return undefined;
    if (image.file.env.some(({ name }) => /^(?:SERVER_)?PORT$/.test(name))) return undefined;
    const related = [{ path: image.path, range: port.range, message: 'The port that the image exposes' }];
    const known = { ports: [Number(port.port)], where: 'the image exposes', related };
    const found = disagreeing('server.port', Number(digits), digitsIn(entry, digits), known);
    return found && without(found);
  },
};

function without({ repair: _, ...breach }: Breach): Breach {
  return breach;
}

function digitsIn({ range, value }: ConfigEntry, digits: string): Range {
  const at = value.lastIndexOf(digits);
  const isWhole = range.end - range.start === value.length;
  return isWhole ? { start: range.start + at, end: range.start + at + digits.length } : range;
}
