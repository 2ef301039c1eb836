"""Events for bench/events: writes them as commands for redis-cli --pipe, or as JSON lines, and prints what must become of them.

events.py WAY FILE COUNT SEED VEHICLES
"""

import json
import random
import sys

way, file, count, seed, vehicles = sys.argv[1], sys.argv[2], int(sys.argv[3]), int(sys.argv[4]), int(sys.argv[5])
draw = random.Random(seed)


def vin():
    number = draw.randrange(vehicles)
    return "1HG%sF%dA0PA%06d" % ("CDEFGHJK"[number % 8] + "Y", number // 8 % 10, number)


def event(number):
    shape = number % 3
    name = "%d-%d" % (seed, number)
    price = 10000 + draw.randrange(20000)
    stamp = 1760000000 + draw.randrange(10000000)
    if shape == 0:
        body = {"specversion": "1.0", "id": name, "source": "/dealer/7", "type": "vehicle.price-changed",
                "time": iso(stamp), "data": {"vin": vin(), "stock": "S" + name, "price": price}}
    elif shape == 1:
        body = {"type": "vehicle.updated", "vin": vin(), "timestamp": iso(stamp), "colour": "red", "stock": name}
    else:
        body = {"event": {"name": "vehicle.price-changed", "id": name, "ts": stamp * 1000},
                "vehicle": {"VIN": vin(), "mileage": price}, "dealer": {"code": "D7"}}
    return json.dumps(body, separators=(",", ":"))


def iso(stamp):
    import datetime
    return datetime.datetime.fromtimestamp(stamp, datetime.timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")


def resp(*parts):
    raw = [part.encode() for part in parts]
    return b"*%d\r\n" % len(raw) + b"".join(b"$%d\r\n%s\r\n" % (len(part), part) for part in raw)


bad, again = count * 5 // 100, count * 30 // 100
fresh = [event(number) for number in range(count - bad - again)]
broken = ['{"type":"vehicle.updated","vin":"%s"' % vin() for _ in range(bad // 2)]
broken += ['{"type":"vehicle.updated","nonsense":%d}' % number for number in range(bad - len(broken))]
messages = fresh + broken + [draw.choice(fresh) for _ in range(again)]
draw.shuffle(messages)
with open(file, "wb") as out:
    for message in messages:
        if way == "stream":
            out.write(resp("XADD", "vehicle.events.stream", "*", "event", message))
        elif way == "pubsub":
            out.write(resp("PUBLISH", "vehicle.events", message))
        else:
            out.write(message.encode() + b"\n")
print("received %d accepted %d duplicate %d dead %d, %.0f bytes each, %d at most" % (
    len(messages), len(fresh), again, bad, sum(map(len, messages)) / len(messages), max(map(len, messages))))
