"""Fuzz: seeded texts made of pieces of dates and of stray characters, the same on every machine."""

from __future__ import annotations

import random
import time
from collections.abc import Iterator

from dashboard.datespan import DateSpan
from dashboard.extraction.dateline import document_date, document_place_names
from dashboard.extraction.dates import find_dates
from dashboard.model import Document

PIECES = [
    "January", "Feb.", "March", "May", "JUNE", "Monday", "the", "of", "to", "and", "or", "until", "between",
    "early", "mid-", "end", "first", "second", "week", "half", "year", "month", "days", "ago", "later", "next",
    "last", "this", "that", "same", "following", "5th", "3d", "instant", "ult.", "1945", "19435", "’44", "31",
    "30th", "0", "99", "BC", "A.D.", "1960s", "century", "FY", "Easter", "spring", "fall", "-", "–", "—", "/", ",",
    ".", "(", ")", "[", "]", "\n", "\n\n", "[Page 33]", "yesterday", "to-day", "8 p.m.", "No.", "about", "two",
    "131430Z", "Nov", "3/1–15/77", "6/8/55", "1945-12-19", "19.12.1945", "in", "on", "740.00119 Council/12–2645",
    "Washington", "\xa0", "😀", "February 30", "(O.S.)", "Monday week", "few", "Old Style", "the following",
    "every", "’30s", "fiscal year ending",
]  # fmt: skip
OWN = (None, *map(DateSpan, ("1945-12-19", "1945", "1944/1946", "1942/..", "../1850", "-0489", "194X")))


def texts(count: int, *, seed: int) -> Iterator[tuple[str, DateSpan | None]]:
    """So many texts with the date of their document; the same for the same seed."""
    chance = random.Random(seed)
    for number in range(count):
        length = chance.choice((5, 40, 400)) if number % 50 else 4000
        words = [chance.choice(PIECES) if chance.random() < 0.9 else _stray(chance) for _ in range(length)]
        yield chance.choice((" ", " ", "", "\n")).join(words), chance.choice(OWN)


def _stray(chance: random.Random) -> str:
    """A few characters of any script."""
    return "".join(chr(chance.choice((chance.randrange(32, 127), chance.randrange(160, 0xD7FF)))) for _ in range(4))


def keeps_its_promises(text: str, own: DateSpan | None) -> float:
    """Seconds of reading a text; raises AssertionError where a mention is out of place, order or time."""
    document = Document("any", text, title=text[:60])
    begin = time.process_time()
    found = find_dates(document, own_date=own)
    seconds = time.process_time() - begin
    end = 0
    for mention in found:
        assert mention.start >= end, f"mentions overlap at {mention.start}"
        assert text[mention.start : mention.end] == mention.text != "", f"offsets are off at {mention.start}"
        end = mention.end
        assert isinstance(mention.value, DateSpan)
        first, last = mention.value.earliest, mention.value.latest
        assert first is None or last is None or first <= last, mention.value.edtf
    assert find_dates(document, own_date=own) == found, "a second run reads otherwise"
    document_date(document)
    document_place_names(document)
    return seconds
