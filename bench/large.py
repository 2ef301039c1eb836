"""What bench/large sends:
lookups URL CALLERS VINS-FILE    1,000 VINs by each caller at once; prints how each status was given
bodies URL CALLERS               lists of 9,000 events in 1.9 MB by each caller at once; prints how many were accepted
stream REDIS-PORT MESSAGES EVENTS FIELDS
                                 puts messages into the stream, each a list of events with so many own fields
"""

import collections
import http.client
import json
import os
import socket
import sys
import threading
from urllib.parse import urlsplit


def event(of, number, fields, length):
    own = {f"f{field}": "x" * length for field in range(fields)}
    return {"specversion": "1.0", "id": f"{of}-{number}", "source": "/large", "type": "vehicle.price-changed",
            "time": "2026-11-29T10:00:00Z", "data": {"vin": "1HGCV1F33LAA12345", "price": number, **own}}


def at_once(url, callers, path, body):
    """The statuses that callers got who all asked at the same time, each with the body of its number."""
    statuses = collections.Counter()

    def call(number):
        connection = http.client.HTTPConnection(urlsplit(url).hostname, urlsplit(url).port, timeout=180)
        headers = {"X-API-Key": os.environ["VINBRIDGE_ADMIN_KEY"], "Content-Type": "application/json"}
        try:
            connection.request("POST", path, body(number), headers)
            response = connection.getresponse()
            response.read()
            statuses[response.status] += 1
        except (OSError, http.client.HTTPException) as failure:
            statuses[type(failure).__name__] += 1

    threads = [threading.Thread(target=call, args=(number,)) for number in range(callers)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return statuses


def stream(port, messages, events, fields):
    length = 1_990 if fields > 1 else 800
    with socket.create_connection(("127.0.0.1", port)) as redis:
        for message in range(messages):
            body = json.dumps([event(f"{fields}-{message}", number, fields, length) for number in range(events)]).encode()
            parts = [b"XADD", b"vehicle.events.stream", b"*", b"event", body]
            redis.sendall(b"*%d\r\n" % len(parts) + b"".join(b"$%d\r\n%s\r\n" % (len(part), part) for part in parts))
            redis.recv(100)
    print(f"{messages} messages of {len(body)} bytes, {events} events in each")


what, where, *arguments = sys.argv[1:]
if what == "lookups":
    batch = json.dumps({"vins": open(arguments[1], encoding="utf-8").read().split()})
    print("batches of look-ups:", *(f"{count} answered with {status}" for status, count in
                                    at_once(where, int(arguments[0]), "/api/v1/lookups", lambda number: batch).items()))
elif what == "bodies":
    def events_of(number):
        return json.dumps([event(f"http-{number}", i, 0, 0) for i in range(9_000)])

    print(at_once(where, int(arguments[0]), "/api/v1/events", events_of)[202])
else:
    stream(int(where), *map(int, arguments))
