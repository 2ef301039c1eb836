"""The callers of bench/look-ups:
vins YEARS SANDBOX ENVELOPE COUNT
                              prints VINs and the bytes of their descriptions; no two share a pattern or a style
fleet YEARS PATTERNS VINS     prints VINs of some patterns, in no order
each URL                      looks up the VINs on standard input one by one, several at once
batches URL                   looks them up a thousand at a time, again where an answer is pending
YEARS are the letters of model years; styles of one year are none of another.
"""

import http.client
import json
import os
import random
import re
import sys
import threading
from concurrent.futures import ThreadPoolExecutor
from urllib.parse import urlsplit

MAKERS = ["1HG", "5J6", "1FA", "1FM", "1FT", "1G1", "1GN", "1GC", "1C4", "4T1", "2T3", "5TD", "JN1", "5N1", "JM1", "JM3",
          "KMH", "KM8", "KND", "JF1", "4S4", "WBA", "5UX", "WAU", "WA1", "WDD", "1VW", "YV1", "JTH", "JTJ", "19U", "5J8", "JA3"]
LETTERS = "ABCDEFGHJKLMNPRSTVWXYZ"
WORKERS = int(os.environ.get("WORKERS", "8"))

own = threading.local()


def call(method, url, body=None, headers=None):
    """One request over the thread's own connection: status and body."""
    target = urlsplit(url)
    if not hasattr(own, "connection"):
        own.connection = http.client.HTTPConnection(target.hostname, target.port, timeout=120)
    own.connection.request(method, target.path, body, {"X-API-Key": os.environ["VINBRIDGE_ADMIN_KEY"], **(headers or {})})
    response = own.connection.getresponse()
    return response.status, response.read()


def shown(results, total):
    """The results as they come, with the progress in words."""
    for count, result in enumerate(results, 1):
        if count % max(1, total // 20) == 0 or count == total:
            print(f"\r  {count} of {total} ", end="" if count < total else "\n", file=sys.stderr, flush=True)
        yield result


def pattern(draw, years):
    return draw.choice(MAKERS) + "".join(draw.choices(LETTERS, k=5)) + "0" + draw.choice(years) + draw.choice(LETTERS)


def vins(years, sandbox, envelope, count):
    """Asks the sandbox itself with the envelope that the service sends, so that the size of each answer is known beforehand."""
    draw = random.Random(7)
    envelope = open(envelope, encoding="utf-8").read()
    form = {"Content-Type": "text/xml; charset=utf-8", "SOAPAction": '""'}
    seen, found = set(), 0

    def describe(vin):
        body = re.sub(r"(<(?:\w+:)?vin>)\w+<", rf"\g<1>{vin}<", envelope).encode()
        return vin, call("POST", sandbox + "/Description/7c", body, form)[1]

    def candidates():
        while found < count:
            yield from pool.map(describe, [pattern(draw, years) + f"{draw.randrange(10 ** 6):06}" for _ in range(64)])

    with ThreadPoolExecutor(WORKERS) as pool:
        for vin, answer in candidates():
            styles = re.findall(rb'<(?:\w+:)?style [^>]*?\bid="(\d+)"', answer)
            key = vin[:8] + vin[9:11]
            if len(styles) == 1 and styles[0] not in seen and key not in seen and found < count:
                seen.update((styles[0], key))
                found += 1
                print(vin, len(answer))
                if found % 500 == 0 or found == count:
                    print(f"\r  {found} of {count} ", end="" if found < count else "\n", file=sys.stderr, flush=True)


def each(url, asked):
    with ThreadPoolExecutor(WORKERS) as pool:
        answers = pool.map(lambda vin: call("GET", f"{url}/api/v1/vehicles/{vin}")[0], asked)
        if any(status != 200 for status in shown(answers, len(asked))):
            sys.exit("A look-up failed")


def batches(url, asked):
    def look_up(batch):
        status, answer = call("POST", url + "/api/v1/lookups", json.dumps({"vins": batch}).encode(), {"Content-Type": "application/json"})
        if status != 200:
            sys.exit(f"A batch was answered with {status}")
        return re.findall(rb'\{"vin":"(\w{17})","(vehicle|problem)":\{(?:"type":"([^"]+)")?', answer)

    answered, problems = set(), {}
    with ThreadPoolExecutor(2) as pool:
        while asked:
            again = []
            parts = [asked[at:at + 1000] for at in range(0, len(asked), 1000)]
            for results in shown(pool.map(look_up, parts), len(parts)):
                for vin, what, problem in results:
                    if what == b"vehicle":
                        answered.add(vin)
                    elif problem.endswith(b":pending"):
                        again.append(vin.decode())
                    else:
                        problems[problem.decode()] = problems.get(problem.decode(), 0) + 1
            asked = again
            if again:
                print(f"  {len(again)} pending, asked for again", file=sys.stderr)
    print(f"{len(answered)} answered, problems: {problems or 'none'}")


def fleet(years, patterns, count):
    draw = random.Random(11)
    made = set()
    while len(made) < patterns:
        made.add(pattern(draw, years))
    all_of_them = [one + f"{serial:06}" for one in sorted(made) for serial in range(count // patterns)]
    draw.shuffle(all_of_them)
    print(*all_of_them, sep="\n")


what, *arguments = sys.argv[1:]
if what == "vins":
    vins(*arguments[:3], int(arguments[3]))
elif what == "fleet":
    fleet(arguments[0], int(arguments[1]), int(arguments[2]))
else:
    {"each": each, "batches": batches}[what](arguments[0], sys.stdin.read().split())
