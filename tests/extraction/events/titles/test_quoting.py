"""Quotations as titles: the document’s own words, whole, with who wrote them before them."""

from __future__ import annotations

import pytest

from dashboard.extraction.events.lines.shortening import LONGEST
from dashboard.extraction.events.lines.standing import is_quotable
from dashboard.extraction.events.titles.quoting import is_telegraphic
from tests.extraction.events.event_case import events_of

pytestmark = pytest.mark.usefixtures("whatever_is_open")

LETTER = "The Ambassador in Egypt (Byroade) to the Secretary of State (Dulles)\n\n"
DAY = {"March 7": "1955-03-07"}

QUOTED = [
    # words, title, why
    ("Mr. Fawzi met him on March 7.", "Byroade to Dulles: “Mr. Fawzi met him on March 7”", "“him” is not known"),
    ("(a) Mr. Fawzi met him on March 7.", "Byroade to Dulles: “Mr. Fawzi met him on March 7”", "no mark of a list"),
    ("It was written: “Mr. Fawzi met him at the Council on March 7.”",
     "“Mr. Fawzi met him at the Council on March 7” (passed on by Byroade to Dulles)",
     "another’s words are not the writer’s"),
]  # fmt: skip


def test_what_begins_with_that_is_quoted_whole() -> None:
    """“That’s” is no link."""
    titles = [event.title for event in events_of(f"{LETTER}That’s why we met him in Cairo on March 7.", DAY)]
    assert not any(": “s why" in title or ": s why" in title for title in titles), titles


def test_the_telegram_that_is_answered_is_no_quotation() -> None:
    titles = [event.title for event in events_of(f"{LETTER}Your cables of March 7, TF–122 and of May 1, TF–120.", DAY)]
    assert not any("Your cables" in title for title in titles), titles


REPORTED = [
    ("He then said that the base at Gaza would be given up on March 7.",
     "“the base at Gaza would be given up on March 7” (reported by Byroade to Dulles)",
     "who said it is not known: who reports it is"),
    ("We shall meet the Council on March 7; Mr. Fawzi will not.",
     "Byroade: we shall meet the Council", "“we” is the writer’s: no report"),
]  # fmt: skip


@pytest.mark.parametrize(("words", "title", "why"), REPORTED)
def test_reported(words: str, title: str, why: str) -> None:
    """What somebody said whom the sentence does not name."""
    assert title in [event.title for event in events_of(LETTER + words, DAY, own="1955-03-20")], why


def test_editors_words_stand_without_marks_with_what_they_are_a_note_to() -> None:
    """A note that no title of its own can be made of is told, and what it announces with it."""
    text = f"{LETTER}I wait.1\n\n1. On March 7, Byroade informed the Department: “The Council met.”"
    titles = [event.title for event in events_of(text, DAY, own="1955-03-20", notes_from="1. On", mark="wait.1")]
    assert any(title.startswith("On March 7, Byroade informed the Department: ‘The Council met") for title in titles)


@pytest.mark.parametrize(("words", "title", "why"), QUOTED)
def test_quoted(words: str, title: str, why: str) -> None:
    """A sentence of a letter by Byroade that points to somebody unknown."""
    assert title in [event.title for event in events_of(LETTER + words, DAY, own="1955-03-20")], why


def test_a_long_sentence_is_broken_off_visibly() -> None:
    """A sentence with nothing whole to cut says by “…” that it goes on; no title is longer than a line."""
    words = f"He met him on March 7 about the canal and {'the old and the new bases and ' * 12}the town."
    titles = [event.title for event in events_of(LETTER + words, DAY, own="1955-03-20")]
    assert all(len(title) <= LONGEST for title in titles)
    assert all(title.endswith("…”") for title in titles if "“He met" in title)


@pytest.mark.parametrize(
    ("words", "cable"),
    [
        ("The Ambassador told the Council that the base would be given up", False),
        ("If present procedure followed there seems little prospect implementation agreement by end year", True),
        ("He came to Cairo", False),
    ],
)
def test_telegraphic(words: str, cable: bool) -> None:
    """Many words without an article are a cable’s."""
    assert is_telegraphic(words) is cable


@pytest.mark.parametrize(
    ("words", "closed", "known", "quotable"),
    [
        ("only you can decide whether the talks begin", True, True, True),
        ("only you can decide whether the talks begin", True, False, False),
        ("he can decide whether the talks begin", True, True, False),
        ("he can decide whether the talks begin", False, True, True),
        ("the talks between the Council and", False, True, False),
    ],
)
def test_quotable(words: str, closed: bool, known: bool, quotable: bool) -> None:
    """“You” is known where it is known who writes to whom; “he” never is; what breaks off is not quoted."""
    assert is_quotable(words, closed=closed, known=known) is quotable


MEMORANDUM = "Memorandum of a Conversation, American Embassy, Cairo, March 7, 1955\n\n"
OWN_ACTS = [
    # what somebody says whom nobody names, the title, why
    ("On March 7 I met again with Dr. Fawzi at the Foreign Ministry at his request.",
     "Meeting with Dr. Fawzi at the Foreign Ministry", "with whom and where; not when, and at whose wish"),
    ("On March 7 I called on Dr. Fawzi and asked him about Gaza.", "Call on Dr. Fawzi", "what he did next is no call"),
    ("We left for Gaza on March 7.", "Departure for Gaza", "a journey"),
]  # fmt: skip


@pytest.mark.parametrize(("words", "title", "why"), OWN_ACTS)
def test_own_acts(words: str, title: str, why: str) -> None:
    """“I” of whom nobody knows who it is gives way to a noun."""
    titles = [event.title for event in events_of(MEMORANDUM + words, DAY, own="1955-03-20")]
    assert any(one.startswith(title) for one in titles), (why, titles)


def test_an_act_that_failed_is_no_act() -> None:
    """Who called and found nobody did not meet him."""
    words = "On March 7 I called on Dr. Fawzi but he was absent."
    titles = [event.title for event in events_of(MEMORANDUM + words, DAY, own="1955-03-20")]
    assert not any(title.startswith("Call on") for title in titles), titles
