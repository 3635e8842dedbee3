"""Hanging: which phrase of a clause its date belongs to."""

from __future__ import annotations

import pytest

from dashboard.extraction.events.paper.frame import Frame
from dashboard.extraction.events.paper.heading import Heading
from dashboard.extraction.events.titles.hanging import OfItsDate
from dashboard.model import Document, Mention, Span
from tests.extraction.events.event_case import locate

PHRASES = [
    # clause, date, phrase, whether the date is the phrase's, why
    ("He asked that the trade agreement signed December 15, 1933, be kept.", "December 15, 1933", "trade agreement",
     True, "“signed” leads to the date"),
    ("He spoke of the letter from Mr. Currie of June 8, 1943, and left.", "June 8, 1943", "letter from Mr. Currie",
     True, "“of” does"),
    ("He spoke of a telegram from Macmillan to Sir Roger Makins dated May 4.", "May 4", "telegram from Macmillan",
     True, "with to whom it went between"),
    ("He noted that the May 4 talks with Riad failed.", "May 4", "talks with Riad", True, "the date before the noun"),
    ("He noted that at the May 4 meeting with Riad nothing came.", "May 4", "May 4 meeting with Riad", True, "in it"),
    ("Shah insisted on May 4 that Ala urged denunciation of Article Six.", "May 4", "denunciation of Article Six",
     False, "what somebody urged"),
    ("Eden said on May 4 that he opposed postponement of the Chaco report.", "May 4",
     "postponement of the Chaco report", False, "what somebody opposed"),
    ("The agreement with Saudi Arabia expires on May 4.", "May 4", "agreement with Saudi Arabia", False,
     "the date of its end"),
    ("We attach importance to the execution of Dracula with a target date of May 4.", "May 4", "execution of Dracula",
     False, "a verb in the present"),
    ("Tripartite meeting at Geneva, May 4", "May 4", "Tripartite meeting at Geneva", True, "no verb: all is one noun"),
    ("Reference is to the termination of his office, May 4.", "May 4", "termination of his office", True,
     "what a note refers to"),
]  # fmt: skip


@pytest.mark.parametrize(("clause", "date", "phrase", "own", "why"), PHRASES)
def test_phrase_of_its_date(clause: str, date: str, phrase: str, own: bool, why: str) -> None:
    start = clause.index(date)
    frame = Frame(Document("case", clause), (), (), (), None, None, locate, Heading())
    of_its_date = OfItsDate(frame, Span(0, len(clause)), [Mention("date", start, start + len(date), date)])
    assert of_its_date.has(phrase) is own, why
