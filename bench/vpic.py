"""Free decode against a running node (bench/vpic URL COMMAND ...).

  expect FILE...        each line of a FILE has vin, nhtsa (the expected members) and maybe givenYear: which members differ, asked one by one
                        and in a batch
  cost FILE [PID...]    10,000 distinct VINs made of those in FILE, in one batch and one by one, each way warm; with the process ids of the
                        node and of PostgreSQL's server, the CPU of each for a decode, and for requests of which nothing is decoded
  typing FILE [COUNT]   COUNT (2,000) typing errors made in the clean VINs of FILE: how often the right one is suggested

The environment variable KEY is the key of the API, where it asks for one.
"""

import http.client
import json
import os
import random
import sys
import time
import urllib.parse

LIKE = ["0ODQ", "1ILJ", "2Z", "38B", "4A", "5S", "6G", "7T", "UV", "VY", "MN", "CG", "EF", "PR", "KX"]
KEYS = ["1234567890", "QWERTYUIOP", "ASDFGHJKL", "ZXCVBNM"]
ALPHABET = "0123456789ABCDEFGHJKLMNPRSTUVWXYZ"
VALUES = dict(zip("0123456789ABCDEFGHJKLMNPRSTUVWXYZ", [*range(10), *range(1, 9), *range(1, 6), 7, 9, *range(2, 10)]))
WEIGHTS = [8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2]


class Node:
    def __init__(self, url):
        self.host = urllib.parse.urlsplit(url).netloc
        self.connection = http.client.HTTPConnection(self.host)

    def call(self, method, path, body=None, kind="application/json"):
        headers = {"Content-Type": kind} if body else {}
        if "KEY" in os.environ:
            headers["X-API-Key"] = os.environ["KEY"]
        self.connection.request(method, "/api/v1" + path, body, headers)
        answer = self.connection.getresponse()
        text = answer.read()
        if answer.status != 200:
            sys.exit(f"{method} {path}: {answer.status} {text.decode()[:500]}")
        return text

    def one(self, vin, year=None):
        return json.loads(self.call("GET", f"/vins/{urllib.parse.quote(vin)}" + (f"?modelYear={year}" if year else "")))

    def many(self, vins, year=None):
        path = "/vins" + (f"?modelYear={year}" if year else "")
        return json.loads(self.call("POST", path, json.dumps({"vins": vins})))["results"]


def lines(files):
    for file in files:
        with open(file, encoding="utf-8") as text:
            yield from (json.loads(line) for line in text)


def same(name, expected, found):
    if name.startswith("displacement"):
        return abs(float(expected) - float(found)) <= 1e-6 * max(1, abs(float(expected)))
    if name == "possibleValues":
        return sorted(expected) == sorted(found)
    return expected == found


def expect(node, *files):
    asked = list(lines(files))
    for line in asked:
        line["one"] = node.one(line["vin"], line.get("givenYear"))
    for year in {line.get("givenYear") for line in asked}:
        some = [line for line in asked if line.get("givenYear") == year]
        for line, found in zip(some, node.many([line["vin"] for line in some], year)):
            line["batch"] = found
    for way in ("one", "batch"):
        compare(way, asked)


def compare(way, asked):
    wrong, differences, count = 0, {}, 0
    for line in asked:
        count += 1
        found = line[way]
        bad = [
            (name, value, found.get(name))
            for name, value in line["nhtsa"].items()
            if name != "additional" and (name not in found or not same(name, value, found[name]))
        ]
        wrong += bool(bad)
        for name, value, other in bad:
            differences[name] = differences.get(name, 0) + 1
            print(line["vin"], name, "expected", value, "found", other)
    print(f"{way}: {count} VINs, {count - wrong} equal in every member ({100 * (count - wrong) / count:.2f} %)", differences)


def cpu(pids):
    ticks = 0
    for pid in pids:
        try:
            with open(f"/proc/{pid}/stat", encoding="ascii") as stat:
                fields = stat.read().rsplit(")", 1)[1].split()
            ticks += int(fields[11]) + int(fields[12])
            with open(f"/proc/{pid}/task/{pid}/children", encoding="ascii") as children:
                ticks += 100 * cpu(children.read().split())
        except FileNotFoundError:
            continue
    return ticks / os.sysconf("SC_CLK_TCK") if pids else 0


def check_digit(vin):
    digit = sum(VALUES[c] * w for c, w in zip(vin, WEIGHTS)) % 11
    return "X" if digit == 10 else str(digit)


