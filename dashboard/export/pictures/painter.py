"""vl-convert: charts to SVG, and SVG to PNG and PDF, on this machine, with the fonts that come with the packages."""

from __future__ import annotations

import importlib.util
import itertools
import json
import re
from functools import cache
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element, fromstring

from dashboard.export.pictures.svg import NAMESPACE, SANS, node

FONT_PACKAGES = ("font_source_sans_pro", "font_source_serif_pro")
"""A file for each weight: the variable fonts of newer packages come out in their thinnest weight."""

_numbers = itertools.count(1)
_REFERENCE = re.compile(r"url\(#([^)]+)\)")
_UNWANTED = ("cursor", "aria-roledescription", "role", "class")
"""Attributes that speak of a chart to be clicked."""


@cache
def _converter() -> Any:
    """vl-convert with our fonts; loaded at the first picture."""
    import vl_convert

    for name in FONT_PACKAGES:
        spec = importlib.util.find_spec(name)
        if spec is not None and spec.origin is not None:
            vl_convert.register_font_directory(str(Path(spec.origin).parent / "files"))
    return vl_convert


def chart_as_group(spec: dict[str, Any]) -> Element:
    """A Vega-Lite chart as a group of SVG, its ground left out, its ids its own."""
    drawn = fromstring(_converter().vegalite_to_svg(json.dumps(spec), allowed_base_urls=[]))
    prefix = f"p{next(_numbers)}-"
    group = node(None, "g")
    for child in drawn:
        if child.tag != f"{{{NAMESPACE}}}rect":
            group.append(child)
    for each in group.iter():
        for name, value in each.attrib.items():
            each.attrib[name] = _REFERENCE.sub(rf"url(#{prefix}\1)", value)
        if "id" in each.attrib:
            each.attrib["id"] = prefix + each.attrib["id"]
        if "font-family" in each.attrib:
            each.attrib["font-family"] = SANS
        for name in _UNWANTED:
            each.attrib.pop(name, None)
    return group


def as_png(svg: str, scale: float) -> bytes:
    """The picture in pixels."""
    return bytes(_converter().svg_to_png(svg, scale=scale))


def as_pdf(svg: str) -> bytes:
    """The picture as one page, a unit of its width a point; type stays type."""
    return bytes(_converter().svg_to_pdf(svg))
