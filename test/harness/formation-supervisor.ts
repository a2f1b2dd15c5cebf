import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { build } from 'esbuild';
import {
  type ConnectOptions,
  connectFormation,
  type SupervisedFormation,
} from '../../formation/supervisor/client';
import { type Endpoint, type Place, placeOf, readEndpoint } from '../../formation/supervisor/endpoint';
import { isAlive } from '../../formation/supervisor/lock';
import { Lab, until } from './formation-lab';

const bundlePath = join(process.cwd(), 'out', `supervisor-${process.pid}.cjs`);

/** Bundles the supervisor as the extension ships it. */
export async function bundleSupervisor(): Promise<void> {
  await build({
    entryPoints: [join(process.cwd(), 'formation', 'supervisor', 'main.ts')],
    outfile: bundlePath,
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    define: { 'import.meta.url': '__importMetaUrl' },
    banner: { js: "const __importMetaUrl = require('node:url').pathToFileURL(__filename).href;" },
    logLevel: 'warning',
  });
}

export function removeSupervisorBundle(): void {
  rmSync(bundlePath, { force: true });
}

/** An app whose formation runs in a supervisor. */
export class SupervisorLab extends Lab {
  readonly storageDir = realpathSync(mkdtempSync(join(tmpdir(), 'formation-storage-')));
  readonly #open: SupervisedFormation[] = [];

  /** Connects as one more window would. */
  async connect(part: Partial<ConnectOptions> = {}): Promise<SupervisedFormation> {
    const { root, storageDir } = this;
    const formation = await connectFormation({
      root,
      storageDir,
      supervisorPath: bundlePath,
      trusted: true,
      ...part,
    });
    this.#open.push(formation);
    return formation;
  }

  get place(): Place {
    return placeOf(this.root, this.storageDir);
  }

  /** Of the supervisor that runs. */
  get endpoint(): Endpoint {
    const endpoint = readEndpoint(this.place);
    if (!endpoint) throw new Error('no supervisor runs');
    return endpoint;
  }

  /** A connection that has said nothing yet. */
  raw(endpoint = this.endpoint): RawConnection {
    return new RawConnection(endpoint);
  }

  async close(): Promise<void> {
    const endpoint = readEndpoint(this.place);
    for (const formation of this.#open) {
      await formation.stop().catch(() => undefined);
      formation.dispose();
    }
    if (endpoint) await until(() => !isAlive(endpoint.pid));
    this.clear();
    rmSync(this.storageDir, { recursive: true, force: true });
  }
}

/** What a client that is not ours can do. */
export class RawConnection {
  readonly closed: Promise<void>;
  readonly #socket: Socket;
  readonly #frames: unknown[] = [];

  constructor(endpoint: Endpoint) {
    this.#socket = connect(endpoint.socket);
    this.#socket.on('error', () => undefined);
    this.closed = new Promise((resolve) => this.#socket.once('close', () => resolve()));
    createInterface(this.#socket).on('line', (line) => this.#frames.push(JSON.parse(line)));
  }

  write(text: string): void {
    this.#socket.write(text);
  }

  send(frame: object): void {
    this.write(`${JSON.stringify(frame)}\n`);
  }

  async answer(): Promise<unknown> {
    await until(() => this.#frames.length > 0);
    return this.#frames.shift();
  }

  get answers(): number {
    return this.#frames.length;
  }

  /** Reads no more. */
  freeze(): void {
    this.#socket.pause();
  }

  close(): void {
    this.#socket.destroy();
  }
}
