import assert from 'node:assert/strict';
import { PassThrough } from 'node:stream';
import type { LogOutputChannel } from 'vscode';
import {
  createMessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
  Trace,
  TraceFormat,
} from 'vscode-languageserver/node';
import { traceChannel } from '../../client/trace';

const canary = ['k8Zw31', 'xQ0pLm'].join('');

/** What a client with the most talkative trace writes while messages with the canary go by, in and out. */
async function traced(traceFormat: TraceFormat): Promise<string[]> {
  const lines: string[] = [];
  const log: Partial<LogOutputChannel> = { trace: (line) => lines.push(line) };
  const channel = traceChannel(log as LogOutputChannel);
  const [there, back] = [new PassThrough(), new PassThrough()];
  const client = createMessageConnection(new StreamMessageReader(back), new StreamMessageWriter(there));
  const server = createMessageConnection(new StreamMessageReader(there), new StreamMessageWriter(back));
  server.onRequest('shop/ask', (params: unknown) => params);
  server.onRequest('shop/fail', () => {
    throw new Error(`no ${canary}`);
  });
  const shown = new Promise((resolve) => client.onNotification('shop/show', resolve));
  for (const connection of [client, server]) connection.listen();
  await client.trace(
    Trace.Verbose,
    {
      // As the language client writes it.
      log: (message: unknown, data?: string) =>
        channel.trace(
          typeof message === 'string' ? [message, data ?? ''].join('\n') : JSON.stringify(message),
        ),
    },
    { sendNotification: false, traceFormat },
  );
  await client.sendNotification('textDocument/didOpen', { text: `SECRET=${canary}\n` });
  await client.sendRequest('shop/ask', { text: canary });
  await assert.rejects(client.sendRequest('shop/fail', [canary]));
  await server.sendNotification('shop/show', { text: canary });
  await shown;
  for (const connection of [client, server]) connection.dispose();
  return lines;
}

describe('the trace of the protocol', () => {
  it('names each message and its time, never what it holds', async () => {
    const lines = await traced(TraceFormat.Text);
    const plain = lines.map((line) => line.replace(/\d+ms/, '0ms'));
    assert.deepEqual(plain, [
      "Sending notification 'textDocument/didOpen'",
      "Sending request 'shop/ask - (0)'",
      "Received response 'shop/ask - (0)' in 0ms",
      "Sending request 'shop/fail - (1)'",
      "Received response 'shop/fail - (1)' in 0ms",
      "Received notification 'shop/show'",
    ]);
  });

  it('holds no value in its other format either', async () => {
    const lines = await traced(TraceFormat.JSON);
    assert.equal(lines.length, 6);
    assert.ok(!lines.join('\n').includes(canary));
    assert.match(lines[0] ?? '', /"type":"send-notification".*"method":"textDocument\/didOpen"/);
  });
});
