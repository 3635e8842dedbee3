"""Colours, type and shapes: the one table that timeline, map and excerpt draw from, in light and in dark.

The colours are distinct under normal, deutan, protan and tritan sight and stand 3.2:1 or more against paper and land.
Shape and colour both tell the kind family, so that either alone is enough.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

ThemeName = Literal["light", "dark"]

SANS = '"Source Sans", "Source Sans 3", "Source Sans Pro", sans-serif'
"""Interface, captions, axes: Streamlit ships the first name; the others are what font packages call it."""
SERIF = '"Source Serif", "Source Serif 4", "Source Serif Pro", serif'
"""The documents' own words, and titles."""

SIZE_TITLE = 22
SIZE_CAPTION = 12
"""The smallest type anywhere: captions and axes."""


@dataclass(frozen=True, slots=True)
class Family:
    """A family of event kinds: what it is called, and the shape that stands for it."""

    key: str
    """The value of the column `family`."""
    label: str
    """For legends."""
    letter: str
    """The shape as a character, for running text and tables."""
    path: str
    """The shape as an SVG path about (0, 0), y down, drawn so that all five look equally large when 1 is the radius
    of the circle; Vega takes it as a shape, a canvas or an SVG scaled by the wanted radius."""


FAMILIES: tuple[Family, ...] = (
    Family("meeting", "Meeting, visit", "●", "M-1,0A1,1,0,1,1,1,0A1,1,0,1,1,-1,0Z"),
    Family("agreement", "Agreement", "◆", "M0,-1.2L1.2,0L0,1.2L-1.2,0Z"),
    Family("war", "War, armistice", "■", "M-0.88,-0.88L0.88,-0.88L0.88,0.88L-0.88,0.88Z"),
    Family("message", "Message, statement", "▶", "M-0.8,-1.08L1.15,0L-0.8,1.08Z"),
    Family(
        "other",
        "Other",
        "✚",
        "M-0.4,-1.1L0.4,-1.1L0.4,-0.4L1.1,-0.4L1.1,0.4L0.4,0.4L0.4,1.1L-0.4,1.1L-0.4,0.4L-1.1,0.4L-1.1,-0.4L-0.4,-0.4Z",
    ),
)
"""In the order of legends."""

FAMILY_KEYS: tuple[str, ...] = tuple(family.key for family in FAMILIES)


@dataclass(frozen=True, slots=True)
class Theme:
    """The colours of one theme, as #RRGGBB."""

    name: ThemeName
    paper: str
    """The ground of everything; also the halo of lettering."""
    ink: str
    """Text, and the ring of what is selected."""
    secondary: str
    """Captions, axes, what stands back."""
    land: str
    sea: str
    coast: str
    """Coastlines; also the hairlines of charts."""
    date_tint: str
    """Behind a date in an excerpt."""
    place_tint: str
    """Behind a place in an excerpt."""
    meeting: str
    agreement: str
    war: str
    message: str
    other: str

    def family(self, key: str) -> str:
        """The colour of a kind family; of “other” for a family nobody knows."""
        return self.family_colours.get(key, self.other)

    @property
    def family_colours(self) -> dict[str, str]:
        """Colour by family, in the order of FAMILIES: the explicit domain and range of every colour scale."""
        return dict(zip(FAMILY_KEYS, (self.meeting, self.agreement, self.war, self.message, self.other), strict=True))


LIGHT = Theme(
    name="light",
    paper="#FBFAF6",
    ink="#1E2327",
    secondary="#5B6369",
    land="#F1EDE2",
    sea="#DDE6E9",
    coast="#93A5AD",
    date_tint="#FCE9B8",
    place_tint="#D6EAF3",
    meeting="#0C488D",
    agreement="#D0540A",
    war="#5E1F45",
    message="#7D7790",
    other="#2B9663",
)

DARK = Theme(
    name="dark",
    paper="#15191D",
    ink="#E9E6DF",
    secondary="#A3ABB1",
    land="#242A2F",
    sea="#1B2329",
    coast="#4A5963",
    date_tint="#4A3A12",
    place_tint="#15394C",
    meeting="#3B93D6",
    agreement="#F6C050",
    war="#C4667C",
    message="#B9C6DC",
    other="#63DDA2",
)


def theme_named(name: str) -> Theme:
    """The theme of that name; light for any other name, such as one pasted into the address bar."""
    return DARK if name == "dark" else LIGHT


def family_named(key: str) -> Family:
    """The family of that key; “other” where nobody knows it."""
    return next((family for family in FAMILIES if family.key == key), FAMILIES[-1])


def look(status: str, *, listed: bool) -> str:
    """How an event's mark is drawn in a list, as on the timeline: “planned”, “proposed” or “denied” where it did not
    happen, else “hollow” where the reference list gives the date or a part of it; empty for filled.
    """
    return status if status != "happened" else "hollow" if listed else ""
