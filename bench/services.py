"""A CVD and VSS that shares no code with the service or its sandbox, for bench/services:
serve PORT                    answers on the loopback address, and counts what it is asked at /count
It signs nothing itself: it recomputes the signature that it is sent, by either scheme, and answers 401 to a wrong one.
"""

import base64
import gzip
import hashlib
import hmac
import json
import random
import re
import sys
import threading
import time
from email.utils import parsedate_to_datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, unquote, urlsplit

KEY, SECRET = "other-key", "other-secret"
PAINTS = [("NH731P", "Crystal Black", "Black", "0,0,0"), ("B593M", "Aegean Blue", "Blue", "20,52,120"), ("R565M", "Radiant Red", "Red", "160,10,20")]

lock = threading.Lock()
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


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self):
        target = urlsplit(self.path)
        if target.path == "/count":
            return self.send(200, counts, False)
        with lock:
            name = target.path.split("/")[1] + ":" + target.path.split("/")[3]
            counts[name] = counts.get(name, 0) + 1
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
    ThreadingHTTPServer.request_queue_size = 128
    ThreadingHTTPServer(("127.0.0.1", int(sys.argv[2])), Handler).serve_forever()
