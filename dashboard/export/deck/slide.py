"""One slide: a title of the layout, and under it boxes, pictures and charts in the order in which they are read."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from pptx.enum.dml import MSO_THEME_COLOR
from pptx.enum.text import MSO_ANCHOR, MSO_AUTO_SIZE, PP_ALIGN
from pptx.oxml.ns import qn
from pptx.util import Emu, Pt

from dashboard.export.deck.template import MARGIN, body_layout
from dashboard.export.pictures.svg import clean
from dashboard.export.pictures.wrapping import wrapped

GEORGIA, CALIBRI = 1.18, 1.12
"""How much wider than our sans the faces of slides run, or what stands in for them: the measure of what fits."""
WIDEST = 1.36
"""The same of the widest face that may stand in for them: the measure of what the next block has to clear."""
EMU_POINT = 12_700
EMU_PIXEL = 9_525


@dataclass(frozen=True, slots=True)
class Words:
    """A stretch of a paragraph."""

    text: str
    bold: bool = False
    marked: str = ""
    """A colour behind it, as #RRGGBB; empty for none."""
    link: str = ""
    """An address of the web; anything else is left out."""


@dataclass(frozen=True, slots=True)
class Area:
    """A rectangle of a slide, in EMU."""

    left: int
    top: int
    width: int
    height: int

    @property
    def points(self) -> tuple[float, float]:
        """Width and height in points."""
        return self.width / EMU_POINT, self.height / EMU_POINT

    @property
    def pixels(self) -> tuple[float, float]:
        """Width and height in pixels, 96 to the inch."""
        return self.width / EMU_PIXEL, self.height / EMU_PIXEL

    def below(self, height: int) -> Area:
        """What is left of it under a height."""
        taken = min(height, self.height)
        return Area(self.left, self.top + taken, self.width, self.height - taken)

    def part(self, left: float, top: float, right: float, bottom: float) -> Area:
        """A part of it, its edges as shares of its width and height."""
        return Area(
            self.left + int(self.width * left),
            self.top + int(self.height * top),
            int(self.width * (right - left)),
            int(self.height * (bottom - top)),
        )


