import { join } from 'node:path';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { nodeHost } from './hosts/node';
import { serve } from './serve';

const connection = createConnection(ProposedFeatures.all);
serve(connection, nodeHost(join(__dirname, 'grammars')));
connection.listen();
