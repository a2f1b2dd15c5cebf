import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { connect } from 'node:net';
import type { Ports } from '../world';
import { isError } from './errors';

const longestAnswerMs = 2000;

/** The state of a listening socket in `/proc/net/tcp`. */
const listeningState = '0A';

/** The machine's TCP ports. Nothing is sent to a port to learn whether someone listens, where `/proc` tells it. */
export const systemPorts: Ports = {
  listening: async (port) => {
    const sockets = listeners();
    return sockets ? sockets.has(port) : (await accepts('127.0.0.1', port)) || (await accepts('::1', port));
  },
  holder: async (port) => holderOf(listeners()?.get(port)),
  answers: async (port, path) => {
    // Loaded when it is needed: it is large, and most formations ask for nothing.
    const { get } = await import('node:http');
    return new Promise((resolve) => {
      const request = get({ host: 'localhost', port, path, timeout: longestAnswerMs }, (response) => {
        response.resume();
        resolve((response.statusCode ?? 500) < 400);
      });
      request.once('timeout', () => request.destroy());
      request.once('error', () => resolve(false));
      request.once('close', () => resolve(false));
    });
  },
};

/** The inode of the listening socket by port; undefined where there is no `/proc`. */
function listeners(): ReadonlyMap<number, string> | undefined {
  const tables = ['tcp', 'tcp6'].map((name) => readTable(`/proc/self/net/${name}`));
  if (tables.every((table) => table === undefined)) return undefined;
  const found = new Map<number, string>();
  for (const row of tables.flatMap((table) => (table ?? '').split('\n').slice(1))) {
    const [, local = '', , state, , , , , , inode = ''] = row.trim().split(/\s+/);
    if (state === listeningState)
      found.set(Number.parseInt(local.slice(local.lastIndexOf(':') + 1), 16), inode);
  }
  return found;
}

function readTable(path: string): string | undefined {
  return unlessGone(() => readFileSync(path, 'latin1'));
}

function holderOf(inode: string | undefined): string | undefined {
  if (inode === undefined) return undefined;
  const socket = `socket:[${inode}]`;
  const pid = readdirSync('/proc').find((name) => /^\d+$/.test(name) && holds(name, socket));
  const name = pid && readTable(`/proc/${pid}/comm`)?.trim();
  return name && `${name} (pid ${pid})`;
}

/** A file may be closed between the list and the look; the others still count. */
function holds(pid: string, socket: string): boolean {
  const folder = `/proc/${pid}/fd`;
  const files = unlessGone(() => readdirSync(folder)) ?? [];
  return files.some((file) => unlessGone(() => readlinkSync(`${folder}/${file}`)) === socket);
}

function unlessGone<T>(look: () => T): T | undefined {
  try {
    return look();
  } catch (error) {
    if (isError(error, 'ENOENT', 'ESRCH', 'EACCES', 'EPERM')) return undefined;
    throw error;
  }
}

function accepts(host: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host, port, timeout: longestAnswerMs });
    const answer = (listening: boolean): void => {
      socket.destroy();
      resolve(listening);
    };
    socket.once('connect', () => answer(true));
    socket.once('timeout', () => answer(false));
    socket.once('error', () => answer(false));
  });
}
