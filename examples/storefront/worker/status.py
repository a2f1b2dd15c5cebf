"""A page that says how the worker is doing."""

import json
import logging
import threading
from http.server import BaseHTTPRequestHandler, HTTPServer

log = logging.getLogger("worker")


def serve_status(progress):
    """Answers each GET with `progress` as JSON, in a thread of its own."""

    class StatusPage(BaseHTTPRequestHandler):
        def do_GET(self):
            body = json.dumps(progress).encode()
            self.send_response(200)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_):
            """Silent: asking is not news."""

    def serve():
        try:
            server = HTTPServer(("", 8081), StatusPage)
        except OSError as error:
            log.warning("no status page: %s", error.strerror)
            return
        server.serve_forever()

    threading.Thread(target=serve, daemon=True).start()
