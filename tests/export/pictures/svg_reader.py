"""Reading a picture: every piece of type with the box it fills, whatever groups it stands in."""

import re
from dataclasses import dataclass
from xml.etree import ElementTree

from dashboard.views.lettering import text_width

SVG = "{http://www.w3.org/2000/svg}"
_STEP = re.compile(r"(\w+)\(([^)]*)\)")


@dataclass(frozen=True)
class Type:
    """A line of type as drawn, in units of the frame."""

    text: str
    left: float
    top: float
    right: float
    bottom: float
    size: float
    kind: str

    def meets(self, other: "Type", slack: float = 1.0) -> bool:
        """Whether the two lie over one another by more than a hair."""
        across = self.left + slack < other.right and other.left + slack < self.right
        return across and self.top + slack < other.bottom and other.top + slack < self.bottom


def types_of(svg: str) -> list[Type]:
    """Every text element but the halos under them."""
    return list(_walk(ElementTree.fromstring(svg), 0.0, 0.0))


def _walk(element, x, y):
    dx, dy = _shift(element)
    x, y = x + dx, y + dy
    if element.tag == f"{SVG}text" and element.get("aria-hidden") != "true" and "".join(element.itertext()):
        yield _type(element, x, y)
    for child in element:
        yield from _walk(child, x, y)


def _shift(element) -> tuple[float, float]:
    steps = dict(_STEP.findall(element.get("transform", "")))
    numbers = [float(each) for each in re.split(r"[ ,]+", steps.get("translate", "0 0").strip())]
    return numbers[0], numbers[1] if len(numbers) > 1 else 0.0


def _type(element, x, y) -> Type:
    size = float(re.sub("px", "", element.get("font-size")))
    bold = element.get("font-weight") in ("600", "700", "bold")
    spacing = float(element.get("letter-spacing", 0))
    text = "".join(element.itertext())
    width = text_width(text, size, bold=bold, spacing=spacing)
    left = x + float(element.get("x", 0))
    left -= {"middle": width / 2, "end": width}.get(element.get("text-anchor", ""), 0.0)
    base = y + float(element.get("y", 0))
    kind = element.get("class", "")
    return Type(text, left, base - 0.72 * size, left + width, base + 0.2 * size, size, kind)
