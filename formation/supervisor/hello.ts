import { once } from 'node:events';
import { connect } from 'node:net';
import type { Endpoint } from './endpoint';
import { type Hello, protocolVersion } from './frames';

/** Asks a supervisor to stop its processes and end; resolves once it has. */
export async function retire(endpoint: Endpoint): Promise<void> {
  const socket = connect(endpoint.socket);
  // Not to be reached is to be gone.
  socket.on('error', () => undefined);
  socket.write(`${JSON.stringify(helloTo(endpoint, 'retire'))}\n`);
  await once(socket, 'close');
}

export function helloTo(endpoint: Endpoint, type: Hello['type']): Hello {
  return { type, protocol: protocolVersion, token: endpoint.token };
}
