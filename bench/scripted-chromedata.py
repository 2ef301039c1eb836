"""ChromeData as a script has it: answers that are given beforehand, else the sandbox's: scripted-chromedata.py PORT SANDBOX

PUT /scripted takes a JSON list of answers, each with what it is for (vin, pattern, style, all, gallery or picture), the name of that, and one
or several replies (status, type, body in Base64) that come one after the other, the last of them again and again; GET /scripted tells what was asked.
"""
import base64
import gzip
import json
import re
import struct
import sys
import threading
import urllib.error
import urllib.parse
import urllib.request
import zlib
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

port, sandbox = int(sys.argv[1]), sys.argv[2]
lock, scripted, asked = threading.Lock(), {}, []


def picture(width=640, height=480):
    """A PNG in one colour."""
    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    lines = (b"\0" + b"\x90\x30\x20" * width) * height
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(lines)) + chunk(b"IEND", b"")


PICTURE = picture()


class Wire(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, *_):
        pass

    def reply(self, status, kind, body):
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def handle_any(self):
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        path = urllib.parse.unquote(urllib.parse.urlsplit(self.path).path)
        if path == "/scripted":
            return self.control(body)
        subjects = list(self.subjects(path, gzip.decompress(body) if self.headers.get("Content-Encoding") == "gzip" else body))
        with lock:
            asked.append({"method": self.command, "path": path, "about": [list(one) for one in subjects], "type": self.headers.get("Content-Type")})
            replies = next((scripted[one] for one in subjects if one in scripted), None)
            found = replies and (replies.pop(0) if len(replies) > 1 else replies[0])
        if found:
            return self.reply(found["status"], found["type"], base64.b64decode(found["body"]))
        if re.search(r"/media/tok", path):
            return self.reply(200, "image/png", PICTURE)
        return self.forward(body)

    def subjects(self, path, body):
        if self.command == "POST":
            vin = re.search(rb"<(?:\w+:)?vin>([^<]+)<", body)
            style = re.search(rb"<(?:\w+:)?styleId>(\d+)<", body)
            if vin:
                vin = vin.group(1).decode()
                yield "vin", vin
                yield "pattern", vin[:8] + vin[9:11]
            if style:
                yield "style", style.group(1).decode()
            if vin or style:
                yield "all", ""
        elif listing := re.search(r"/style/(\d+)(?:\.json)?$", path):
            yield "gallery", listing.group(1)
        else:
            yield "picture", path.rsplit("/", 1)[-1]

    def control(self, body):
        with lock:
            if self.command == "PUT":
                scripted.clear()
                asked.clear()
                scripted.update({(one["for"], one["name"]): one["replies"] for one in json.loads(body)})
            told = json.dumps(asked).encode()
        self.reply(200, "application/json", told)

    def forward(self, body):
        kept = {name: value for name, value in self.headers.items() if name.lower() not in ("host", "connection", "content-length")}
        ask = urllib.request.Request(sandbox + self.path, body if self.command == "POST" else None, kept, method=self.command)
        try:
            answer = urllib.request.urlopen(ask)
        except urllib.error.HTTPError as refused:
            answer = refused
        told = answer.read()
        self.send_response(answer.status)
        for name, value in answer.headers.items():
            if name.lower() not in ("connection", "transfer-encoding", "content-length", "date"):
                self.send_header(name, value)
        self.send_header("Content-Length", str(len(told)))
        self.end_headers()
        self.wfile.write(told)

    do_GET = do_POST = do_PUT = handle_any


ThreadingHTTPServer.daemon_threads = True
ThreadingHTTPServer(("127.0.0.1", port), Wire).serve_forever()
