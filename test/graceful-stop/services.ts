import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { connect } from 'node:net';
import { freePort } from '../harness/graceful-stop';
import { inTempFolder } from '../harness/temp-folder';
import type { Sample } from './sample';

type Env = Readonly<Record<string, string>>;

/** Runs `use` while the service that a sample takes its jobs from is there, with the variables that lead to it. */
export async function withService<T>(service: Sample['service'], use: (env: Env) => Promise<T>): Promise<T> {
  if (service === undefined) return use({});
  const port = await freePort();
  return inTempFolder({}, async (folder) => {
    const child = service === 'redis' ? redis(folder, port) : rabbitmq(folder, port, await freePort());
    const ended = once(child, 'exit');
    try {
      await listening(port, child);
      return await use({ [service === 'redis' ? 'REDIS_PORT' : 'AMQP_PORT']: String(port) });
    } finally {
      child.kill('SIGTERM');
      await ended;
    }
  });
}

function redis(cwd: string, port: number): ChildProcess {
  return spawn('redis-server', ['--port', String(port), '--save', ''], { cwd, stdio: 'ignore' });
}

function rabbitmq(folder: string, port: number, distributionPort: number): ChildProcess {
  const env = {
    ...process.env,
    HOME: folder,
    RABBITMQ_NODE_PORT: String(port),
    RABBITMQ_DIST_PORT: String(distributionPort),
    RABBITMQ_NODENAME: `stop-${port}@localhost`,
    RABBITMQ_MNESIA_BASE: folder,
    RABBITMQ_LOG_BASE: folder,
    RABBITMQ_ENABLED_PLUGINS_FILE: `${folder}/plugins`,
    RABBITMQ_PID_FILE: `${folder}/pid`,
  };
  // The script on PATH changes to the system's user for it.
  return spawn('/usr/lib/rabbitmq/bin/rabbitmq-server', [], { cwd: folder, env, stdio: 'ignore' });
}

/** Resolves once something listens on the port. */
async function listening(port: number, child: ChildProcess): Promise<void> {
  for (;;) {
    if (child.exitCode !== null) throw new Error('the service did not start');
    const socket = connect(port, '127.0.0.1');
    const there = await Promise.race([
      once(socket, 'connect').then(() => true),
      once(socket, 'error').then(() => false),
    ]).catch(() => false);
    socket.destroy();
    if (there) return;
  }
}
