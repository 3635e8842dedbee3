"""The document's own occasion, and the event a mention lights up."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.datespan import DateSpan
from dashboard.documents.plain_text import make_document
from dashboard.model import Event, Evidence, Span, Status
from dashboard.passages import Passages
from dashboard.store.links import Lights, own_occasion

TEXT = """Memorandum of Conversation

They met at Riga. They spoke of Baku, and the treaty was signed at Moscow in 1921. Kaunas was named.

It was agreed that oil would be sent from Baku.
"""
DOCUMENT = make_document("d", TEXT)
OWN = DateSpan("1945-12-19")


def event(name: str, words: str, date: DateSpan | None = OWN, *, status: Status = "happened") -> Event:
    start = TEXT.index(words)
    evidence = (Evidence("x", 0, 5), Evidence("d", start, start + len(words)))
    return Event(name, name, date, "meeting", "explicit", status, "author", evidence)


MET = event("met", "They met at Riga")
HEADED = event("headed", "Memorandum of Conversation")
TREATY = event("treaty", "the treaty was signed at Moscow in 1921", DateSpan("1921"))
OIL = event("oil", "oil would be sent", DateSpan("1946"))
PLANNED = event("planned", "It was agreed", status="planned")

OCCASIONS = [
    ("front matter comes first", [MET, HEADED], HEADED),
    ("else what is told first", [OIL, MET], MET),
    ("another day is no occasion", [TREATY, OIL], None),
    ("what was only planned is none", [PLANNED], None),
    ("nothing found", [], None),
]


@pytest.mark.parametrize(("reason", "events", "occasion"), OCCASIONS)
def test_own_occasion(reason: str, events: list[Event], occasion: Event | None) -> None:
    assert own_occasion(DOCUMENT, OWN, events) is occasion, reason


def test_no_occasion_without_a_date() -> None:
    assert own_occasion(DOCUMENT, None, [MET]) is None


LIT = [
    ("evidence around the name", "Moscow", TREATY, True),
    ("evidence in the same sentence", "Baku, and", TREATY, True),
    ("no evidence in the sentence", "Kaunas", HEADED, False),
    ("evidence of another paragraph does not count", "Riga", MET, True),
    ("evidence before the name", "Baku.", OIL, True),
]


@pytest.mark.parametrize(("reason", "words", "lit", "shares"), LIT)
def test_what_a_mention_lights_up(reason: str, words: str, lit: Event, shares: bool) -> None:
    start = TEXT.index(words)
    mention = Span(start, start + 4)
    lights = Lights("d", [MET, TREATY, OIL], HEADED)
    found = lights.event_for(mention, Passages(TEXT).sentence(mention.start, mention.end))
    assert found == (lit, shares), reason


def test_no_events_light_the_occasion() -> None:
    assert Lights("d", [], None).event_for(Span(0, 4), Span(0, 4)) == (None, False)


SPANS = st.tuples(st.integers(0, 30), st.integers(1, 12)).map(lambda pair: Span(pair[0], sum(pair)))


@given(st.lists(SPANS, max_size=12), SPANS, st.integers(0, 6), st.integers(0, 6))
def test_a_mention_lights_up_the_best_of_all(spans: list[Span], mention: Span, before: int, after: int) -> None:
    """What is looked for outwards from the mention is what a look at every piece of evidence finds."""
    told = [
        Event(f"{at:02}", "t", OWN, "other", "explicit", "happened", "author", (Evidence("d", *of(span)),))
        for at, span in enumerate(spans)
    ]
    passage = Span(max(0, mention.start - before), mention.end + after)

    def rank(event: Event) -> tuple[bool, int, int, int, int, str]:
        start, end = of(event.evidence[0])
        outside = not (start <= mention.start and mention.end <= end)
        return outside, abs(start - mention.start), end - start, start, end, event.id

    sharing = [event for event, span in zip(told, spans, strict=True) if span.overlaps(passage)]
    wanted = min(sharing, key=rank, default=None)
    assert Lights("d", told, None).event_for(mention, passage) == (wanted, bool(sharing))


def of(span: Span | Evidence) -> tuple[int, int]:
    return span.start, span.end
