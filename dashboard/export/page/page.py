"""The page as one file: data, style and script within it, and a policy that lets nothing else in."""

from __future__ import annotations

import base64
import gzip
import hashlib
import json
import re
from functools import cache
from html import escape
from pathlib import Path
from typing import Any

from dashboard.export.cells import clean
from dashboard.export.page.content import content_of
from dashboard.export.page.type import faces
from dashboard.export.pictures.picture import title_of
from dashboard.export.selection import Selection
from dashboard.static_files import BROWSER as MAP
from dashboard.views.theme import DARK, FAMILY_KEYS, LIGHT, Theme
from dashboard.views.timeline_bins import MOST_MARKS

BROWSER = Path(__file__).parent / "browser"
SCRIPTS = (
    "dom.js", "data.js", "timeline.js", "columns.js", "map.js", "passage.js", "panel.js", "list.js", "chips.js",
    "slides.js", "main.js",
)  # fmt: skip
"""In the order in which they are read."""
SHARED = (MAP / "labels.js",)
"""What the dashboard's own map does alike, read before them."""
_SLOT = re.compile(r"\[\[([a-z]+)\]\]")
COLOURS = ("paper", "ink", "secondary", "land", "sea", "coast", "date_tint", "place_tint", *FAMILY_KEYS)


def write_page(selection: Selection, opens_with: str) -> bytes:
    """The HTML of a selection, which opens with its `slides` or to `explore`.

    What comes from documents is JSON in an element that no browser runs; the script writes it as text. The policy
    (Content Security Policy 3) admits our own style and script by their hashes, and no address at all.
    """
    style, script = _style(), _script()
    policy = (
        f"default-src 'none'; script-src '{_hash(script)}'; style-src '{_hash(style)}'; "
        "font-src data:; base-uri 'none'; form-action 'none'"
    )
    shell = (BROWSER / "page.html").read_text("utf-8")
    parts = {
        "policy": policy,
        "title": escape(clean(title_of(selection))),
        "description": escape(clean(selection.statement)),
        "theme": "dark" if selection.look.ground == "dark" else "",
        "style": style,
        "data": _held(content_of(selection, opens_with)),
        "script": script,
    }
    return _SLOT.sub(lambda slot: parts[slot[1]], shell).encode("utf-8")


def _held(data: dict[str, Any]) -> str:
    """What the page holds, as it can be read; of very many events packed, to a fifth of it (RFC 1952, 4648)."""
    if len(data["events"]) <= MOST_MARKS:
        return inert(data)
    whole = json.dumps(data, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
    packed = gzip.compress(clean(whole).encode("utf-8"), compresslevel=6, mtime=0)
    return inert(base64.b64encode(packed).decode("ascii"))


def inert(data: object) -> str:
    """JSON that ends no element and opens none, wherever in HTML it stands (HTML, 4.12.1.3)."""
    text = json.dumps(data, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
    for letter in "<>&\u2028\u2029":  # five times quicker than str.translate
        text = text.replace(letter, f"\\u{ord(letter):04x}")
    return clean(text)


def _hash(text: str) -> str:
    digest = hashlib.sha256(text.encode("utf-8")).digest()
    return f"sha256-{base64.b64encode(digest).decode('ascii')}"


@cache
def _script() -> str:
    """All files as one function, so that their names are nobody else's."""
    files = "\n".join(path.read_text("utf-8") for path in (*SHARED, *(BROWSER / name for name in SCRIPTS)))
    return f"(async () => {{\n'use strict';\n{files}}})();\n"


@cache
def _style() -> str:
    dark = _variables(DARK)
    colours = (
        f":root{{color-scheme:light;{_variables(LIGHT)}}}\n"
        f"@media screen and (prefers-color-scheme:dark){{:root:not([data-theme=light]){{color-scheme:dark;{dark}}}}}\n"
        f"@media screen{{:root[data-theme=dark]{{color-scheme:dark;{dark}}}}}\n"
    )
    files = "\n".join((BROWSER / name).read_text("utf-8") for name in ("page.css", "print.css"))
    return f"{faces()}{colours}{files}"


def _variables(theme: Theme) -> str:
    return "".join(f"--{name.replace('_', '-')}:{getattr(theme, name)};" for name in COLOURS)
