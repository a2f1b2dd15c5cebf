"""Where orders come from: the shop's API, or a list of samples."""

import itertools
import json
import ssl
import urllib.error
import urllib.request

try:
    import certifi
except ImportError:  # the system's own certificates do as well
    certifi = None

TIMEOUT_SECONDS = 2
SAMPLES = [
    [("Enamel mug", 2, 1250)],
    [("Storm lantern", 1, 4600), ("Hemp rope, 10 m", 3, 1480)],
    [("Pocket notebook", 5, 690), ("Brass pen", 1, 2850)],
]


class QueueAway(Exception):
    """The shop did not answer."""


class ShopQueue:
    """The order queue of the web process."""

    def __init__(self, url):
        self._url = url.rstrip("/")
        self._tls = ssl.create_default_context(cafile=certifi.where() if certifi else None)

    def take(self):
        """The next order, now ours, or None."""
        return self._post("next")

    def close(self, order):
        self._post(f"{order['id']}/fulfilled")

    def _post(self, path):
        request = urllib.request.Request(f"{self._url}/{path}", data=b"", method="POST")
        try:
            with urllib.request.urlopen(request, timeout=TIMEOUT_SECONDS, context=self._tls) as response:
                body = response.read()
        except urllib.error.URLError as error:
            raise QueueAway(error.reason) from error
        except OSError as error:
            raise QueueAway(error) from error
        return json.loads(body) if body else None


class SampleQueue:
    """Every other time an order, so that there is something to see."""

    def __init__(self):
        self._numbers = itertools.count(1)
        self._turns = itertools.cycle([True, False])

    def take(self):
        if not next(self._turns):
            return None
        number = next(self._numbers)
        lines = [
            {"name": name, "quantity": quantity, "cents": cents}
            for name, quantity, cents in SAMPLES[number % len(SAMPLES)]
        ]
        total = sum(line["quantity"] * line["cents"] for line in lines)
        return {"id": f"sample-{number}", "email": "", "lines": lines, "total": total}

    def close(self, order):
        """A sample needs no closing."""


def queue_from(url):
    return ShopQueue(url) if url else SampleQueue()
