"""What holds for every event of every text: evidence, dates, ids, titles."""

from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.extraction.events.named.reference import named_events
from tests.extraction.events.event_case import events_of

DATES = {"May 25, 1948": "1948-05-25", "July 17": "1945-07-17", "1942": "1942", "yesterday": "1945-12-18"}
WORDS = """met him at Yalta|the treaty|your telegram 782,|London,|the Moscow Conference|Mr. Molotov|said that|attacked
|Tehran|\n\n|.|;|(|)|[Page 685]|will be held|at 8:30 p.m.|  1. |The Secretary handed him a letter|<script>|$x$|in|on|—
|Memorandum of Conversation"""
PHRASES = st.sampled_from([*DATES, *WORDS.split("|")])
TEXTS = st.lists(PHRASES, min_size=1, max_size=30).map(" ".join)


@settings(max_examples=120, deadline=None)
@given(TEXTS)
def test_every_event_keeps_its_promises(text: str) -> None:
    """Evidence inside the text, a date of the text or of the list, one line of title, the same ids twice."""
    events = events_of(text, DATES, own="1945-12-19", at="Moscow")
    for event in events:
        assert event.evidence
        assert all(0 <= span.start < span.end <= len(text) for span in event.evidence)
        assert "\n" not in event.title
        assert event.date is not None
        if event.reference:
            assert event.date == named_events()[event.reference].date
        else:
            assert event.date.edtf.removesuffix("/..") in {*DATES.values(), "1945-12-19"}
    again = events_of(text, DATES, own="1945-12-19", at="Moscow")
    assert [event.id for event in again] == [event.id for event in events]
    assert len({event.id for event in events}) == len(events)
