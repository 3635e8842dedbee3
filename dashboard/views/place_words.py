"""Places in words: what a place was called and is called, and how it is known."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dashboard.model import Place
from dashboard.placewords import called


def then_and_now(place: Place) -> str:
    """“Tallin, today Tallinn”; a state under its name then, with the document's word for it where that differs."""
    written, name = place.as_written, called(place)
    if name != place.name or not written:
        return name
    words, today = set(written.casefold().split()), set(name.casefold().split())
    if words <= today or today <= {word.strip(",") for word in words}:
        return written
    return f"{name} (“{written}”)" if place.kind == "country" else f"{written}, today {name}"


def place_basis(places: Sequence[Place]) -> str:
    """How the places of an event are known: “Named in the clause.” “From the reference list of events.”"""
    return basis_in_words([place.basis for place in places if place.basis])


def basis_in_words(bases: Sequence[str]) -> str:
    """Each basis once, as a sentence."""
    known = dict.fromkeys(bases)
    said = [each if each.startswith(("named", "set")) else f"from the {each.removeprefix('the ')}" for each in known]
    return " ".join(f"{each[:1].upper()}{each[1:].rstrip('.')}." for each in said)


def source_in_words(source: str) -> str:
    """The citation of a place for a reader: “our table of capitals and posts; GeoNames 587084, CC BY 4.0”.

    A row of one of our tables is cited by its file, so that it can be found; a reader wants to know whose it is.
    """
    return _TABLE.sub(lambda table: f"Our table of {table[1].replace('_', ' ')}", source)


_TABLE = re.compile(r"^data/gazetteer/(\w+)\.csv(?:, [^;]*)?")


def degrees(lat: float, lon: float) -> str:
    """Coordinates as a reader writes them: “38.08° N, 46.29° E”."""
    return f"{abs(lat):.2f}° {'N' if lat >= 0 else 'S'}, {abs(lon):.2f}° {'E' if lon >= 0 else 'W'}"
