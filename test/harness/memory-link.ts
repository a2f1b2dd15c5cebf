import { PassThrough } from 'node:stream';
import {
  createConnection,
  createProtocolConnection,
  ProposedFeatures,
  type ProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import type { Rule } from '../../core/rule';
import type { ServerHost } from '../../server/hosts/host';
import { serve } from '../../server/serve';
import type { Session } from '../../server/session';

/** Real messages over streams to a server in this process. */
export class MemoryLink {
  readonly session: Session;
  readonly connection: ProtocolConnection;
  /** Everything that the server has sent, as it went over the wire. */
  sent = '';
  readonly #end: () => void;

  constructor(host: ServerHost, rules?: readonly Rule[]) {
    const toServer = new PassThrough();
    const toClient = new PassThrough();
    toClient.on('data', (chunk: Buffer) => {
      this.sent += chunk.toString('utf8');
    });
    const server = createConnection(
      ProposedFeatures.all,
      new StreamMessageReader(toServer),
      new StreamMessageWriter(toClient),
    );
    this.session = serve(server, host, rules);
    server.listen();
    this.connection = createProtocolConnection(
      new StreamMessageReader(toClient),
      new StreamMessageWriter(toServer),
    );
    this.#end = () => server.dispose();
  }

  async stop(): Promise<void> {
    await this.connection.sendRequest('shutdown');
    await this.session.tasks.idle();
    for (const document of this.session.documents.values()) document.close();
    this.connection.dispose();
    this.#end();
  }
}
