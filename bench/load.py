"""The mixed load of bench/replace and bench/soak: reads, events by HTTP and by the Redis stream, and refresh runs, at a steady rate,
however long the answers take.

load.py URL REDIS-PORT RATE VINS-FILE PRICES-FILE STOP-FILE
Goes on until the stop file is there. Then writes the last price of each vehicle, and prints what it sent, how many requests failed, their
median, 99th percentile and longest in milliseconds, the events by HTTP and by the stream, and the refresh runs.
"""

import http.client
import json
import os
import random
import socket
import sys
import threading
import time
from urllib.parse import urlsplit

url, redis_port, rate, vins_file, prices_file, stop_file = sys.argv[1:]
door, rate = urlsplit(url), int(rate)
vins = open(vins_file, encoding="utf-8").read().split()
headers = {"X-API-Key": os.environ["VINBRIDGE_ADMIN_KEY"], "Content-Type": "application/json"}
own = threading.local()
lock = threading.Lock()
took, failures, prices = [], [], {}
counts = {"posted": 0, "added": 0, "runs": 0, "sent": 0}
start = time.time()


def request(method, path, body=None):
    """One request over the thread's own connection; a connection that the other side ended between two requests is opened anew."""
    if not hasattr(own, "connection"):
        own.connection = http.client.HTTPConnection(door.hostname, door.port, timeout=60)
    own.connection.request(method, "/api/v1/" + path, body, headers)
    response = own.connection.getresponse()
    return response.status, response.read()


def counted(due, wanted, method, path, body=None):
    try:
        status, answer = request(method, path, body)
    except (OSError, http.client.HTTPException) as failure:
        own.__dict__.pop("connection", None)
        status, answer = 0, repr(failure).encode()
    with lock:
        took.append(time.time() - due)
        if status != wanted:
            failures.append((status, method, path, answer[:200]))
    return status == wanted


def event():
    """What it costs now: each price is said once, and later ones are higher."""
    with lock:
        number = counts["sent"]
        counts["sent"] += 1
        vin = vins[number % len(vins)]
        price = prices[vin] = 10_000 + number
    stamp = time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(start + number))
    return {"specversion": "1.0", "id": str(number), "source": "/load", "type": "vehicle.price-changed", "time": stamp,
            "data": {"vin": vin, "price": price}}


def call(due, number):
    if number % 10 == 0:
        if counted(due, 202, "POST", "events", json.dumps(event())):
            with lock:
                counts["posted"] += 1
    elif number % (rate * 10) == 1:
        if counted(due, 202, "POST", "refreshes", json.dumps({"vins": random.sample(vins, len(vins) // 4)})):
            with lock:
                counts["runs"] += 1
    else:
        counted(due, 200, "GET", "vehicles/" + random.choice(vins))


def worker(share, workers):
    number = share
    while not os.path.exists(stop_file):
        due = start + number / rate
        time.sleep(max(0, due - time.time()))
        call(due, number)
        number += workers


def stream():
    connection = socket.create_connection(("127.0.0.1", int(redis_port)))
    while not os.path.exists(stop_file):
        parts = [b"XADD", b"vehicle.events.stream", b"*", b"event", json.dumps(event()).encode()]
        connection.sendall(b"*%d\r\n" % len(parts) + b"".join(b"$%d\r\n%s\r\n" % (len(part), part) for part in parts))
        if connection.recv(1000).startswith(b"$"):
            counts["added"] += 1
        time.sleep(10 / rate)


WORKERS = 32
threads = [threading.Thread(target=worker, args=(share, WORKERS)) for share in range(WORKERS)] + [threading.Thread(target=stream)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
with open(prices_file, "w", encoding="utf-8") as out:
    out.writelines(f"{vin} {price}\n" for vin, price in prices.items())
for failure in failures[:10]:
    print(*failure, file=sys.stderr)
took.sort()
in_ms = [f"{took[int((len(took) - 1) * share)] * 1000:.1f}" for share in (0.5, 0.99, 1)]
print(len(took), len(failures), *in_ms, counts["posted"], counts["added"], counts["runs"])
