"""A CVD and VSS that shares no code with the service or its sandbox, for bench/services:
serve PORT                    answers on the loopback address, and counts what it is asked at /count; PUT /trouble/NAME has it answer wrongly
load URL RATE SECONDS         reads the vehicles of the VINs on standard input at that rate, and prints how many reads were sent, and how many failed
It signs nothing itself: it recomputes the signature that it is sent, by either scheme, and answers 401 to a wrong one.
"""

import base64
import gzip
import hashlib
import hmac
import json
import os
import random
import re
import sys
import threading
import time
import urllib.request
from concurrent.futures import ThreadPoolExecutor
from email.utils import parsedate_to_datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, unquote, urlsplit

KEY, SECRET = "other-key", "other-secret"
PAINTS = [("NH731P", "Crystal Black", "Black", "0,0,0"), ("B593M", "Aegean Blue", "Blue", "20,52,120"), ("R565M", "Radiant Red", "Red", "160,10,20")]

# What CVD answers in the place of a description: status, headers, body.
PLAIN = {"Content-Type": "application/json"}
TROUBLES = {
    "entitlement": (403, PLAIN, b'{"error":"Requested endpoint is forbidden"}'),
    "profile": (403, PLAIN, b'{"error":"The profile is not allowed"}'),
    "quota": (403, PLAIN, b'{"error":"Quota exceeded"}'),
    "key": (401, PLAIN, b"Invalid Request. No security header."),
    "login": (440, PLAIN, b'{"error":"Login timeout"}'),
    "clock": (401, {**PLAIN, "Date": "Thu, 15 May 2025 17:40:21 GMT"}, b'{"error":"Authorization field is not valid"}'),
    "wait": (429, {"Retry-After": "2"}, b""),
    "error": (200, PLAIN, b'{"error":true,"message":"Quota exceeded"}'),
    "message": (200, PLAIN, b'{"message":"Rate limit exceeded"}'),
    "page": (200, {"Content-Type": "text/html"}, b"<html><body>Welcome</body></html>"),
    "lost": (404, {"Content-Type": "text/html"}, b"<html><body>Nothing here</body></html>"),
    "cut": (200, {**PLAIN, "Content-Length": "5000"}, b'{"result": {"make": "Honda", '),
    "packed": (200, {**PLAIN, "Content-Encoding": "gzip"}, gzip.compress(b'{"result": {"make": "Honda"}}' * 50)[:-20]),
    "invalid": (200, PLAIN, b'{"error":false,"result":{"validVin":false}}'),
    "nothing": (200, PLAIN, b'{"error":false,"result":{}}'),
    "other": (200, PLAIN, b'{"result":{"vinSubmitted":"1HGCM82633A004352","make":"Honda","model":"Fit","vehicles":{"styleId":1}}}'),
}

lock = threading.Lock()
trouble = None
counts = {}
nonces = set()


def signed(headers):
    """Whether a request is signed rightly, by its headers in lower case."""
    token = headers.get("authtoken", "")
    found = re.fullmatch(r'Signature keyId="([^"]+)",algorithm="hmac-sha1",signature="([^"]+)"', token)
    if found:
        date = headers.get("date", "")
        digest = hmac.new(SECRET.encode(), f"date: {date}".encode(), hashlib.sha1).digest()
        fresh = abs(parsedate_to_datetime(date).timestamp() - time.time()) < 300 if date else False
        return found[1] == KEY and fresh and unquote(found[2]) == base64.b64encode(digest).decode()
    parts = dict(re.findall(r'(chromedata_\w+)="?([^",]*)', headers.get("authorization", "")))
    if not parts:
        return False
    nonce, stamp = parts.get("chromedata_nonce", ""), parts.get("chromedata_timestamp", "0")
    digest = hashlib.sha1(f"{nonce}{stamp}{SECRET}".encode()).digest()
    with lock:
        first = nonce not in nonces
        nonces.add(nonce)
    fresh = abs(int(stamp) / 1000 - time.time()) < 300
    return first and fresh and parts.get("chromedata_app_id") == KEY and parts["chromedata_secret_digest"] == base64.b64encode(digest).decode()


def style(number, trim):
    return {"styleId": str(number), "styleDescription": f"4dr Sdn {trim}", "trim": trim, "baseMSRP": f"{20000 + number % 1000}.0",
            "destinationCharge": 1095, "driveType": "AWD", "bodyType": "Sedan", "doors": "4", "country": "US", "segment": "Mid-Size"}


