import type { Sample } from '../sample';

export const python: readonly Sample[] = [
  {
    name: 'Python, Tornado',
    needs: ['python3'],
    path: 'server.py',
    files: {
      Procfile: 'web: python server.py\n',
      'requirements.txt': 'tornado\n',
      'server.py': `import asyncio
import os

import tornado.ioloop
import tornado.web


class Page(tornado.web.RequestHandler):
    async def get(self):
        print("busy")
        await asyncio.sleep(0.3)
        self.write("done")


if __name__ == "__main__":
    app = tornado.web.Application([("/", Page)])
    app.listen(int(os.environ["PORT"]))
    print("ready")
    tornado.ioloop.IOLoop.current().start()
`,
    },
    prepare: [['python3', '-m', 'pip', 'install', '--quiet', '--target', '.', 'tornado']],
    run: ['python3', 'server.py'],
  },
  {
    name: 'Python, aiohttp',
    needs: ['python3'],
    path: 'server.py',
    files: {
      Procfile: 'web: python server.py\n',
      'requirements.txt': 'aiohttp\n',
      'server.py': `import asyncio
import os

from aiohttp import web


async def page(request):
    print("busy")
    await asyncio.sleep(0.3)
    return web.Response(text="done")


async def main():
    app = web.Application()
    app.router.add_get("/", page)
    runner = web.AppRunner(app)
    await runner.setup()
    site = web.TCPSite(runner, "0.0.0.0", int(os.environ["PORT"]))
    await site.start()
    print("ready")
    await asyncio.Event().wait()


asyncio.run(main())
`,
    },
    prepare: [['python3', '-m', 'pip', 'install', '--quiet', '--target', '.', 'aiohttp']],
    run: ['python3', 'server.py'],
  },
  {
    name: 'Python, gRPC',
    needs: ['python3'],
    path: 'server.py',
    files: {
      Procfile: 'worker: python server.py\n',
      'requirements.txt': 'grpcio\n',
      // It is its own client: it says done once the answer has come.
      'server.py': `import threading
import time
from concurrent import futures

import grpc


def page(request, context):
    print("busy")
    time.sleep(0.3)
    return b"done"


handler = grpc.method_handlers_generic_handler("Shop", {"Page": grpc.unary_unary_rpc_method_handler(page)})
server = grpc.server(futures.ThreadPoolExecutor())
server.add_generic_rpc_handlers((handler,))
port = server.add_insecure_port("127.0.0.1:0")
server.start()


def ask():
    page = grpc.insecure_channel(f"127.0.0.1:{port}").unary_unary("/Shop/Page")
    print(page(b"").decode())


client = threading.Thread(target=ask)
client.start()
server.wait_for_termination()
client.join()
`,
    },
    prepare: [['python3', '-m', 'pip', 'install', '--quiet', '--target', '.', 'grpcio']],
    run: ['python3', 'server.py'],
    isWorker: true,
  },
  {
    name: 'Python, pika',
    needs: ['python3', 'rabbitmq-server'],
    service: 'rabbitmq',
    path: 'worker.py',
    files: {
      Procfile: 'worker: python worker.py\n',
      'requirements.txt': 'pika\n',
      'worker.py': `import os
import time

import pika


def work(channel, method, properties, body):
    print("busy")
    time.sleep(0.3)
    channel.basic_ack(method.delivery_tag)
    print("done")


parameters = pika.ConnectionParameters(port=int(os.environ["AMQP_PORT"]))
channel = pika.BlockingConnection(parameters).channel()
channel.queue_declare("mails")
channel.basic_publish("", "mails", b"mail")
channel.basic_consume("mails", work)
channel.start_consuming()
`,
    },
    prepare: [['python3', '-m', 'pip', 'install', '--quiet', '--target', '.', 'pika']],
    run: ['python3', 'worker.py'],
    isWorker: true,
  },
];
