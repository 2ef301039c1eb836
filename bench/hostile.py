"""Attacks of bench/hostile: hostile.py PORT MANAGEMENT_PORT PID CONNECTIONS SECONDS RATE"""
import asyncio
import json
import os
import sys
import time

port, management_port, pid, connections, seconds, rate = map(int, sys.argv[1:7])
ADMIN = os.environ["VINBRIDGE_ADMIN_KEY"]
VIN = "1HGCY2F67PAA12345"


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
    return times[int(len(times) * 0.99)], len(times), failed


async def slowly(opening, dribble, pause=1.0):
    """A connection that sends a bit each second, and comes back when it is thrown out."""
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
    import socket
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


async def again(method, path, key, body):
    while True:
        try:
            await ask(method, path, key, body)
        except (OSError, IndexError):
            await asyncio.sleep(0.1)


async def main():
    made = json.loads((await ask("POST", "/api/v1/keys", ADMIN, b'{"name":"others","scope":"read"}'))[1])
    attacker = json.loads((await ask("POST", "/api/v1/keys", ADMIN, b'{"name":"attacker","scope":"write"}'))[1])["key"]
    others = made["key"]
    for _ in range(300):
        await ask("GET", f"/api/v1/vehicles/{VIN}", others)
    usual, _, _ = await reads(others, 10)
    print(f"| attack | p99 of others' reads (ms; {usual:.1f} before) | reads | failed | ready |\n|---|--:|--:|--:|---|")
    sized = "Content-Length: 2000000"
    chunked = "Transfer-Encoding: chunked"
    attacks = {
        "slow bodies without a key": lambda: slowly(head("POST", "/api/v1/lookups", None, sized) + b"1", b"1"),
        "slow bodies with a key": lambda: slowly(head("POST", "/api/v1/lookups", attacker, sized) + b"1", b"1"),
        "slow chunked bodies": lambda: slowly(head("POST", "/api/v1/events", attacker, chunked) + b"1\r\n1\r\n", b"1\r\n1\r\n"),
        "slow imports": lambda: slowly(head("POST", "/api/v1/vehicles/import", attacker, chunked) + b"1\r\n1\r\n", b"1\r\n1\r\n"),
        "slow readers": lambda: deaf(head("GET", "/api/v1/openapi.json", attacker) * 50),
        "slow readers of pages, without a key": lambda: deaf(head("GET", "/webjars/swagger-ui/swagger-ui-bundle.js") * 10),
        "streams": lambda: slowly(head("GET", "/api/v1/changes/stream", attacker), None),
    }
    bad = False
    for name, attack in attacks.items():
        under_way = [asyncio.create_task(attack()) for _ in range(connections)]
        await asyncio.sleep(2)
        p99, count, failed = await reads(others, seconds)
        ready, _ = await ask("GET", "/actuator/health/readiness", on=management_port)
        for one in under_way:
            one.cancel()
        await asyncio.gather(*under_way, return_exceptions=True)
        os.kill(pid, 0)
        print(f"| {name} | {p99:.1f} | {count} | {failed} | {ready == 200} |", flush=True)
        bad |= failed > 0 or p99 > max(3 * usual, 50) or p99 > 1000
    batch = json.dumps({"vins": [VIN] * 1000}).encode()
    under_way = [asyncio.create_task(again("POST", "/api/v1/lookups", attacker, batch)) for _ in range(8)]
    p99, count, failed = await reads(others, seconds)
    for one in under_way:
        one.cancel()
    print(f"| batches of 1,000 by 8 | {p99:.1f} | {count} | {failed} | |", flush=True)
    sys.exit(1 if bad or failed else 0)


asyncio.run(main())
