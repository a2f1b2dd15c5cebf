import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { chmodSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { localFormation, pipeDirectoriesOf } from '../local';
import { systemClock } from '../node/clock';
import { Connection } from './connection';
import {
  type Endpoint,
  type Place,
  placeOf,
  readEndpoint,
  removeEndpoint,
  socketFor,
  writeEndpoint,
} from './endpoint';
import type { SupervisorConfig } from './launch';
import { Lifetime } from './lifetime';
import { sweep } from './watchdog';

/** Runs the formation of one app for the windows that connect; resolves once they can. Ends the program when it is done. */
export async function serve(config: SupervisorConfig): Promise<void> {
  const place = placeOf(config.root, config.storageDir);
  await clearLastRun(place);
  const { formation, run, prepare, release } = localFormation(config.root, () => config.trusted, {
    workDirectory: place.directory,
    ptyModules: config.ptyModules,
  });
  const token = randomBytes(32).toString('hex');
  const endpoint: Endpoint = { pid: process.pid, socket: socketFor(place, run), token, run };
  const lifetime = new Lifetime(formation, systemClock, config.detachGraceMs, () => {
    removeEndpoint(place, endpoint);
    removeSocket(endpoint);
    release();
    process.exit(0);
  });
  formation.onDidChange(() => lifetime.changed());
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, () => lifetime.retire());
  const host = { formation, lifetime, token, clock: systemClock };
  await listen(
    createServer((socket) => new Connection(socket, host)),
    endpoint.socket,
  );
  writeEndpoint(place, endpoint);
  void prepare();
}

/** An endpoint nobody answers at is that of a supervisor that was killed; what its watchdog could not end is ended now. */
async function clearLastRun(place: Place): Promise<void> {
  const last = readEndpoint(place);
  if (!last || process.platform === 'win32') return;
  await sweep(last.run);
  removeSocket(last);
  for (const directory of pipeDirectoriesOf(last.run, place.directory)) {
    rmSync(directory, { recursive: true, force: true });
  }
}

async function listen(server: Server, socket: string): Promise<void> {
  server.listen(socket);
  await once(server, 'listening');
  if (process.platform !== 'win32') chmodSync(socket, 0o600);
}

function removeSocket({ socket }: Endpoint): void {
  if (process.platform !== 'win32') rmSync(socket, { force: true });
}