def described(vin):
    """Any VIN from 1992 on, always alike for its pattern; the shape differs from call to call as far as readers must bear it."""
    draw = random.Random(vin[:8] + vin[9:11])
    base = draw.randrange(500000, 900000)
    styles = [style(base + at, trim) for at, trim in enumerate(draw.choice([["LX"], ["LX", "EX"], ["LX", "EX", "Touring"]]))]
    ids = [one["styleId"] for one in styles]
    features = [{"id": 10000 + at, "sectionId": "7", "sectionName": "Comfort", "featureCode": "Feature", "name": f"Feature {at}",
                 "description": f"A thing with the number {at}", "adsCategoryIds": [1000 + at], "adsCategoryIdDescriptions": [f"Category {at}"],
                 "styles": [{"styleIds": ids, "installCause": "S", "isStandard": True}]} for at in range(120)]
    specs = [{"id": 30000 + at, "sectionName": "Dimensions", "name": f"Measure {at}",
              "unitsOfMeasureAndValues": {"unitOfMeasure": "in", "value": str(draw.randrange(10, 200))},
              "styles": {"styleIds": ids}} for at in range(120)]
    options = [{"optionCode": f"O{at}", "group": "Interior", "msrp": draw.randrange(100, 3000), "invoice": "90", "installCause": "A",
                "optionDescription": f"Option {at}", "styles": ids} for at in range(60)]
    colors = [{"colorCode": code, "description": name, "genericDesc": generic, "rgbValue": rgb, "type": 1, "styles": ids} for code, name, generic, rgb in PAINTS]
    return {"error": False, "copyright": "none", "newMember": 1, "result": {
        "vinSubmitted": vin, "vinProcessed": vin, "validVin": True, "source": "C", "year": str(2010 + "ABCDEFGHJKLMNPRSTVWXY".find(vin[9])),
        "make": "Honda", "model": "Accord", "modelID": "4711", "buildMSRP": 0.0, "vehicles": styles if len(styles) > 1 else styles[0],
        "exteriorColors": colors, "interiorColors": [], "features": features, "techSpecs": specs, "optionCodeContent": options,
        "recallInfo": [{"recallId": 9, "campaignNo": "24V1", "component": "AIR BAGS", "styles": ids}], "safetyInfo": []}}


def answer(path, query):
    """Status and document of a question."""
    if path.startswith("/CVD/v1.0/vin/"):
        vin = path.rsplit("/", 1)[1]
        if query.get("profileKey", ["CVDStandard"])[0] != "CVDStandard":
            return 403, {"error": "The profile is forbidden"}
        if len(vin) != 17:
            return 200, {"error": False, "result": {"vinSubmitted": vin, "validVin": False}}
        return (404, {"error": "VIN not found"}) if vin.startswith("ZZZ") else (200, described(vin))
    lists = {"/VSS/v1.0/years": [2024, 2023], "/VSS/v1.0/makes": [{"make": "Honda", "makeCode": "HO"}],
             "/VSS/v1.0/models": [{"description": "Accord", "makeCode": "HO", "modelYearId": "4711", "year": 2024}],
             "/VSS/v1.0/styles": [{"styleId": 500000, "year": 2024, "make": "Honda", "model": "Accord", "trim": "LX", "styleDescription": "4dr Sdn LX"}]}
    if path == "/VSS/v1.0/styleDetails":
        return 200, {"result": {"vehicles": [style(int(query["styleId"][0]), "LX")], "exteriorColors": []}}
    if path in lists:
        return 200, {"result": {path.rsplit("/", 1)[1]: lists[path]}}
    return 403, {"error": "Requested endpoint is forbidden"}


def load(url, rate, seconds, vins):
    """At a steady rate, however long the answers take."""
    start, failures = time.time(), []

    def read(number):
        time.sleep(max(0, start + number / rate - time.time()))
        ask = urllib.request.Request(f"{url}/api/v1/vehicles/{vins[number % len(vins)]}", headers={"X-API-Key": os.environ["VINBRIDGE_ADMIN_KEY"]})
        try:
            urllib.request.urlopen(ask, timeout=60).read()
        except OSError as failure:
            failures.append(failure)

    with ThreadPoolExecutor(32) as pool:
        list(pool.map(read, range(rate * seconds)))
    print(rate * seconds, len(failures), *failures[:3])


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_PUT(self):
        global trouble
        trouble = TROUBLES.get(self.path.rsplit("/", 1)[1])
        return self.send(200, {}, False)

    def fail(self, status, headers, body):
        """As it is written: no header is added but for what ends the connection."""
        self.send_response_only(status)
        for name, value in {"Content-Length": str(len(body)), **headers, "Connection": "close"}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)
        self.close_connection = True

    def do_GET(self):
        target = urlsplit(self.path)
        if target.path == "/count":
            return self.send(200, counts, False)
        with lock:
            name = target.path.split("/")[1] + ":" + target.path.split("/")[3]
            counts[name] = counts.get(name, 0) + 1
        if trouble and "/vin/" in target.path:
            return self.fail(*trouble)
        if not signed({name.lower(): value for name, value in self.headers.items()}):
            return self.send(401, {"error": "Authorization field is not valid"}, False)
        status, document = answer(target.path, parse_qs(target.query))
        return self.send(status, document, "gzip" in self.headers.get("Accept-Encoding", ""))

    def send(self, status, document, packed):
        body = json.dumps(document).encode()
        body = gzip.compress(body, 1) if packed else body
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        if packed:
            self.send_header("Content-Encoding", "gzip")
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *args):
        pass


if __name__ == "__main__":
    if sys.argv[1] == "load":
        sys.exit(load(sys.argv[2], int(sys.argv[3]), int(sys.argv[4]), sys.stdin.read().split()))
    ThreadingHTTPServer.request_queue_size = 128
    ThreadingHTTPServer(("127.0.0.1", int(sys.argv[2])), Handler).serve_forever()
