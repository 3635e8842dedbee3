"""Reading takes time by the length of a text, whatever it is made of: no text can hold the program up."""

from __future__ import annotations

from cProfile import Profile

import pytest

from dashboard.datespan import DateSpan
from dashboard.documents.plain_text import make_document
from dashboard.gazetteer import Gazetteers
from dashboard.model import Document
from dashboard.pipeline import annotate, work
from dashboard.pipeline.marks import finding_key, reading_mark
from dashboard.store.sheet import unpack
from tests.growth import times_as_long

REPEATED = {
    "dates": "On the 3d instant, on October 24, 1945, and from June 8/9, 1955 until last November; ",
    "bare dates": "October 24, 1945 ",
    "places": "From Moscow to Tehran, Baku, Tabriz, Tallin, Riga, White Russia and the Persian Gulf, ",
    "people": "Mr. Molotov told Ambassador Harriman and Secretary Byrnes that General Connolly ",
    "named events": "after Yalta and Potsdam the treaty of 1942 and the Moscow Conference and ",
    "citations": "your telegram 782, May 25, my despatch No. 329 of the 5th instant, Embtel 538, ",
    "notes": "the President.58\n  1. See ante, p. 476.\n",
    "pages": "word [Page 685] word ",
    "numbers": "1282 740.00119 12–2645 1 2 3/1–15/77 ",
    "marks": "((((“““----...,,,;;;",
    "capitals": "THE GOVERNMENT OF THE UNITED STATES ",
    "spaces": " \n \t ",
    "letters": "a",
}
RETOLD = {
    "a sentence": "Mr. Molotov met Ambassador Harriman in Moscow on May 5, 1945. ",
    "a sentence without end": "On May 5, 1945, Mr. Molotov met Ambassador Harriman in Moscow and ",
    "clauses without a title": "Mr. Molotov, who, on May 5, 1945, met Mr. Eden, who ",
    "named events without end": REPEATED["named events"],
    "paragraphs": "They met at Potsdam on August 2, 1945.\n\n",
    "datelines": "Moscow, May 3, 1945.\n\nMemorandum of Conversation\n\n",
    "notes": REPEATED["notes"],
}
"""Events told again and again: what each is asked must not grow with how many there are."""


def text_of(words: str, size: int) -> Document:
    """A document of this many characters, the words again and again."""
    return make_document("long", (words * (size // len(words) + 1))[:size], date=DateSpan("1945-12-19"))


@pytest.mark.parametrize("what", REPEATED)
def test_time_grows_with_the_length(what: str, gazetteers: Gazetteers) -> None:
    """Four times the text takes about four times as long; sixteen would be the square of it. What patterns do within
    a step is not counted by steps.
    """
    documents = {size: text_of(REPEATED[what], size) for size in (10_000, 40_000)}
    assert times_as_long(lambda size: annotate(documents[size], gazetteers), 10_000, 40_000, below=8) < 8


def steps(words: str, size: int) -> tuple[int, int]:
    """The calls made while a text of this many characters is read, and the characters by which it is then searched."""
    key, line = finding_key(text_of(words, size))
    profile = Profile()
    (finding,) = profile.runcall(work.do, [work.Task(key, line, "long")], reading_mark())
    assert not finding.problem
    return sum(each.callcount for each in profile.getstats()), sum(map(len, unpack(finding.sheet).words.values()))


@pytest.mark.parametrize("what", RETOLD)
def test_steps_grow_with_the_length(what: str) -> None:
    """From reading to what is kept: counted, so that no other work on the machine can hide the square."""
    steps(RETOLD[what], 2_000)
    short, long = (steps(RETOLD[what], size) for size in (10_000, 40_000))
    assert long[0] < 5 * short[0], f"{what}: {short[0]} calls for 10,000 characters, {long[0]} for 40,000"
    assert long[1] < 5 * short[1] + 10_000, f"{what}: searched by {short[1]} characters, then by {long[1]}"
