"""Edits for bench/edits: makes them while requests go on, and says how each kind fared.

edits.py URL FOLDER ROUNDS RATE
"""

import collections
import datetime
import json
import os
import sys
import threading
import time
import urllib.error
import urllib.request

url, folder, rounds, rate = sys.argv[1], sys.argv[2], int(sys.argv[3]), int(sys.argv[4])
KEY = {"X-API-Key": "secret-of-this-run"}
VIN = "1HGCY2F67PAA12345"


def call(method, path, body=None, kind="application/json"):
    request = urllib.request.Request(url + path, body.encode() if body is not None else None,
                                     {**KEY, "Content-Type": kind}, method=method)
    try:
        with urllib.request.urlopen(request, timeout=30) as answer:
            return answer.status, answer.read().decode()
    except urllib.error.HTTPError as refused:
        return refused.code, refused.read().decode()


def schedule(name, cron="0/2 * * * * ?", note="Ticks"):
    return ("- route:\n    id: %s\n    group: schedules\n    description: %s\n    from:\n      uri: quartz:schedules/%s\n"
            "      parameters:\n        cron: \"%s\"\n        trigger.timeZone: UTC\n      steps:\n"
            "        - to: direct:refresh.poll-version\n") % (name, note, name, cron)


def lay(name, text):
    with open(os.path.join(folder, name), "w") as file:
        file.write(text)


def until(holds, seconds=5):
    end = time.time() + seconds
    while time.time() < end:
        if holds():
            return True
        time.sleep(0.05)
    return False


def troubled(name):
    return any(entry["outcome"] == "refused" for entry in json.loads(call("GET", "/routes/%s/revisions" % name)[1])["items"][:1])


def text_of(name):
    status, body = call("GET", "/routes/" + name)
    return json.loads(body)["text"] if status == 200 else None


failed, sent, over = [], [0], threading.Event()


def requests(number, many):
    due = time.time()
    while not over.is_set():
        due += many / rate
        time.sleep(max(0, due - time.time()))
        sent[0] += 1
        if sent[0] % 4 == 0:
            status, body = call("POST", "/events", '{"type":"vehicle.updated","vin":"%s","n":"%d-%d"}' % (VIN, number, sent[0]))
        else:
            status, body = call("GET", "/vehicles/" + VIN)
        if status >= 300:
            failed.append("%d %s" % (status, body))


times, wrong = collections.defaultdict(list), []


def kind(name, done):
    began = time.time()
    if not done():
        wrong.append(name)
    times[name].append(time.time() - began)


def refused(text):
    before = text_of("ticking.camel.yaml")
    status, body = call("PUT", "/routes/ticking.camel.yaml", text, "application/yaml")
    return status == 422 and json.loads(body)["detail"] and text_of("ticking.camel.yaml") == before


call("GET", "/vehicles/" + VIN)
call("PUT", "/routes/ticking.camel.yaml", schedule("ticking"), "application/yaml")


def ticking():
    return [one for one in json.loads(call("GET", "/schedules")[1])["items"] if one["name"] == "ticking"][0]["lastFire"]


until(ticking, 10)
start = datetime.datetime.fromisoformat(ticking().replace("Z", "+00:00"))
print("ticking from %d" % start.timestamp())
print("ticking had 1")
began = time.time()
threads = [threading.Thread(target=requests, args=(number, 8)) for number in range(8)]
for thread in threads:
    thread.start()
flat = text_of("format-flat.camel.yaml")
for number in range(rounds):
    kind("good", lambda: call("PUT", "/routes/ticking.camel.yaml", schedule("ticking", note="Ticks %d" % number), "application/yaml")[0] == 200)
    kind("good format", lambda: call("PUT", "/routes/format-flat.camel.yaml", flat.replace("One flat object", "Flat object %d" % number), "application/yaml")[0] == 200)
    kind("syntax error", lambda: refused("- route: ["))
    kind("unknown component", lambda: refused(schedule("ticking").replace("direct:refresh", "nonsense:refresh")))
    kind("unknown option", lambda: refused(schedule("ticking").replace("cron", "crn")))
    kind("duplicate id", lambda: refused(schedule("poll-data-version")))
    kind("missing step", lambda: refused(schedule("ticking").replace("poll-version", "none")))
    kind("bad cron", lambda: refused(schedule("ticking", cron="now and then")))
    kind("forbidden scheme", lambda: refused(schedule("ticking").replace("direct:refresh.poll-version", "exec:ls")))
    lay("laid.camel.yaml", schedule("laid", "0 0 0 1 1 ?", "Laid %d" % number))
    kind("file laid", lambda: until(lambda: text_of("laid.camel.yaml") is not None))
    whole = schedule("laid", "0 1 0 1 1 ?", "Laid again %d" % number)
    lay("laid.camel.yaml", whole[:len(whole) // 2])
    time.sleep(0.3)
    lay("laid.camel.yaml", whole)
    kind("half-written file", lambda: until(lambda: text_of("laid.camel.yaml") == whole) and not troubled("laid.camel.yaml"))
    lay("laid.camel.yaml", "- route: [ # %d" % number)
    kind("bad file", lambda: until(lambda: troubled("laid.camel.yaml")) and text_of("laid.camel.yaml") == whole)
    os.remove(os.path.join(folder, "laid.camel.yaml"))
    kind("file deleted", lambda: until(lambda: text_of("laid.camel.yaml") is None))
over.set()
for thread in threads:
    thread.join()
print("%d requests, %.0f in a second, %d failed" % (sent[0], sent[0] / (time.time() - began), len(failed)))
for name, taken in times.items():
    print("%-18s %d times, %.2f s each, %.2f at most, wrong: %d" % (name, len(taken), sum(taken) / len(taken), max(taken), wrong.count(name)))
for one in failed[:5]:
    print("failed: " + one)
sys.exit(1 if failed or wrong else 0)