class Slide:
    """A slide being filled from top to bottom."""

    def __init__(self, deck: Any, title: str) -> None:
        self.slide = deck.slides.add_slide(body_layout(deck))
        width, height = deck.slide_width, deck.slide_height
        edge = int(width * MARGIN)
        top = int(height * 0.2)
        holder = self.slide.shapes.title
        if holder is None:
            holder = self.slide.shapes.add_textbox(Emu(edge), Emu(edge // 2), Emu(width - 2 * edge), Emu(top - edge))
        else:
            top = max(top, holder.top + holder.height) if holder.top + holder.height < height // 2 else top
        for other in list(self.slide.placeholders):
            if other.shape_id != holder.shape_id:
                other._element.getparent().remove(other._element)
        self.area = Area(edge, top, width - 2 * edge, height - top - edge // 2)
        _title(holder, title)

    def write(
        self,
        area: Area,
        paragraphs: Sequence[Sequence[Words]],
        size: float,
        *,
        serif: bool = False,
        quiet: bool = False,
        low: bool = False,
        name: str = "",
    ) -> None:
        """Text in an area: quiet in the second colour, low at its foot."""
        box = self.slide.shapes.add_textbox(Emu(area.left), Emu(area.top), Emu(area.width), Emu(area.height))
        box.name = name or box.name
        frame = _plain(box.text_frame, MSO_ANCHOR.BOTTOM if low else MSO_ANCHOR.TOP)
        for at, runs in enumerate(paragraphs):
            paragraph = frame.paragraphs[0] if at == 0 else frame.add_paragraph()
            paragraph.space_after = Pt(size / 3)
            paragraph.line_spacing = 1.08
            for words in runs:
                _run(paragraph, words, size, serif=serif, quiet=quiet)

    def picture(self, area: Area, png: bytes, alt: str, name: str) -> None:
        """A picture, whole, in the middle of an area."""
        shape = self.slide.shapes.add_picture(io.BytesIO(png), Emu(area.left), Emu(area.top), width=Emu(area.width))
        if shape.height > area.height:
            shape.width, shape.height = Emu(shape.width * area.height // shape.height), Emu(area.height)
        shape.left = Emu(area.left + (area.width - shape.width) // 2)
        describe(shape, alt, name)

    def note(self, lines: Sequence[str]) -> None:
        """What the speaker sees."""
        self.slide.notes_slide.notes_text_frame.text = "\n".join(clean(line) for line in lines if line)


def describe(shape: Any, alt: str, name: str) -> None:
    """The name of a shape, and what those who cannot see it are told."""
    shape.name = name
    shape._element.xpath(".//p:cNvPr")[0].set("descr", clean(alt))


def height_of(paragraphs: Sequence[Sequence[Words]], area: Area, size: float) -> int:
    """EMU that paragraphs of a size take at most, in lines as wide as an area."""
    lines = 0
    for runs in paragraphs:
        text, bold = "".join(run.text for run in runs), any(run.bold for run in runs)
        lines += len(wrapped(clean(text), area.points[0] - 4, size, 100, bold=bold, spread=WIDEST))
    return int((lines * size * 1.3 + len(paragraphs) * size / 3) * EMU_POINT)


def fitting(text: str, area: Area, most: float, least: float, *, spread: float = CALIBRI) -> float:
    """The largest size, in points, in which a text fits an area; `least` where none does."""
    width, height = area.points
    size = most
    while size > least:
        lines = wrapped(clean(text), width - 4, size, 100, spread=spread)
        if len(lines) * size * 1.3 <= height:
            return size
        size -= 1
    return least


def _title(holder: Any, text: str) -> None:
    area = Area(0, 0, holder.width, holder.height)
    size = fitting(text, area, 32, 20, spread=GEORGIA)
    frame = _plain(holder.text_frame, MSO_ANCHOR.MIDDLE)
    kept = wrapped(clean(text), area.points[0] - 8, size, max(1, int(area.points[1] / size / 1.2)), spread=GEORGIA)
    run = frame.paragraphs[0].add_run()
    run.text = " ".join(kept)
    run.font.size = Pt(size)
    frame.paragraphs[0].alignment = PP_ALIGN.LEFT


def _plain(frame: Any, anchor: Any) -> Any:
    frame.word_wrap = True
    frame.auto_size = MSO_AUTO_SIZE.NONE
    frame.vertical_anchor = anchor
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
    return frame


def _run(paragraph: Any, words: Words, size: float, *, serif: bool, quiet: bool) -> None:
    run = paragraph.add_run()
    run.text = clean(words.text) if words.text.strip() else " "
    if words.text[:1].isspace():
        run.text = f" {run.text}"
    if words.text[-1:].isspace() and words.text.strip():
        run.text = f"{run.text} "
    font = run.font
    font.size, font.bold = Pt(size), words.bold or None
    if quiet:
        font.color.theme_color = MSO_THEME_COLOR.TEXT_2
    if words.marked:
        _highlight(run, words.marked)
    if serif:
        font.name = "+mj-lt"  # the heading face of whatever theme
    if words.link.startswith(("https://", "http://")):
        run.hyperlink.address = clean(words.link).replace(" ", "%20")


def _highlight(run: Any, colour: str) -> None:
    """A colour behind the words, which python-pptx has no name for (ECMA-376, 21.1.2.3.4)."""
    run.font.color.theme_color = MSO_THEME_COLOR.TEXT_1  # the highlight comes after the fill
    properties = run._r.get_or_add_rPr()
    mark = properties.makeelement(qn("a:highlight"), {})
    mark.append(mark.makeelement(qn("a:srgbClr"), {"val": colour[1:]}))
    properties.find(qn("a:solidFill")).addnext(mark)
