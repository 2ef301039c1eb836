"""The load of bench/database-trouble: reads of vehicles that were read before, with one in twenty of one that nobody asked for, and one
in twenty an event, at a steady rate, however long the answers take.

database-trouble.py URL MANAGEMENT-URL RATE VINS-FILE STOP-FILE LOG-FILE
Goes on until the stop file is there. Writes a line for each answer: when it was due, how long it took, what was asked, the status, and
whether it came from memory; liveness is asked ten times a second.
"""

import http.client
import itertools
import json
import os
import random
import sys
import threading
import time
from urllib.parse import urlsplit

url, management, rate, vins_file, stop_file, log_file = sys.argv[1:]
rate = int(rate)
vins = open(vins_file, encoding="utf-8").read().split()
headers = {"X-API-Key": os.environ["MADE_KEY"], "Content-Type": "application/json"}
own = threading.local()
lines, lock, numbers = [], threading.Lock(), itertools.count(1)


def ask(door, method, path, body=None):
    door = urlsplit(door)
    connections = own.__dict__.setdefault("connections", {})
    if door.port not in connections:
        connections[door.port] = http.client.HTTPConnection(door.hostname, door.port, timeout=60)
    try:
        connections[door.port].request(method, path, body, headers)
        response = connections[door.port].getresponse()
        return response.status, response.read(), response
    except (OSError, http.client.HTTPException):
        connections.pop(door.port, None)
        return 0, b"", None


def note(due, kind, door, method, path, body=None):
    status, answer, response = ask(door, method, path, body)
    word = "memory" if b"DatabaseUnavailable" in answer else "problem" if status >= 400 else "store"
    if status == 503 and not (b"urn:vinbridge:problem:store-unavailable" in answer and response.headers["Retry-After"]):
        word = "wrong"
    with lock:
        lines.append(f"{due:.3f} {time.time() - due:.4f} {kind} {status} {word}\n")


def call(due, number):
    if kind := {7: "unknown", 17: "event"}.get(number % 20):
        if kind == "unknown":
            note(due, kind, url, "GET", f"/api/v1/vehicles/1HGCDEFG0PB{next(numbers):06d}")
        else:
            stamp = time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(due))
            event = {"type": "vehicle.price-changed", "vin": random.choice(vins), "timestamp": stamp, "price": number}
            note(due, kind, url, "POST", "/api/v1/events", json.dumps(event))
    else:
        note(due, "known", url, "GET", "/api/v1/vehicles/" + random.choice(vins))


def worker(share, workers, start):
    number = share
    while not os.path.exists(stop_file):
        due = start + number / rate
        time.sleep(max(0, due - time.time()))
        call(due, number)
        number += workers


def watch():
    while not os.path.exists(stop_file):
        due = time.time()
        note(due, "liveness", management, "GET", "/actuator/health/liveness")
        time.sleep(0.1)


WORKERS = 220
begin = time.time()
threads = [threading.Thread(target=worker, args=(share, WORKERS, begin)) for share in range(WORKERS)] + [threading.Thread(target=watch)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
with open(log_file, "w", encoding="utf-8") as out:
    out.writelines(lines)
