"""About: the noun phrase that a clause is about, with whose it is, and who tells it."""

from __future__ import annotations

import pytest

from dashboard.datespan import DateSpan
from dashboard.extraction.events.paper.frame import Frame
from dashboard.extraction.events.paper.heading import Heading
from dashboard.extraction.events.titles.about import about
from dashboard.model import Document, Mention, Span
from tests.extraction.events.event_case import locate

DAY = "December 1, 1862"
PHRASES = [
    # the clause, what is told of it, why
    (f"Reference is to Lincoln’s {DAY}, message to Congress on the State of the Union",
     "Lincoln’s message to Congress on the State of the Union", "whose it is stands before its date"),
    (f"Reference is to the {DAY}, message to Congress on the State of the Union",
     "Message to Congress on the State of the Union", "nobody’s"),
]  # fmt: skip


@pytest.mark.parametrize(("clause", "told", "why"), PHRASES)
def test_a_phrase_with_its_owner(clause: str, told: str, why: str) -> None:
    day = Mention("date", clause.index(DAY), clause.index(DAY) + len(DAY), DAY, DateSpan("1862-12-01"))
    frame = Frame(Document("case", clause), (day,), (), (), None, None, locate, Heading())
    assert about(frame, Span(0, len(clause)), clause, (day,), ("note to a speech",)) == f"{told} (note to a speech)", (
        why
    )