def right(vin):
    return vin[:8] + check_digit(vin) + vin[9:]


def whole(files):
    return [line["vin"] for line in lines(files) if len(line["vin"]) == 17 and set(line["vin"]) <= set(ALPHABET)]


def cost(node, file, *pids):
    draw, base, vins = random.Random(1), whole([file]), set()
    while len(vins) < 10_000:
        vin = draw.choice(base)
        vin = vin[:14] + f"{draw.randrange(1000):03}"
        vins.add(right(vin) if draw.random() < 0.9 or vin[8] in "0123456789X" else vin)
    vins = list(vins)
    none = [f"1{i:05}" + "I" * 12 for i in range(len(vins))]
    for name, rounds, ask in (
        ("batch", 5, lambda: node.many(vins)),
        ("batch of what is no VIN", 5, lambda: node.many(none)),
        ("one by one", 3, lambda: [node.call("GET", "/vins/" + v) for v in vins]),
        ("one by one of what is no VIN", 1, lambda: [node.call("GET", "/vins/" + v) for v in none]),
    ):
        for _ in range(rounds):
            ask()
        before, began = [cpu([pid]) for pid in pids], time.time()
        ask()
        took, spent = time.time() - began, [cpu([pid]) - used for pid, used in zip(pids, before)]
        parts = " + ".join(f"{1000 * one / len(vins):.4f}" for one in spent)
        print(f"{name}: {1000 * took / len(vins):.4f} ms, CPU {parts} ms for each of {len(vins)} VINs")


def mistyped(draw, vin):
    for _ in range(200):
        i, kind = draw.randrange(17), draw.randrange(3)
        if kind == 2:
            wrong = vin[:i] + vin[i + 1 : i + 2] + vin[i] + vin[i + 2 :] if i < 16 else vin
        else:
            if kind == 0:
                others = [c for group in LIKE if vin[i] in group for c in group]
            else:
                others = []
                for r, row in enumerate(KEYS):
                    at = row.find(vin[i])
                    if at >= 0:
                        near = [(r, at - 1), (r, at + 1), (r - 1, at), (r - 1, at + 1), (r + 1, at), (r + 1, at - 1)]
                        others += [KEYS[y][x] for y, x in near if 0 <= y < 4 and 0 <= x < len(KEYS[y])]
            others = [c for c in others if c != vin[i]]
            wrong = vin[:i] + draw.choice(others) + vin[i + 1 :] if others else vin
        if wrong != vin and not (set(wrong) <= set(ALPHABET) and right(wrong) == wrong):
            return wrong, ("look-alike", "neighbouring key", "swap")[kind]
    return None, None


def typing(node, file, count="2000"):
    draw = random.Random(2)
    clean = [l["vin"] for l in lines([file]) if l["nhtsa"]["errorCodes"] in ([0], [0, 14]) and len(l["vin"]) == 17]
    clean = [vin for vin in clean if right(vin) == vin]
    asked = []
    while len(asked) < int(count):
        vin = draw.choice(clean)
        wrong, kind = mistyped(draw, vin)
        if wrong:
            asked.append((vin, wrong, kind))
    held, only, only_right, numbers, bad, first, certain = 0, 0, 0, {}, 0, 0, 0
    for part in range(0, len(asked), 500):
        some = asked[part : part + 500]
        for (vin, wrong, _), answer in zip(some, node.many([w for _, w, _ in some])):
            candidates = answer.get("candidates", [])
            found = [c["vin"] for c in candidates]
            numbers[len(found)] = numbers.get(len(found), 0) + 1
            held += vin in found
            first += found[:1] == [vin]
            bad += sum(right(c) != c for c in found)
            certain += sum(c["likelihood"] >= 1 for c in candidates)
            if "probableVin" in answer:
                only += 1
                only_right += answer["probableVin"] == vin
    total = len(asked)
    print(f"{total} typing errors: the right one in the list {100 * held / total:.1f} %, first {100 * first / total:.1f} %")
    print(f"one alone decodes best in {only}, which is the right one in {only_right}; candidates with a wrong check digit {bad},")
    print(f"called certain {certain}; how many candidates there were: {dict(sorted(numbers.items()))}")


if __name__ == "__main__":
    if len(sys.argv) < 4:
        sys.exit(__doc__)
    {"expect": expect, "cost": cost, "typing": typing}[sys.argv[2]](Node(sys.argv[1]), *sys.argv[3:])
