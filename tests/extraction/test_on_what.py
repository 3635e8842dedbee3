"""On what: a title that names an act by its date alone is told with the states that its paper is on."""

from __future__ import annotations

import pytest

from tests.extraction.event_case import events_of

pytestmark = pytest.mark.usefixtures("whatever_is_open")

HEAD = "The Ambassador in Egypt (Byroade) to the Secretary of State\n\nCairo, March 20, 1955.\n\n"
DECIDED = "The Council’s resolution of January 28 was not obeyed."
ON = "Council’s resolution of January 28 (Byroade to the Secretary of State"

LANDS = ("Indonesia", "India", "Pakistan", "Netherlands", "Iran")

PAPERS = [
    # what the paper says beside it, end of the title, why
    ("Indonesia waits. Indonesia hopes. Indonesia asks.", f"{ON}, on Indonesia)", "the only state often named"),
    ("India waits. India asks. Pakistan waits. Pakistan asks. India and Pakistan met.", f"{ON}, on India and Pakistan)",
     "a resolution on two"),
    ("Netherlands waits. The Netherlands hopes. The Netherlands asks.", f"{ON}, on the Netherlands)", "its article"),
    ("Indonesia waits.", f"{ON})", "named once, it is not sure that the paper is on it"),
    ("Indonesia, India, Iran. Iran, India, Indonesia. India, Iran, Indonesia.", f"{ON})", "three are too many"),
]  # fmt: skip


@pytest.mark.parametrize(("around", "title", "why"), PAPERS)
def test_the_states_a_paper_is_on(around: str, title: str, why: str) -> None:
    text = f"{HEAD}{around} The matter rests. {DECIDED}"
    titles = [event.title for event in events_of(text, {"January 28": "1955-01-28"}, own="1955-03-20", lands=LANDS)]
    assert any(one.endswith(title) for one in titles), (why, titles)
