"""Attacks of bench/hostile: hostile.py PORT MANAGEMENT_PORT PID CONNECTIONS BODIES SECONDS RATE SCRIPTED_PORT"""
import asyncio
import base64
import http.client
import itertools
import json
import os
import random
import re
import socket
import struct
import sys
import time
import zlib

port, management_port, pid, connections, bodies, seconds, rate, scripted_port = map(int, sys.argv[1:9])
CALM = 4
ADMIN = os.environ["VINBRIDGE_ADMIN_KEY"]
VIN = "1HGCY2F67PAA12345"
SWOLLEN = "1HGCY2F67PAA54321"
BATCH = json.dumps({"vins": [VIN] * 1000}).encode()
STYLES = range(910001, 910009)
answered = {}
only = os.environ.get("ONLY", "")


def head(method, path, key=None, *headers):
    lines = [f"{method} {path} HTTP/1.1", "Host: localhost", *([f"X-API-Key: {key}"] if key else []), *headers]
    return ("\r\n".join(lines) + "\r\n\r\n").encode()


async def ask(method, path, key=None, body=None, on=None):
    """The status and body of one request on a connection of its own."""
    reader, writer = await asyncio.open_connection("127.0.0.1", on or port)
    try:
        extra = ["Connection: close"]
        if body is not None:
            extra += ["Content-Type: application/json", f"Content-Length: {len(body)}"]
        writer.write(head(method, path, key, *extra) + (body or b""))
        await writer.drain()
        answer = await reader.read()
        return int(answer.split(b" ", 2)[1]) if answer else 0, answer.partition(b"\r\n\r\n")[2]
    finally:
        writer.close()


async def reads(key, lasts):
    """Others' reads, begun when they are due whether or not the last is answered: milliseconds, and how many failed."""
    times, failed, tasks = [], 0, []

    async def one():
        nonlocal failed
        began = time.monotonic()
        try:
            status, _ = await asyncio.wait_for(ask("GET", f"/api/v1/vehicles/{VIN}", key), 10)
            failed += status != 200
        except (OSError, asyncio.TimeoutError, IndexError):
            failed += 1
        times.append((time.monotonic() - began) * 1000)

    begin = time.monotonic()
    for i in range(int(lasts * rate)):
        await asyncio.sleep(max(0, begin + i / rate - time.monotonic()))
        tasks.append(asyncio.create_task(one()))
    await asyncio.gather(*tasks)
    times.sort()
    print(json.dumps([times[int(len(times) * 0.99)], len(times), failed]))


async def others_read(key, lasts):
    """Such reads by a process of their own, so that what is measured is not how busy the attacker is."""
    process = await asyncio.create_subprocess_exec(sys.executable, *sys.argv, key, str(lasts), stdout=asyncio.subprocess.PIPE)
    told, _ = await process.communicate()
    return json.loads(told)


async def slowly(opening, dribble, pause=1.0):
    """A connection that sends a bit each second, and comes back when it is thrown out."""
    await asyncio.sleep(random.random())
    while True:
        try:
            reader, writer = await asyncio.open_connection("127.0.0.1", port, limit=1024)
            try:
                writer.write(opening)
                while not reader.at_eof():
                    await asyncio.sleep(pause)
                    if dribble:
                        writer.write(dribble)
                    await writer.drain()
            finally:
                writer.transport.abort()
        except OSError:
            pass
        await asyncio.sleep(0.05)


async def deaf(requests):
    """A connection that asks and takes next to nothing."""
    await asyncio.sleep(random.random())
    while True:
        one = socket.socket()
        one.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 2048)
        one.setblocking(False)
        loop = asyncio.get_running_loop()
        try:
            await loop.sock_connect(one, ("127.0.0.1", port))
            await loop.sock_sendall(one, requests)
            while True:
                await asyncio.sleep(1)
                if not await asyncio.wait_for(loop.sock_recv(one, 16), 30):
                    break
        except (OSError, asyncio.TimeoutError):
            pass
        finally:
            one.close()
        await asyncio.sleep(0.05)


async def own_fields(key):
    """Events about one vehicle, each with names that no event had before, and reads of what became of it."""
    for number in itertools.count():
        fields = {f"n{os.getpid()}-{number}-{i}": "x" * 900 for i in range(150)}
        event = {"type": "vehicle.updated", "vin": SWOLLEN, "timestamp": f"2026-11-30T{number // 3600 % 24:02}:{number // 60 % 60:02}:{number % 60:02}Z"}
        yield "POST", "/api/v1/events", key, json.dumps({**event, **fields}).encode()
        yield "POST", "/api/v1/events", key, json.dumps({**event, **dict(list(fields.items())[:3])}).encode()
        yield "GET", f"/api/v1/vehicles/{SWOLLEN}", key, None


async def lists(key):
    """The longest lists, by what few have and in the orders that take the longest."""
    for make, order in itertools.cycle(itertools.product(("none", "honda", ""), ("price", "-changed", ""))):
        query = "&".join([*(["make=" + make] if make else []), *(["sort=" + order] if order else []), "limit=200"])
        yield "GET", f"/api/v1/vehicles?{query}", key, None


async def batches(key):
    while True:
        yield "POST", "/api/v1/lookups", key, BATCH


async def each(requests):
    async for request in requests:
        try:
            status, _ = await ask(*request)
            answered[status] = answered.get(status, 0) + 1
        except (OSError, IndexError):
            answered[0] = answered.get(0, 0) + 1
            await asyncio.sleep(0.1)


