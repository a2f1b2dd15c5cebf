import {
  type ClientCapabilities,
  type Connection,
  type DocumentSelector,
  type Registration,
  RegistrationRequest,
  type ServerCapabilities,
} from 'vscode-languageserver';
import languages from '../core/languages/index.generated';
import { manifestFiles } from './manifest-files.generated';

/**
 * A capability for Procfiles and env files alone: declared for all documents, the editor would also ask for it in
 * code, where other extensions serve it, and, for formatting, have the user choose between them and us.
 */
export interface Scoped {
  readonly method: string;
  /** The documents it is for, where these are not all Procfiles and env files. */
  readonly selector?: DocumentSelector;
  /** What else is registered with the method, such as trigger characters. */
  readonly options?: object;
  /** What is declared to a client that takes no registrations. */
  readonly capability: ServerCapabilities;
  /** Whether the client takes registrations of it. */
  readonly isDynamic: (client: ClientCapabilities) => boolean | undefined;
}

const procfiles = ['**/Procfile', '**/Procfile.*', '**/*.procfile'];
const envFiles = ['**/.env', '**/.env.*', '**/.flaskenv', '**/env.example', '**/example.env'];

export const codeSelector: DocumentSelector = languages.flatMap(({ ids }) =>
  ids.map((language) => ({ language })),
);

/** Whatever language the editor takes these files for. */
export const procfileSelector: DocumentSelector = procfiles.map((pattern) => ({ pattern }));
export const envSelector: DocumentSelector = envFiles.map((pattern) => ({ pattern }));
export const manifestSelector: DocumentSelector = manifestFiles.map((pattern) => ({ pattern }));
/** Files of which plain editors show no outline of their own. */
export const deploySelector: DocumentSelector = [
  '**/compose*.y{,a}ml',
  '**/docker-compose*.y{,a}ml',
  '**/Dockerfile*',
].map((pattern) => ({ pattern }));
const both: DocumentSelector = [...procfileSelector, ...envSelector];

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
  const dynamic = scoped.filter(({ isDynamic }) => isDynamic(client));
  // Not in bulk: a method may come twice, for documents of two kinds.
  const registrations = dynamic.map(
    ({ method, selector, options }, index): Registration => ({
      id: `${method} ${index}`,
      method,
      registerOptions: { ...options, documentSelector: selector ?? both },
    }),
  );
  if (registrations.length > 0) await connection.sendRequest(RegistrationRequest.type, { registrations });
}
