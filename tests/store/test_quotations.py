"""The words kept beside the events are those of the texts, with what stands around them."""

from dashboard.model import Event
from dashboard.store.atlas import Atlas
from dashboard.store.codec import decode
from dashboard.store.quotations import AROUND


def test_each_event_keeps_the_words_of_its_evidence_in_order(gold_atlas: Atlas) -> None:
    texts = dict(gold_atlas.rows("SELECT id, text FROM documents"))
    rows = gold_atlas.rows("SELECT value, words FROM events JOIN quotations ON event = number")
    assert len(rows) == gold_atlas.rows("SELECT count(*) FROM events")[0][0]
    for value, words in rows:
        spans = decode(Event, value).evidence
        assert words == [texts[each.document_id][max(0, each.start - AROUND) : each.end + AROUND] for each in spans]


def test_some_stand_at_the_edge_of_a_text_and_some_events_are_told_twice(gold_atlas: Atlas) -> None:
    events = [decode(Event, value) for (value,) in gold_atlas.rows("SELECT value FROM events")]
    assert any(span.start < AROUND for event in events for span in event.evidence)
    assert any(len(event.evidence) > 1 for event in events)
