import {
  BulkRegistration,
  type ClientCapabilities,
  type Connection,
  type DocumentSelector,
  ProtocolRequestType0,
  type ServerCapabilities,
} from 'vscode-languageserver';

/**
 * A capability for Procfiles and env files alone: declared for all documents, the editor would also ask for it in
 * code, where other extensions serve it, and, for formatting, have the user choose between them and us.
 */
export interface Scoped {
  readonly method: string;
  /** What is declared to a client that takes no registrations. */
  readonly capability: ServerCapabilities;
  /** Whether the client takes registrations of it. */
  readonly isDynamic: (client: ClientCapabilities) => boolean | undefined;
}

const procfiles = ['**/Procfile', '**/Procfile.*', '**/*.procfile'];
const envFiles = ['**/.env', '**/.env.*', '**/.flaskenv', '**/env.example', '**/example.env'];

/** Whatever language the editor takes these files for. */
const selector: DocumentSelector = [...procfiles, ...envFiles].map((pattern) => ({ pattern }));

/** What is to be declared at once. */
export function declared(scoped: readonly Scoped[], client: ClientCapabilities): ServerCapabilities[] {
  return scoped.filter(({ isDynamic }) => !isDynamic(client)).map(({ capability }) => capability);
}

/** Registers the rest. */
export async function registerScoped(
  connection: Connection,
  scoped: readonly Scoped[],
  client: ClientCapabilities,
): Promise<void> {
  const registration = BulkRegistration.create();
  const dynamic = scoped.filter(({ isDynamic }) => isDynamic(client));
  for (const { method } of dynamic) {
    registration.add(new ProtocolRequestType0(method), { documentSelector: selector });
  }
  if (dynamic.length > 0) await connection.client.register(registration);
}
