"""Breaking off: where a sentence that fits no line may be cut, and what is left of it."""

from __future__ import annotations

import pytest

from dashboard.extraction.events.lines.breaking_off import broken_off, is_cut_whole
from dashboard.extraction.events.lines.shortening import loses_sense

CUTS = [
    # text, head, whole, why
    ("the Committee made extensive changes in the list of states", "the Committee made extensive changes", False,
     "changes in what?"),
    ("Carter joined other members last week in efforts for Namibia", "Carter joined other members last week", False,
     "joined them in what?"),
    ("a statement was issued four hours before the attack", "a statement was issued four hours", False,
     "four hours before what?"),
    ("Winant informed Eden of our views with respect to meat", "Winant informed Eden of our views", False,
     "views on what?"),
    ("Arms control is headed for dormancy in the 1980s unless it is tied", "Arms control is headed for dormancy", False,
     "true only on that condition"),
    ("Fawzi would send his final reply within a day", "Fawzi would send his final reply", True, "a reply is sent"),
    ("payments will be reduced to $27 million rather than to $25 million", "payments will be reduced to $27 million",
     True, "the clause stands by itself"),
    ("Fawzi met Allen in Cairo, which is the capital", "Fawzi met Allen in Cairo", True, "before a relative clause"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "head", "whole", "why"), CUTS)
def test_where_a_line_may_be_cut(text: str, head: str, whole: bool, why: str) -> None:
    assert is_cut_whole(text, head) is whole, why
    assert whole or loses_sense(text, head)


BROKEN = [
    # text, room, what is left, why
    ("Beel announced the resignation of the Government of Batavia, which nobody in the country had expected", 80,
     ["Beel announced the resignation of the Government of Batavia …"], "a clause ends there"),
    ("Beel announced to the Queen of the Netherlands what the Government decided, because nobody had expected it", 80,
     [], "a verb ends it, as if more were to come"),
    ("Beel announced the resignation of the Government", 80, ["Beel announced the resignation of the Government"],
     "it fits"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "room", "left", "why"), BROKEN)
def test_what_is_left_of_a_sentence(text: str, room: int, left: list[str], why: str) -> None:
    assert list(broken_off(text, room, torn=False)) == left, why
