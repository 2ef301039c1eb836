"""Cases against a running node: cases.py PORT SCRIPTED_PORT REDIS LOG FOLDER VERSION [PATTERN-OF-NAMES]"""
import base64
import datetime
import gzip
import http.client
import json
import os
import pathlib
import re
import socket
import sys
import time
import urllib.parse

port, scripted_port, redis, log, folder, version = int(sys.argv[1]), int(sys.argv[2]), *sys.argv[3:7]
only = sys.argv[7] if len(sys.argv) > 7 else ""
ADMIN = os.environ["VINBRIDGE_ADMIN_KEY"]
API = "/api/v1/"
VIN = re.compile(r"(?<![A-HJ-NPR-Z0-9])[A-HJ-NPR-Z0-9]{17}(?![A-HJ-NPR-Z0-9])")


# A vehicle of the style whose pictures a case lists.
DESCRIBED = """<S:Envelope xmlns:S="http://schemas.xmlsoap.org/soap/envelope/"><S:Body><VehicleDescription xmlns="urn:description7c.services.chrome.com"
country="US" language="en" modelYear="2023" bestMakeName="Maker" bestModelName="Model"><responseStatus responseCode="Successful" description="Successful"/>
<vinDescription vin="{vin}" modelYear="2023" division="Maker" modelName="Model" source="Catalog"/><style id="{style}" modelYear="2023" name="4dr Sedan"
trim="Base"><division id="1">Maker</division><model id="2">Model</model></style></VehicleDescription></S:Body></S:Envelope>"""


class Answer:
    """What came back: its status, headers (lower case), bytes, and what they say where they are JSON."""

    def __init__(self, status, headers, body):
        self.status, self.headers, self.text = status, headers, body.decode("utf-8", "replace")
        try:
            self.json = json.loads(body)
        except ValueError:
            self.json = None

    def __str__(self):
        return f"{self.status} {self.text[:300]}"


def ask(method, path, body=None, headers=None, key=ADMIN):
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    connection.request(method, path if path.startswith("/") else API + path, body, {"X-API-Key": key, **(headers or {})})
    answer = connection.getresponse()
    told = Answer(answer.status, {name.lower(): value for name, value in answer.getheaders()}, answer.read())
    connection.close()
    return told


def raw(text):
    """One request as it is written, with a key and the end of the connection behind its first line."""
    first, _, rest = text.replace(b"\r\n", b"\n").partition(b"\n")
    with socket.create_connection(("127.0.0.1", port), 60) as wire:
        wire.sendall(first + b"\r\nHost: localhost\r\nConnection: close\r\nX-API-Key: " + ADMIN.encode() + b"\r\n" + (rest.strip().replace(b"\n", b"\r\n") + b"\r\n" if rest.strip() else b"") + b"\r\n")
        answer = http.client.HTTPResponse(wire)
        answer.begin()
        return Answer(answer.status, {name.lower(): value for name, value in answer.getheaders()}, answer.read())


def to_redis(*words):
    host, number = urllib.parse.urlsplit(redis).netloc.split(":")
    words = [word if isinstance(word, bytes) else word.encode() for word in words]
    with socket.create_connection((host, int(number)), 10) as wire:
        wire.sendall(b"*%d\r\n" % len(words) + b"".join(b"$%d\r\n%s\r\n" % (len(word), word) for word in words))
        return wire.recv(1000)


def scripted(method="GET", body=None):
    connection = http.client.HTTPConnection("127.0.0.1", scripted_port, timeout=10)
    connection.request(method, "/scripted", body)
    return json.loads(connection.getresponse().read())


def until(holds, seconds=20):
    """What holds() says once it is true, or at the end of the time."""
    ends = time.monotonic() + seconds
    while not (said := holds()) and time.monotonic() < ends:
        time.sleep(0.1)
    return said


