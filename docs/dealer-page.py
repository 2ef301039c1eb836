#!/usr/bin/env python3
"""A dealer's site as static pages, with one request for the list and one for each vehicle: dealer-page.py ADDRESS KEY FOLDER [FILTERS]

python3 docs/dealer-page.py https://vehicles.example.com "$KEY" site 'dealer=D7&status=available'
Who opens the pages needs no key: pictures have addresses that let in for as long as vinbridge.media.signed-for says. Run it again before that ends.
"""
import json
import pathlib
import re
import sys
import urllib.request
from html import escape

STYLE = """body{font:1rem system-ui;margin:auto;max-width:70rem;padding:1rem}dl{display:grid;grid-template-columns:auto 1fr;gap:.3rem 1rem}dd{margin:0}
ul{display:grid;grid-template-columns:repeat(auto-fill,minmax(16rem,1fr));gap:1rem;list-style:none;padding:0}img{width:100%;height:auto}"""
address, key, folder = sys.argv[1].rstrip("/"), sys.argv[2], pathlib.Path(sys.argv[3])


def get(path, accept):
    with urllib.request.urlopen(urllib.request.Request(f"{address}/api/v1/{path}", headers={"X-API-Key": key, "Accept": accept})) as answer:
        return answer.read().decode()


def html(form, *values):
    return form.format(*(escape(str(value)) for value in values))


def picture(one, width, sizes, alt):
    """In two widths for the browser to choose from, and with the shape that it has, so that nothing moves when it comes."""
    if not one or not one["url"]:
        return "<p>The picture follows</p>"
    sized = (url := re.sub(r"width=\d+&?", "", one["url"]).rstrip("?")) + ("&" if "?" in url else "?") + "width="
    return html('<img src="{0}{1}" srcset="{0}320 320w, {0}{1} {1}w" sizes="{2}" alt="{3}" width="640" height="480">', sized, width, sizes, alt)


def write(name, title, body, head=""):
    head = f'<meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>{escape(title)}</title><style>{STYLE}</style>{head}'
    (folder / name).write_text(f'<!DOCTYPE html><html lang="en">{head}<h1>{escape(title)}</h1>{body}</html>', encoding="utf-8")


def vehicle(card, title, price):
    linked = get(f"vehicles/{card['vin']}", "application/ld+json").replace("<", "\\u003c")
    facts = {"Price": price, "Style": card["styleName"], "Body": card["bodyText"], "Drive": card["drivetrainText"], "Fuel": card["fuelText"],
             "Transmission": (card["transmission"] or {}).get("text"), "Engine": (card["engine"] or {}).get("text"), "VIN": card["vin"]}
    shots = "".join(f"<li>{picture(one, 640, '22rem', title)}</li>" for one in card["pictures"]["thumbnails"])
    rows = "".join(html("<dt>{}</dt><dd>{}</dd>", name, fact) for name, fact in facts.items() if fact)
    write(f"{card['vin']}.html", title, f"<ul>{shots}</ul><dl>{rows}</dl>", f'<script type="application/ld+json">{linked}</script>')


folder.mkdir(parents=True, exist_ok=True)
items = []
for card in map(json.loads, get(f"vehicles?addresses=public&sort=price&{''.join(sys.argv[4:5])}", "application/x-ndjson").splitlines()):
    title = " ".join(str(card[name]) for name in ("year", "make", "model", "trim") if card[name]) or card["vin"]
    own = card["own"] or {}
    cost = own.get("price") or card["price"]["msrp"]
    currency = (own.get("price") and own.get("currency")) or card["price"]["currency"] or ""
    price = f"{cost:,.0f} {currency}" if isinstance(cost, (int, float)) else cost or ""
    vehicle(card, title, price)
    items.append(html('<li><a href="{}.html">', card["vin"]) + picture(card["pictures"]["hero"], 640, "16rem", title) + html("{}</a> {}</li>", title, price))
write("index.html", f"{len(items)} vehicles", f"<ul>{''.join(items)}</ul>")
