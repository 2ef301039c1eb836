"""Asks for pages of cards by each filter and order, and says what each costs in processor time: pages.py PORT PID POSTMASTER VINS PAGES MOST CSV"""
import http.client
import json
import os
import sys
import time
import urllib.parse

port, service, postmaster, vins, pages = (int(number) for number in sys.argv[1:6])
most, csv = float(sys.argv[6]), sys.argv[7]
HERTZ = os.sysconf("SC_CLK_TCK")
KEY = {"X-API-Key": "secret-of-this-run"}
ORDERS = ["model", "-model", "price", "-price", "mileage", "-mileage", "year", "-year", "changed", "-changed", "added", "-added"]
ALONE = [
    "", "make=Make 3", "model=Model 7", "year=2001", "yearFrom=2005&yearTo=2009", "body=suv", "drivetrain=awd", "fuel=diesel", "transmission=manual",
    "color=red", "priceFrom=20000&priceTo=30000", "mileageFrom=10000&mileageTo=40000", "status=sold", "dealer=D7", "stock=S777778", "tracked=true",
    "tracked=false", "pictures=true", "changedSince=2026-11-01T00:00:00Z", "q=make 3 2001", "bodyType=Body 4",
]
TOGETHER = [
    "dealer=D7&status=available&make=Make 7", "dealer=D7&status=available", "dealer=D7&body=suv", "dealer=D7&priceTo=20000", "dealer=D7&year=2002",
    "dealer=D7&mileageTo=30000", "dealer=D7&color=red", "dealer=D7&q=model", "status=available&make=Make 3", "status=available&make=Make 3&model=Model 7",
    "priceFrom=20000&priceTo=30000&body=suv", "priceTo=15000&make=Make 3", "body=suv&drivetrain=awd", "body=pickup&fuel=diesel", "fuel=electric&priceTo=40000",
    "make=Make 3&yearFrom=2015&yearTo=2020", "make=Make 3&color=white&transmission=automatic", "yearFrom=2018&mileageTo=50000&status=available",
    "tracked=true&pictures=true&body=suv", "status=available&changedSince=2026-11-15T00:00:00Z",
]


def used(pid):
    with open(f"/proc/{pid}/stat") as stat:
        return sum(int(n) for n in stat.read().rpartition(")")[2].split()[11:13])


def cpu():
    """Processor milliseconds so far: the service's, and those of PostgreSQL's processes, which are in a group of their own."""
    database = 0
    for pid in filter(str.isdigit, os.listdir("/proc")):
        try:
            with open(f"/proc/{pid}/stat") as stat:
                parent = int(stat.read().rpartition(")")[2].split()[1])
            if parent == postmaster or int(pid) == postmaster:
                database += used(pid)
        except (FileNotFoundError, ProcessLookupError):
            pass
    return used(service) * 1000 / HERTZ, database * 1000 / HERTZ


def resident():
    with open(f"/proc/{service}/status") as status:
        return next(int(line.split()[1]) // 1024 for line in status if line.startswith("VmRSS"))


connection = http.client.HTTPConnection("127.0.0.1", port, timeout=600)


def get(path, **headers):
    connection.request("GET", "/api/v1/" + urllib.parse.quote(path, safe="/?&=-:+%"), headers={**KEY, **headers})
    answer = connection.getresponse()
    return answer.status, answer.read()


def walk(path, count):
    """Pages one after another; where the list ends, from its beginning again."""
    cursor, items = None, 0
    for _ in range(count):
        status, body = get(path + (f"&cursor={urllib.parse.quote(cursor)}" if cursor else ""))
        if status != 200:
            return status, body
        page = json.loads(body)
        cursor, items = page["next"], items + len(page["items"])
    return 200, items


def cost(count, what, *how):
    """What it costs, the service and PostgreSQL, for each of so many; and what it gave."""
    before = cpu()
    given = what(*how)
    return [(after - earlier) / count for after, earlier in zip(cpu(), before)], given


def reads(count):
    def read():
        for n in range(count):
            get(f"vehicles/A{1 + n * 7907 % vins:016d}?view=card")

    return sum(cost(count, read)[0])


for _ in range(8):  # the compiler's time is none of a page's
    for order in ORDERS:
        walk(f"vehicles?view=card&limit=40&sort={order}&make=Make 5", 8)
reads(1500)
before = reads(1500)
slow, costs, services, failed = [], [], [], 0
for name, filters in ("alone", ALONE), ("together", TOGETHER):
    for wanted in filters:
        told = []
        for order in ORDERS:
            path = f"vehicles?view=card&limit=40&sort={order}" + (f"&{wanted}" if wanted else "")
            status, items = walk(path, 8)
            parts = [0, 0]
            if status == 200:
                parts, (status, items) = cost(pages, walk, path, pages)
            if status != 200:
                failed += 1
                told.append(f"{order} {status}")
                slow.append((999, "not answered", wanted, order, items))
                continue
            costs.append(sum(parts))
            services.append(parts[0])
            told.append(f"{order} {costs[-1]:.1f}")
            if costs[-1] > most:
                slow.append((costs[-1], "service %.1f, PostgreSQL %.1f" % tuple(parts), wanted, order, items))
        print(f"{name:8} {wanted or '(all)':55} " + ", ".join(told), flush=True)
costs.sort()
print(f"\na page of 40: median {costs[len(costs) // 2]:.2f} ms of CPU, 95 % {costs[len(costs) * 95 // 100]:.2f}, most {costs[-1]:.2f}; "
      f"{len(slow)} of {len(costs) + failed} above {most}, {failed} of them not answered")
print(f"of which the service: median {sorted(services)[len(services) // 2]:.2f} ms, mean {sum(services) / len(services):.2f}; PostgreSQL: mean {sum(costs) / len(costs) - sum(services) / len(services):.2f}")
for spent, parts, wanted, order, items in sorted(slow, key=lambda one: -one[0])[:40]:
    print(f"  {spent:7.1f} ms ({parts})  {wanted or '(all)'} by {order}: {items if spent < 999 else items[:200]}")
print(f"a read: {before:.2f} ms of CPU before, {reads(1500):.2f} after")

grown = 0
if csv == "yes":
    least, highest, lines, began = resident(), 0, 0, time.time()
    connection.request("GET", "/api/v1/vehicles?sort=price", headers={**KEY, "Accept": "text/csv"})
    answer = connection.getresponse()
    while piece := answer.read(1 << 20):
        lines += piece.count(b"\n")
        highest = max(highest, resident())
    grown = highest - least
    print(f"CSV of all: {lines} lines in {time.time() - began:.0f} s, {least} MB resident before, {highest} at most")
sys.exit(1 if slow or grown > 60 else 0)