def png(width, height, kind):
    """A PNG in one colour, of few bytes and many pixels."""
    def chunk(name, data):
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
    packed = zlib.compressobj(1)
    line = b"\0" * (1 + width * {2: 3, 6: 4}[kind])
    pixels = b"".join([*(packed.compress(line) for _ in range(height)), packed.flush()])
    head = struct.pack(">IIBBBBB", width, height, 8, kind, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", pixels) + chunk(b"IEND", b"")


def webp(width, height):
    """A lossless WebP of one colour: its pixels take no bits."""
    bits = width - 1 | height - 1 << 14 | 0x11111 << 35
    return b"RIFF" + struct.pack("<I", 52) + b"WEBPVP8L" + struct.pack("<I", 39) + b"/" + bits.to_bytes(39, "little")


def script_pictures():
    """Has the gallery of some styles list pictures that no heap of this size holds."""
    files = {"rgb.png": png(5000, 4999, 2), "rgba.png": png(5000, 4999, 6), "wide.png": png(24_999_999, 1, 6), "frame.webp": webp(5000, 4999)}
    views = [{"@href": f"http://127.0.0.1:{scripted_port}/MediaGallery/media/tok/{name}", "@shotCode": shot, "@width": "640",
              "@height": "480", "@backgroundDescription": "White"} for shot, name in zip(("01", "02", "03", "12"), files)]
    replies = [("picture", name, "image/" + name.split(".")[1], body) for name, body in files.items()]
    replies += [("gallery", str(style), "application/json", json.dumps({"view": views}).encode()) for style in STYLES]
    connection = http.client.HTTPConnection("127.0.0.1", scripted_port)
    connection.request("PUT", "/scripted", json.dumps([
        {"for": what, "name": name, "replies": [{"status": 200, "type": kind, "body": base64.b64encode(body).decode()}]}
        for what, name, kind, body in replies]))
    connection.getresponse().read()


async def pictures(key):
    for style in STYLES:
        yield "GET", f"/api/v1/styles/{style}/media", key, None
        await asyncio.sleep(seconds / len(STYLES))


async def main():
    key = {name: json.loads((await ask("POST", "/api/v1/keys", ADMIN, json.dumps({"name": name, "scope": scope}).encode()))[1])["key"]
           for name, scope in {"others": "read", "attacker": "write"}.items()}
    others, attacker = key["others"], key["attacker"]
    script_pictures()
    for _ in range(500):
        await ask("GET", f"/api/v1/vehicles/{VIN}", others)
    sized, chunked = "Content-Length: 2000000", "Transfer-Encoding: chunked"
    attacks = {
        "slow bodies without a key": (connections, lambda: slowly(head("POST", "/api/v1/lookups", None, sized) + b"1", b"1")),
        "slow bodies with a key": (connections, lambda: slowly(head("POST", "/api/v1/lookups", attacker, sized) + b"1", b"1")),
        "slow chunked bodies": (connections, lambda: slowly(head("POST", "/api/v1/events", attacker, chunked) + b"1\r\n1\r\n", b"1\r\n1\r\n")),
        "slow imports": (connections, lambda: slowly(head("POST", "/api/v1/vehicles/import", attacker, chunked) + b"1\r\n1\r\n", b"1\r\n1\r\n")),
        "slow heads": (connections, lambda: slowly(b"GET / HTTP/1.1\r\nHost: localhost\r\n", b"X: y\r\n")),
        "slow readers": (connections, lambda: deaf(head("GET", "/api/v1/openapi.json", attacker) * 50)),
        "slow readers of pages, without a key": (connections, lambda: deaf(head("GET", "/webjars/swagger-ui/swagger-ui-bundle.js") * 10)),
        "streams": (connections, lambda: slowly(head("GET", "/api/v1/changes/stream", attacker), None)),
        "own fields by 4": (4, lambda: each(own_fields(attacker))),
        "lists by 8": (8, lambda: each(lists(attacker))),
        "batches of 1,000 by 8": (8, lambda: each(batches(attacker))),
        "pictures": (1, lambda: each(pictures(attacker))),
    }
    bad = False
    print("| attack | p99 of others' reads, ms | before | reads | failed | ready | the attacker was answered |\n|---|--:|--:|--:|--:|---|---|")
    for name, (many, attack) in attacks.items():
        if not re.search(only, name):
            continue
        usual, _, _ = await others_read(others, CALM)
        answered.clear()
        under_way = [asyncio.create_task(attack()) for _ in range(many)]
        await asyncio.sleep(2)
        p99, count, failed = await others_read(others, bodies if name.startswith("slow bodies") else seconds)
        ready, _ = await ask("GET", "/actuator/health/readiness", on=management_port)
        # Until the last has gone: a wait that ends as it is cancelled swallows that.
        while under_way:
            for one in under_way:
                one.cancel()
            _, under_way = await asyncio.wait(under_way, timeout=1)
        os.kill(pid, 0)
        print(f"| {name} | {p99:.1f} | {usual:.1f} | {count} | {failed} | {ready == 200} | {answered or ''} |", flush=True)
        # Of a few milliseconds, three times as many are within what the machine's other load makes.
        bad |= failed > 0 or ready != 200 or p99 > max(3 * usual, 50) or p99 > 1000
        await asyncio.sleep(3)
    if not only:
        _, swollen = await ask("GET", f"/api/v1/vehicles/{SWOLLEN}", others)
        print(f"the vehicle with ever new fields is {len(swollen)} bytes large")
        bad |= not 0 < len(swollen) < 400_000
    sys.exit(1 if bad else 0)


if len(sys.argv) > 9:
    asyncio.run(reads(sys.argv[9], int(sys.argv[10])))
else:
    asyncio.run(main())
