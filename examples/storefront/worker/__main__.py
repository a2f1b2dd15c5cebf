"""Runs until SIGTERM or SIGINT; an order that was taken is finished first."""

import logging
import os
import signal
import sys
import threading
import time

from .mail import send_receipt
from .orders import QueueAway, queue_from
from .status import serve_status

IDLE_SECONDS = 2.0
STEP_SECONDS = 0.4

logging.basicConfig(
    level=logging.INFO,
    format="%(message)s",
    handlers=[logging.StreamHandler(sys.stdout), logging.FileHandler("worker.log")],
)
log = logging.getLogger("worker")


def fulfil(order):
    """Packs one order, line by line, and sends the receipt."""
    for line in order["lines"]:
        time.sleep(STEP_SECONDS)
        log.info("order %s: packed %s x %s", order["id"], line["quantity"], line["name"])
    time.sleep(STEP_SECONDS)
    send_receipt(order)
    log.info("order %s: sent, %.2f EUR", order["id"], order["total"] / 100)


def work(queue, stop, progress):
    """Takes and fulfils orders until `stop` is set."""
    away = False
    while not stop.is_set():
        try:
            order = queue.take()
            if order is not None:
                fulfil(order)
                queue.close(order)
                progress["fulfilled"] += 1
            away = False
        except QueueAway as reason:
            order = None
            if not away:
                log.warning("no answer from the shop (%s), trying again", reason)
            away = True
        if order is None:
            progress["waits"] += 1
            if progress["waits"] % 5 == 1 and not away:
                log.info("waiting for orders, %d fulfilled so far", progress["fulfilled"])
            stop.wait(IDLE_SECONDS)


def main():
    stop = threading.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: stop.set())

    with open("worker.pid", "w") as pid_file:
        pid_file.write(str(os.getpid()))

    orders_url = os.environ.get("ORDERS_URL")
    log.info("taking orders from %s", orders_url or "the sample list (ORDERS_URL is not set)")
    progress = {"fulfilled": 0, "waits": 0}
    serve_status(progress)
    work(queue_from(orders_url), stop, progress)
    log.info("stopped, %d orders fulfilled", progress["fulfilled"])


if __name__ == "__main__":
    main()
