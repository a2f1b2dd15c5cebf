import { createHash } from 'node:crypto';
import {
  chmodSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { isError } from '../node/errors';
import { type Check, hasShape, isCount, isText } from './check';

/** Where the supervisor of one app is found, and what admits to it. Kept in a file that only its user can read. */
export interface Endpoint {
  readonly pid: number;
  /** A unix socket's path or a named pipe's name. */
  readonly socket: string;
  readonly token: string;
  /** Starts the mark of each process it has started. */
  readonly run: string;
}

/** The files of one app's supervisor. */
export interface Place {
  readonly directory: string;
  readonly endpoint: string;
  readonly lock: string;
  readonly errors: string;
}

/** The same for all windows on one directory, by whatever way they came to it. Makes the directory, mode 0700. */
export function placeOf(root: string, storageDir: string): Place {
  const directory = privateDirectory(join(storageDir, 'formations'));
  const key = createHash('sha256').update(realPath(root)).digest('hex').slice(0, 16);
  const file = (kind: string) => join(directory, `${key}.${kind}`);
  return { directory, endpoint: file('json'), lock: file('lock'), errors: file('errors') };
}

function realPath(root: string): string {
  try {
    return realpathSync(root);
  } catch (error) {
    throw isError(error, 'ENOENT', 'ENOTDIR') ? new Error(`The directory ${root} does not exist.`) : error;
  }
}

/** Undefined where there is none, or none that can be read. */
export function readEndpoint(place: Place): Endpoint | undefined {
  try {
    const value: unknown = JSON.parse(readFileSync(place.endpoint, 'utf8'));
    return isEndpoint(value) ? value : undefined;
  } catch (error) {
    if (isError(error, 'ENOENT') || error instanceof SyntaxError) return undefined;
    throw error;
  }
}

const isEndpoint: Check<Endpoint> = hasShape<Endpoint>({
  pid: isCount,
  socket: isText,
  token: isText,
  run: isText,
});

/** Written aside and renamed, so that a reader sees all of it or nothing. */
export function writeEndpoint(place: Place, endpoint: Endpoint): void {
  const draft = `${place.endpoint}.${process.pid}`;
  writeFileSync(draft, JSON.stringify(endpoint), { mode: 0o600 });
  renameSync(draft, place.endpoint);
}

/** Removes the file unless another supervisor has put its own there. */
export function removeEndpoint(place: Place, endpoint: Endpoint): void {
  if (readEndpoint(place)?.run === endpoint.run) rmSync(place.endpoint, { force: true });
}

/** The longest path of a unix socket that all systems take. */
const longestSocketPath = 100;

export function socketFor(place: Place, run: string): string {
  const name = `${run.slice(0, 16)}.sock`;
  if (process.platform === 'win32') return `\\\\.\\pipe\\twelve-factor-${run}`;
  const path = join(place.directory, name);
  if (path.length <= longestSocketPath) return path;
  return join(privateDirectory(join(tmpdir(), `twelve-factor-${userInfo().uid}`)), name);
}

/** A directory only its user can enter. Throws if it is another's. */
function privateDirectory(path: string): string {
  mkdirSync(path, { recursive: true, mode: 0o700 });
  if (process.platform === 'win32') return path;
  const stat = lstatSync(path);
  if (!stat.isDirectory() || stat.uid !== userInfo().uid) {
    throw new Error(`${path} belongs to someone else. Remove it, then start again.`);
  }
  if ((stat.mode & 0o077) !== 0) chmodSync(path, 0o700);
  return path;
}
