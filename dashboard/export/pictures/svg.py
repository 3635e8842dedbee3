"""Writing SVG as a tree: what comes from documents is always text or an attribute's value, never mark-up."""

from __future__ import annotations

import re
from typing import Any
from xml.etree.ElementTree import Element, SubElement, register_namespace, tostring

NAMESPACE = "http://www.w3.org/2000/svg"
register_namespace("", NAMESPACE)

SANS = '"Source Sans Pro", "Source Sans 3", "Source Sans", "Segoe UI", "Helvetica Neue", Arial, sans-serif'
"""The name of the fonts that come with the pictures first, then what other programs may have."""
SERIF = '"Source Serif Pro", "Source Serif 4", "Source Serif", Georgia, serif'

_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_UNSEEN = re.compile("[\u202a-\u202e\u2066-\u2069]")
"""Marks that turn the direction of what follows them, beyond the words they came with."""


def clean(text: str) -> str:
    """The text with what XML cannot hold as the sign for it, on one line."""
    return _UNSEEN.sub("", " ".join(_NOT_XML.sub("\ufffd", text).split()))


def node(parent: Element | None, name: str, text: str = "", **attributes: str | float) -> Element:
    """A new element, the last within its parent; underscores of attribute names become hyphens."""
    values = {key.rstrip("_").replace("_", "-"): _value(value) for key, value in attributes.items()}
    tag = f"{{{NAMESPACE}}}{name}"
    made = Element(tag, values) if parent is None else SubElement(parent, tag, values)
    if text:
        made.text = clean(text)
    return made


def _value(value: str | float) -> str:
    return clean(value) if isinstance(value, str) else f"{value:.2f}".rstrip("0").rstrip(".")


def words(
    parent: Element, text: str, x: float, y: float, size: float, fill: str, *, halo: str = "", **more: str | float
) -> Element:
    """Text whose first baseline is y, in sans unless `font_family` says else; `halo` is the colour around it."""
    look: dict[str, Any] = {"font_family": SANS, "font_size": size} | more
    if halo:
        ring: dict[str, Any] = {
            "stroke": halo,
            "stroke_width": size / 4,
            "stroke_linejoin": "round",
            "aria_hidden": "true",
        }
        node(parent, "text", text, x=x, y=y, fill=halo, **look, **ring)
    return node(parent, "text", text, x=x, y=y, fill=fill, **look)


def written(tree: Element) -> str:
    """The tree as text."""
    return tostring(tree, encoding="unicode")
