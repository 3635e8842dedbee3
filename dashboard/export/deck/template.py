"""The file a deck begins from: our own theme, or the reader's template with its masters, fonts and colours."""

from __future__ import annotations

import re
import zipfile
from functools import lru_cache
from pathlib import Path
from typing import Any

import pptx
from pptx.exc import PackageNotFoundError
from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.util import Emu, Inches

from dashboard.errors import ExportError
from dashboard.export.look import Look
from dashboard.views.theme import FAMILY_KEYS, Theme

WIDE, NARROW, HIGH = Inches(13.333), Inches(10), Inches(7.5)
HEADINGS, BODY = "Georgia", "Calibri"
"""What every machine with an office program has, or has a twin of."""
MARGIN = 0.045
"""Of the width, at every side."""


def opened(look: Look) -> Any:
    """A presentation without slides; raises ExportError for a template that cannot be used."""
    return _from_template(look.template) if look.template else _our_own(look)


def _from_template(path: Path) -> Any:
    try:
        deck = pptx.Presentation(str(path))
        layouts = len(deck.slide_layouts)
    except (PackageNotFoundError, zipfile.BadZipFile, KeyError, ValueError, OSError, SyntaxError) as error:
        raise ExportError(
            f"{path} cannot be used as a template: it is no PowerPoint file of the kind .pptx. "
            "Open it in PowerPoint or LibreOffice, save it as .pptx, and give that file."
        ) from error
    if not layouts:
        raise ExportError(f"{path} cannot be used as a template: it has no slide layouts. Give another --template.")
    ids = deck.slides._sldIdLst  # python-pptx has no public way to take a slide away
    for each in list(ids):
        deck.part.drop_rel(each.rId)
        ids.remove(each)
    return deck


def _our_own(look: Look) -> Any:
    deck = pptx.Presentation()
    deck.slide_width, deck.slide_height = (NARROW if look.size.name == "slide-4x3" else WIDE), HIGH
    master = deck.slide_master
    part = master.part.part_related_by(RT.THEME)
    part._blob = _coloured(part.blob.decode("utf-8"), look.theme).encode("utf-8")
    _arrange(deck)
    return deck


def _coloured(xml: str, theme: Theme) -> str:
    """A theme with our colours and types in place of its own."""
    colours = {"dk1": theme.ink, "lt1": theme.paper, "dk2": theme.secondary, "lt2": theme.land}
    colours |= {f"accent{at}": theme.family(key) for at, key in enumerate(FAMILY_KEYS, 1)}
    colours |= {"accent6": theme.coast, "hlink": theme.meeting, "folHlink": theme.meeting}
    for name, colour in colours.items():
        inner = f'<a:{name}><a:srgbClr val="{colour[1:]}"/></a:{name}>'
        xml = re.sub(rf"<a:{name}>.*?</a:{name}>", inner, xml, count=1, flags=re.S)
    for kind, face in (("major", HEADINGS), ("minor", BODY)):
        xml = re.sub(rf'(<a:{kind}Font>\s*<a:latin typeface=")[^"]*', rf"\g<1>{face}", xml, count=1)
    return xml


def _arrange(deck: Any) -> None:
    """Set the titles of master and layouts where our slides have them, left, and let no line of them be too large."""
    width, height = deck.slide_width, deck.slide_height
    edge = int(width * MARGIN)
    for holder in (deck.slide_master, *deck.slide_layouts):
        for shape in holder.placeholders:
            kind = shape.placeholder_format.type
            if kind is not None and "TITLE" in kind.name and "SUB" not in kind.name:
                opening = kind.name == "CENTER_TITLE"
                top, high = (0.3, 0.24) if opening else (0.045, 0.15)
                shape.left, shape.top = Emu(edge), Emu(int(height * top))
                shape.width, shape.height = Emu(width - 2 * edge), Emu(int(height * high))
            elif kind is not None and kind.name == "SUBTITLE":
                shape.left, shape.top = Emu(edge), Emu(int(height * 0.56))
                shape.width, shape.height = Emu(width - 2 * edge), Emu(int(height * 0.25))


def title_layout(deck: Any) -> Any:
    """The layout to open with: one with a subtitle, else the first."""
    return next((each for each in deck.slide_layouts if "SUBTITLE" in _kinds(each)), deck.slide_layouts[0])


def body_layout(deck: Any) -> Any:
    """The layout of all other slides: one with a title and as little else as possible."""
    return _plainest(deck.part)


@lru_cache(maxsize=4)  # asked for every slide
def _plainest(part: Any) -> Any:
    layouts = list(part.presentation.slide_layouts)
    titled = [each for each in layouts if "TITLE" in _kinds(each)]
    return min(titled or layouts, key=lambda each: len(_kinds(each) - {"TITLE"}))


def _kinds(layout: Any) -> set[str]:
    """What a layout has to be filled in, footers aside."""
    names = {each.placeholder_format.type.name for each in layout.placeholders if each.placeholder_format.type}
    return names - {"DATE", "FOOTER", "SLIDE_NUMBER"}
