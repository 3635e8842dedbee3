"""Resolutions: what a body decided on a day, named by both; each with a reason."""

import pytest

from dashboard.datespan import Basis, DateBasis, DateSpan
from dashboard.extraction.events.paper.frame import Frame
from dashboard.extraction.events.paper.heading import Heading
from dashboard.extraction.events.resolutions import find_resolutions
from dashboard.model import Document, Mention
from tests.extraction.events.event_case import events_of, locate

HEAD = "The Consul General at Batavia (Livengood) to the Secretary of State\n\nBatavia, April 4, 1949.\n\n287. "
DATES = {"April 4, 1949": "1949-04-04", "January 28": "1949-01-28", "28 January": "1949-01-28", "Jan 28": "1949-01-28"}

NAMED = [
    # the words, how the title begins, why
    ("They withdraw as anticipated SC resolution January 28.", "Security Council resolution of", "as cables have it"),
    ("That is against the Security Council’s resolution of 28 January.", "Security Council resolution of", "in full"),
    ("Dept supports Jan 28 SC Res.", "Security Council resolution of", "the day first"),
    ("Defiance of SC January 28 directive is plain.", "Security Council directive of", "the day between"),
    ("The aims of the resolution adopted by the SC on January 28 stand.", "Security Council resolution of", "by whom"),
    (
        "The Security Council sat. Security Council met. The Council’s resolution of January 28 stands.",
        "Security Council resolution of",
        "a body that the paper names in full",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("words", "begins", "why"), NAMED)
def test_a_resolution_named_by_its_day(words: str, begins: str, why: str) -> None:
    """It is an event of that day, in whatever clause it is named."""
    found = [
        one for one in events_of(HEAD + words, DATES, own="1949-04-04") if one.date and one.date.edtf != "1949-04-04"
    ]
    assert [(one.kind, one.date and one.date.edtf) for one in found] == [("political", "1949-01-28")], why
    assert found[0].title.startswith(f"{begins} January 28, 1949"), why


NOT_NAMED = [
    ("Netherlands supports draft SC resolution January 28.", "a draft has not been adopted"),
    ("The Council’s resolution of January 28 stands.", "of many councils nobody says which"),
    ("The Security Council met on January 28.", "nothing that was decided"),
]


@pytest.mark.parametrize(("words", "why"), NOT_NAMED)
def test_no_resolution(words: str, why: str) -> None:
    """A draft, a body without its name or a mere meeting is no resolution."""
    found = events_of(HEAD + words, DATES, own="1949-04-04")
    assert not [event for event in found if "resolution of January 28, 1949" in event.title], why


def test_a_resolution_told_twice_is_one() -> None:
    """One body and day are one resolution, however it is written."""
    words = "SC resolution January 28 stands. Cochran supports the Security Council’s resolution of 28 January."
    found = [one for one in events_of(HEAD + words, DATES, own="1949-04-04") if "resolution" in one.title]
    assert [len(event.evidence) for event in found] == [2]


def test_a_resolution_without_its_body_is_that_of_its_day() -> None:
    """“The January 28 resolution” is the one of that day whose body the paper names."""
    words = "They quote the January 28 resolution. Terms of SC resolution 28 January stand."
    found = [one for one in events_of(HEAD + words, DATES, own="1949-04-04") if "resolution" in one.title]
    assert [len(event.evidence) for event in found] == [2]


def test_a_resolution_lies_behind() -> None:
    """Where the year is only worked out, it is one in which the resolution had been adopted."""
    basis = DateBasis(Basis.COMPLETED, Basis.STATED, Basis.STATED)
    text = "Terms of SC Res Jan 28 stand."
    mention = Mention("date", 16, 22, "Jan 28", DateSpan("1950-01-28", "Jan 28", basis))
    frame = Frame(Document("case", text), (mention,), (), (), DateSpan("1949-06-27"), None, locate, Heading())
    (told,) = find_resolutions(frame, set())
    assert told.date is not None
    assert told.date.edtf == "1949-01-28"


def test_a_resolution_concerns_what_its_paper_is_on() -> None:
    """The states that the paper is on, not who writes it."""
    words = "India and Pakistan talk. India asks Pakistan. Terms of SC resolution January 28 stand."
    (event,) = (one for one in events_of(HEAD + words, DATES, own="1949-04-04") if one.kind == "political")
    assert set(event.countries) == {"IN", "PK"}
