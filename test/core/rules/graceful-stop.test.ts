import assert from 'node:assert/strict';
import { freePort, type Stopped, stopWhileBusy, withGracefulStop } from '../../harness/graceful-stop';
import { inTempFolder } from '../../harness/temp-folder';

const node = `const http = require('node:http');

const server = http.createServer((request, response) => {
  console.log('busy');
  setTimeout(() => response.end('done'), 300);
});
server.listen(process.env.PORT, () => console.log('ready'));
`;

const python = `import os
import time
from http.server import BaseHTTPRequestHandler, HTTPServer


class Handler(BaseHTTPRequestHandler):
    def do_GET(self):
        print("busy")
        time.sleep(0.3)
        self.send_response(200)
        self.end_headers()
        self.wfile.write(b"done")


server = HTTPServer(("127.0.0.1", int(os.environ["PORT"])), Handler)
print("ready")
server.serve_forever()
`;

const worker = `import time


class Queue:
    def receive_message(self, wait):
        return {"Messages": ["job"]}


queue = Queue()
while True:
    found = queue.receive_message(wait=1)
    for message in found["Messages"]:
        print("busy")
        time.sleep(0.3)
        print("done")
`;

/** Runs a program as it is, or with the rule's fix. */
async function run(path: string, text: string, command: string, port: number | undefined): Promise<Stopped> {
  return inTempFolder({ [path]: text }, (cwd) =>
    stopWhileBusy({ command, args: [path], cwd, ...(port === undefined ? {} : { port }) }),
  );
}

describe('a graceful stop, written by the fix', () => {
  for (const [what, path, text, command] of [
    ['Node’s HTTP server', 'server.js', node, process.execPath],
    ['Python’s HTTP server', 'server.py', python, 'python3'],
  ] as const) {
    it(`lets ${what} finish an open request`, async () => {
      const fixed = await withGracefulStop(
        { Procfile: `web: ${path.endsWith('py') ? 'python' : 'node'} ${path}\n`, [path]: text },
        path,
      );
      const before = await run(path, text, command, await freePort());
      assert.deepEqual([before.signal, before.body.slice(0, 7)], ['SIGTERM', 'cut off']);
      const after = await run(path, fixed, command, await freePort());
      assert.deepEqual([after.code, after.body], [0, 'done']);
    });
  }

  it('lets a Python worker finish its job', async () => {
    const path = 'worker.py';
    const fixed = await withGracefulStop({ Procfile: 'worker: python worker.py\n', [path]: worker }, path);
    assert.equal((await run(path, worker, 'python3', undefined)).signal, 'SIGTERM');
    const after = await run(path, fixed, 'python3', undefined);
    assert.deepEqual([after.code, after.output], [0, ['busy', 'done']]);
  });
});