class Case:
    """A folder: what is to be sent, what ChromeData answers meanwhile, and what came back."""

    def __init__(self, path):
        self.path, self.name = path, re.sub(r"^\d+-", "", path.name)
        told = (path / "expected.md").read_text()
        self.version = "7a" if re.search(r"^The service is ADS 7a", told, re.M) else "7c"
        self.sent = re.search(r"^Sent: (.*)$", told, re.M).group(1)
        answers = re.search(r"^ChromeData answers (.*)$", told, re.M)
        self.replies = [self.reply(one) for one in re.split(r"; (?=for )", answers.group(1))] if answers else []
        self.for_all = any(one["for"] == "all" for one in self.replies)
        self.listed = next((one["name"] for one in self.replies if one["for"] == "gallery"), None)
        if self.listed and not any(one["for"] == "vin" for one in self.replies):
            described = DESCRIBED.format(vin=self.vin(), style=self.listed).encode()
            self.replies.append({"for": "vin", "name": self.vin(), "replies": [{"status": 200, "type": "text/xml", "body": base64.b64encode(described).decode()}]})
        self.answers = []

    def reply(self, told):
        kind, name = re.match(r"for (\w+) ?([^\s`]*)", told).groups()
        replies = []
        for one in re.finditer(r"`(answer-[^`]+)`(?: \(`([^`]+)`\))?(?: with HTTP (\d+))?", told):
            body = (self.path / one.group(1)).read_bytes().replace(b"127.0.0.1:PORT", b"127.0.0.1:%d" % scripted_port)
            kinds = {".xml": "text/xml", ".json": "application/json", ".jpg": "image/jpeg", ".txt": "text/plain"}
            usual = kinds.get(pathlib.PurePath(one.group(1)).suffix, "application/octet-stream")
            replies.append({"status": int(one.group(3) or 200), "type": one.group(2) or usual, "body": base64.b64encode(body).decode()})
        return {"for": kind, "name": name, "replies": replies}

    def bytes(self, position):
        return next(self.path.glob(f"{position}-*")).read_bytes()

    def send(self):
        scripted("PUT", json.dumps(self.replies))
        for position, step in enumerate(self.sent.rstrip(".").split("; then "), 1):
            # What is said and taken back within one batch of events was never told to anybody, and nor is that it is gone.
            time.sleep(0.5 if position > 1 else 0)
            if step.startswith("Redis"):
                field = re.search(r"field `([^`]+)`", step).group(1)
                self.answers.append(to_redis("XADD", "vehicle.events.stream", "*", field, self.bytes(position)))
            elif "with the target of" in step:
                self.answers.append(raw(self.bytes(position)))
            else:
                self.answers.append(self.request(step, position))

    def request(self, step, position):
        method, path = re.match(r"`(\w+) ([^`]+)`", step).groups()
        headers = dict(told.split(": ", 1) for told in re.findall(r"`([\w-]+: [^`]+)`", step))
        kind = re.search(r"\(`([^`]+/[^`]+)`", step)
        if kind:
            headers["Content-Type"] = kind.group(1)
        body = self.bytes(position) if method != "GET" else None
        return ask(method, path, body, headers, reader if "scope `read`" in step else ADMIN)

    @property
    def last(self):
        return self.answers[-1]

    def input(self, position=1):
        """What was sent, as text."""
        told = self.bytes(position)
        told = gzip.decompress(told) if told[:2] == b"\x1f\x8b" else told
        marks = {b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16", b"\xef\xbb\xbf": "utf-8-sig"}
        declared = re.findall(r"charset=([\w-]+)", self.sent)
        name = next((name for mark, name in marks.items() if told.startswith(mark)), declared[0] if declared else "utf-8")
        return told.decode(name)

    def vins(self, position=1):
        return list(dict.fromkeys(VIN.findall(re.sub(r"[\u200b\u00a0]", " ", self.input(position)))))

    def vin(self):
        found = VIN.findall(self.sent.replace("%C2%A0", " ").replace("%20", " "))
        return found[0] if found else self.vins()[0]

    def calls(self, kind="vin"):
        return [one for one in scripted() if any(about[0] == kind for about in one["about"])]


def own(vin):
    told = ask("GET", f"vehicles/{vin}")
    return (told.json or {}).get("own") or {} if told.status == 200 else {}


def changes(vin):
    return ask("GET", f"changes?vin={vin}&limit=100").json["items"]


def accepted(case):
    """That each message was taken, each event in it, and has had its effect."""
    for answer in case.answers:
        if answer.headers.get("content-type", "").startswith("application/json") and "accepted" in (answer.json or {}):
            if answer.status != 202 or answer.json["dead"] or not answer.json["accepted"]:
                return f"not accepted: {answer}"
        elif not 200 <= answer.status < 300:
            return f"not taken: {answer}"
    return None


def run(case, count, answer=None):
    """That a list became a run of so many vehicles without failures."""
    answer = answer or case.last
    if answer.status != 202:
        return f"no run: {answer}"
    done = until(lambda: (told := ask("GET", f"refreshes/{answer.json['id']}").json) and told["state"] != "RUNNING" and told, 60)
    failures = ask("GET", f"refreshes/{answer.json['id']}/failures").json["items"]
    if not done:
        return "the run does not end"
    return None if done["total"] == count and not failures else f"{done['total']} of {count}, failures {failures[:3]}"


def refused(answer, words, *statuses):
    """That it is refused by a problem that has one of the words."""
    fits = answer.status in statuses and any(word in answer.text for word in words)
    return None if fits else f"refused otherwise: {answer}"


def withdrawn(case):
    said = json.loads(case.input(len(case.answers)))
    data = said.get("data", said)
    gone = [name for name, value in data.items() if value in (None, [], {}, "")]
    told = lambda: not any(own(case.vin()).get(name) for name in gone)
    if not until(told):
        return f"own still has {own(case.vin())}"
    names = lambda: [field["name"] for change in changes(case.vin()) for field in change["fields"] if not field["to"]]
    return None if until(lambda: any(name.startswith(f"own.{gone[0]}") for name in names())) else f"no change tells it: {names()}"


def undescribed(case):
    said = json.loads(case.input())
    served = until(lambda: (told := ask("GET", f"vehicles/{case.vin()}")).status == 200 and told)
    if not served:
        return f"not served: {case.last}"
    found = served.json.get("own", {})
    fits = found.get("price") == said["price"] and found.get("stock") == said["stock"] and found.get("status")
    return None if fits and served.json.get("undescribed") else f"served as {served}"


def number(case):
    position = len(case.answers)
    text = case.input(position)
    if case.last.json and case.last.json.get("accepted") != len(case.vins(position)):
        return f"{len(case.vins(position))} sent: {case.last}"
    status = "sold" if ".sold" in text else None
    for vin in case.vins(position):
        if not until(lambda: (found := own(vin)) and (not status or found.get("status") == status)):
            return f"{vin} is {own(vin)}"
    return None


def quote(case):
    lines = [line for line in case.input().splitlines()[1:] if VIN.search(line)]
    if case.last.status == 400:
        return None if re.search(r"[Ll]ine \d", case.last.text) else f"no line: {case.last}"
    told = run(case, len(lines))
    return told if told and not re.search(r"line", told) else None


def long(case):
    said = json.loads(case.input())
    return None if until(lambda: own(case.vin()).get("stock") == said["stock"]) else f"own is {own(case.vin())}"


def moment(text):
    if re.fullmatch(r"\d{9,11}", text):
        return datetime.datetime.fromtimestamp(int(text), datetime.timezone.utc)
    shapes = ["%Y-%m-%dT%H:%M:%S%z", "%Y-%m-%d %H:%M:%S %z", "%a, %d %b %Y %H:%M:%S %Z", "%a, %d %b %Y %H:%M:%S %z", "%Y%m%dT%H%M%S%z", "%Y-%m-%d %H:%M:%S %Z"]
    for shape in shapes:
        try:
            found = datetime.datetime.strptime(text, shape)
            return found if found.tzinfo else found.replace(tzinfo=datetime.timezone.utc)
        except ValueError:
            continue
    return None


def times(case):
    said = json.loads(case.input())
    vin, at = case.vin(), moment(said["timestamp"])
    if not until(lambda: own(vin).get("price") == said["price"]):
        return f"own is {own(vin)}"
    told = lambda when, price: ask("POST", "events", json.dumps({"type": "vehicle.updated", "vin": vin, "timestamp": when.isoformat(), "price": price}),
                                   {"Content-Type": "application/json"})
    at = at or datetime.datetime.now(datetime.timezone.utc)
    told(at - datetime.timedelta(minutes=1), 11)
    time.sleep(2)
    if own(vin).get("price") != said["price"]:
        return "an older event undid it"
    told(at + datetime.timedelta(seconds=30), 33)
    return None if until(lambda: own(vin).get("price") == 33) else f"a newer event does not: {own(vin)}"


def charset(case):
    if "import" in case.sent:
        return run(case, len(case.vins()))
    if "GET" in case.sent:
        reply = case.replies[0]["replies"][0]
        words = re.findall(r'trim="([^"]+)"', base64.b64decode(reply["body"]).decode(re.search(r"charset=([\w-]+)", reply["type"]).group(1)))
        return None if words and all(word in case.last.text for word in words) else f"{words} is not in {case.last}"
    stock = re.search(r"VehicleStockString>([^<]+)<", case.input())
    stock = stock.group(1) if stock else case.input().splitlines()[1].split(",")[3] if "csv" in case.sent else None
    return None if until(lambda: own(case.vin()).get("stock") == stock) else f"{stock!r} is {own(case.vin())}"


def table(case):
    """A file in another shape: all is taken, or it says what the shape is."""
    if case.last.status == 400:
        return refused(case.last, ["separat", "column"], 400)
    if "events" not in case.sent:
        return run(case, len(case.vins()))
    missing = [vin for vin in case.vins() if not until(lambda: own(vin).get("stock"))]
    return f"not taken: {missing}" if missing else None


def no_vehicles(case):
    return None if case.last.status in (400, 415) else f"taken: {case.last}"


def spelled(case):
    """A VIN that is written otherwise."""
    if "import" in case.sent:
        return run(case, len(case.vins()))
    if "lookups" in case.sent:
        return None if all("vehicle" in one for one in case.last.json["results"]) else f"{case.last}"
    if "events" in case.sent:
        return None if until(lambda: own(case.vins()[0])) else f"own is {own(case.vins()[0])}"
    vin = VIN.search(re.sub(r"vehicles/I", "vehicles/ ", case.sent).replace("%C2%A0", " ")).group(0)
    return None if case.last.status == 200 and case.last.json["vin"] == vin else f"{case.last}"


def encoding(case):
    if case.last.status == 415:
        return None
    return run(case, len(case.vins())) if "import" in case.sent else accepted(case) or number(case)


def dealers(case):
    arrived = json.loads(case.input(2))
    said = arrived.get("data") or arrived["vehicle"]
    time.sleep(2)
    found = ask("GET", f"vehicles/{said['vin']}").json
    kept = found.get("own", {})
    fits = kept.get("price") == said["price"] and kept.get("stock") == said["stock"] and kept.get("status") not in ("removed", "sold")
    tracked = any(offer.get("stock", offer.get("own", {}).get("stock")) == said["stock"] and offer.get("tracked") for offer in found.get("offers", []))
    return None if fits and tracked else f"own is {kept}, offers {found.get('offers')}"


def other(case):
    return refused(case.last, ["upstream-malformed"], 502)


def build(case):
    second = VIN.findall(case.sent)[1]
    calls = [one for one in case.calls() if ["vin", second] in one["about"]]
    built = re.findall(r"\w+Build\b|\"Build\"", case.last.text)
    if case.last.status != 200 or not calls or built:
        return f"{len(calls)} calls, {built}: {case.last.text[:200]}"
    return None if re.search(r"Build", case.answers[0].text) else "the first says nothing of its build"


def fault(case):
    return None if case.last.status == 200 and case.last.json.get("styles") else f"{case.last}"


def complaint(case):
    asked, wanted = len(case.calls()), len(case.vins())
    health = next(one for one in ask("GET", "health").json["items"] if one["name"] == "chromedata")
    if asked > wanted / 2 or health["status"] == "UP":
        return f"{asked} calls for {wanted} VINs, health {health['status']}"
    return f"health says {health['state']}" if re.search(r"account|credential", str(health["state"]), re.I) else None


def not_carried(case):
    code = re.search(rb'status code="(\w+)">([^<]+)<', base64.b64decode(case.replies[0]["replies"][0]["body"]))
    words = [word.decode() for word in code.groups()]
    if told := refused(case.answers[0], words, 404):
        return told
    return None if len(case.answers) == 1 or case.last.status == 200 else f"the other VIN: {case.last}"


def hint(case):
    first, last = case.answers[0].json, case.last.json
    if len(case.answers) == 1:
        return None if last.get("styleId") and not last.get("unmatched") else f"styleId {last.get('styleId')}, unmatched {last.get('unmatched')}"
    told = [change["kind"] for change in changes(case.vin())]
    if not first.get("styleId") or last.get("styleId") or not last["ambiguous"] or "vehicle.style-chosen" in told:
        return f"first {first.get('styleId')}, then {last.get('styleId')}, feed {told}"
    return None if "?" not in case.sent.split("; then ")[1] or last.get("contradicting") or last.get("unmatched") else "says nothing of the contradiction"


def phantom(case):
    time.sleep(2)
    told = [(field["from"], field["to"]) for change in changes(case.vin()) for field in change["fields"] if field["name"] == "own.price"]
    return None if len(told) == 1 and told[0][0] is None else f"changes of own.price: {told}"


def pictures(case):
    """Each picture of the listing is copied and served from here, or is settled as a letter; and no address of it is in the log."""
    style = case.listed
    hrefs = re.findall(r'"@href": "([^"]+)"', base64.b64decode(case.replies[0]["replies"][0]["body"]).decode())

    def settled():
        items = ask("GET", f"styles/{style}/media").json.get("items", [])
        copied = [item["url"] for item in items if item["url"]]
        letters = [one for one in ask("GET", "dead-letters?limit=100").json["items"] if style in json.dumps(one)]
        return (copied, letters) if len(copied) + len(letters) >= len(hrefs) else None
    found = until(settled, 30)
    if not found:
        return f"neither copied nor given up: {ask('GET', f'styles/{style}/media')}"
    if case.name.startswith("picture-webp") or any(one["for"] == "picture" for one in case.replies):
        if found[1]:
            return f"not copied: {found[1]}"
    for url in found[0]:
        got = ask("GET", urllib.parse.urlsplit(url).path)
        if got.status != 200 or not got.headers["content-type"].startswith("image/"):
            return f"{url}: {got.status}"
    logged = pathlib.Path(log).read_text()
    return "an address is in the log" if any(href.rsplit("/", 2)[1] + "/" in logged for href in hrefs) else None


def cloudevent(case):
    return None if until(lambda: own(case.vins()[0] if case.vins() else inner(case)).get("price")) else "no price"


def inner(case):
    return json.loads(base64.b64decode(json.loads(case.input())["data_base64"]))["vin"]


def star(case):
    text = case.input()
    stock, price = (re.search(rf"<{name}[^>]*>\s*([^<\s]+)\s*<", text) for name in ("(?:VehicleStockString|StockNumberString)", "(?:ListPrice|ListPriceAmount)"))
    for vin in VIN.findall("".join(re.findall(r"VehicleID>[^<]+<", text))):
        if not until(lambda: (found := own(vin)) and (not stock or found.get("stock"))):
            return f"own is {own(vin)}"
        if price and not own(vin).get("price"):
            return f"no price {price.group(1)}: {own(vin)}"
    return None


def reason(case):
    if case.last.status == 202 and case.last.json.get("accepted"):
        return None
    return refused(case.last, ["status", "JSON text"], 400)


def get_listing(case):
    told = [one for one in scripted() if one["method"] == "GET" and one["type"]]
    listed = [one for one in scripted() if one["method"] == "GET"]
    return None if listed and not told else f"{len(told)} of {len(listed)} have a Content-Type: {told[:1]}"


def suggestion(case):
    told = (case.last.json or {}).get("suggestedVin")
    return None if case.last.status == 400 and told and VIN.fullmatch(told) else f"{case.last}"


def target(case):
    kind = case.last.headers.get("content-type", "")
    if case.last.status < 400:
        return None
    fits = kind.startswith("application/problem+json") and case.last.json.get("correlationId")
    return None if fits and case.last.status < 500 else f"{case.last.status} {kind}: {case.last}"


def plus(case):
    return None if case.last.status == 200 else refused(case.last, ["%2B"], 400)


def from_redis(case):
    return None if until(lambda: own(VIN.findall(case.input())[0]).get("price")) else f"own is {own(VIN.findall(case.input())[0])}"


def style_twice(case):
    told = case.last.json
    return None if not told["ambiguous"] and told.get("styleId") and len(told["styles"]) == 1 else f"{case.last}"


def unstorable(case):
    if case.last.status == 200:
        return None
    asked = len(case.calls())
    return refused(case.last, ["upstream-malformed"], 502) or (None if asked == 1 else f"{asked} calls")


def country(case):
    wanted = re.search(rb'country="(\w\w)"', base64.b64decode(case.replies[0]["replies"][0]["body"])).group(1).decode()
    told = [part.get("country") for part in (case.last.json, case.last.json.get("common", {}), case.last.json.get("source", {})) if isinstance(part, dict)]
    return None if wanted in told else f"country is {told}"


def contract(case):
    known = ask("GET", "openapi.json").json

    def schemas(schema):
        if "$ref" in schema:
            schema = known["components"]["schemas"][schema["$ref"].rsplit("/", 1)[1]]
        parts = [part for word in ("allOf", "oneOf", "anyOf") for one in schema.get(word, []) for part in schemas(one)]
        return [schema, *parts]

    def unknown(value, schema, path):
        every = schemas(schema)
        if isinstance(value, list):
            items = next((one["items"] for one in every if "items" in one), None)
            return [path + "[]"] if items is None and value else [told for one in value for told in unknown(one, items, path + "[]")]
        if not isinstance(value, dict) or any(one.get("additionalProperties") is True for one in every):
            return []
        others = next((one["additionalProperties"] for one in every if isinstance(one.get("additionalProperties"), dict)), None)
        found = []
        for name, inside in value.items():
            told = next((one["properties"][name] for one in every if name in one.get("properties", {})), others)
            found += [f"{path}.{name}"] if told is None else unknown(inside, told, f"{path}.{name}")
        return found

    if case.last.status != 200:
        return f"{case.last}"
    missing = sorted(set(unknown(case.last.json, {"$ref": "#/components/schemas/Vehicle"}, "")))
    return f"not in the contract: {' '.join(missing)}" if missing else None


# By the beginning of the name, the longest first; what has to be accepted besides is named with it.
KINDS = {
    "withdrawn": (withdrawn, True), "undescribed": (undescribed, False), "number": (number, True), "quote": (quote, False), "long": (long, True),
    "time": (times, True), "charset": (charset, True), "separator": (table, False), "header": (table, False), "no-vehicles": (no_vehicles, False),
    "space": (spelled, True), "case": (spelled, True), "encoding": (encoding, False), "dealers": (dealers, True), "other": (other, False),
    "build": (build, True), "fault": (fault, True), "complaint": (complaint, False), "not-carried": (not_carried, False), "hint": (hint, True),
    "phantom": (phantom, True), "picture": (pictures, True), "ce": (cloudevent, True), "star": (star, True), "reason": (reason, False),
    "get-listing": (get_listing, True), "vin-O": (suggestion, False), "vin-suggestion": (suggestion, False), "vin": (spelled, True), "target": (target, False),
    "plus": (plus, False), "redis": (from_redis, False), "style-told-twice": (style_twice, True), "year": (unstorable, False),
    "country": (country, True), "contract": (contract, True),
}


def judge(case):
    kind = next((kind for kind in sorted(KINDS, key=len, reverse=True) if case.name.startswith(kind)), None)
    if not kind:
        return "of no known kind"
    check, taken = KINDS[kind]
    try:
        case.send()
        return (accepted(case) if taken else None) or check(case)
    except (OSError, http.client.HTTPException, KeyError, TypeError, ValueError, StopIteration, AttributeError) as trouble:
        return f"{type(trouble).__name__}: {trouble}; {case.answers[-1] if case.answers else 'nothing sent'}"


reader = ask("POST", "keys", json.dumps({"name": "reader", "scope": "read"}), {"Content-Type": "application/json"}).json["key"]
cases = [Case(one) for one in sorted(pathlib.Path(folder).iterdir()) if (one / "expected.md").is_file()]
# What is answered to every call holds calls back for a while: such cases come last.
cases = [case for case in sorted(cases, key=lambda case: case.for_all) if case.version == version and re.search(only, case.path.name)]
bad = 0
for case in cases:
    wrong = judge(case)
    bad += bool(wrong)
    print(f"{'WRONG' if wrong else 'right'}  {case.path.name}{': ' + wrong if wrong else ''}", flush=True)
print(f"{len(cases) - bad} of {len(cases)} right with ADS {version}")
sys.exit(1 if bad else 0)
