"""Where the title of the selection stands when its own lane has little room for it."""

from __future__ import annotations

import pytest

from dashboard.views.timeline import timeline
from tests.views.event_rows import event_rows
from tests.views.test_timeline import boxes, texts


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ("1900-01-01", "1939-12-31", "Ambassador Francis P.…"),
        ("1916-01-01", "1929-01-01", "Ambassa…"),  # a few letters say more than none
        ("1916-01-01", "1924-01-01", None),  # the ring and the panel say which it is
    ],
)
def test_the_label_of_one_of_several_stands_in_its_own_lane(before: str, after: str, said: str | None) -> None:
    """Though the lane below is empty: there it would tell of a meeting."""
    dates = ("1900-01-01", before, "1920-01-01", "1920-01-02", "1920-01-03", after, "1939-12-31", "1930-01-01")
    topics = [["peace-treaties"]] * 7 + [["summits-conferences"]]
    rows = event_rows(*dates, topics=topics, title="Ambassador Francis P. Whitlock to the Under Secretary of State")
    figure = timeline(rows, selected="event00003", width=600, height=68, true_scale=True)
    (several,) = (box for box in boxes(figure) if box.title == "3 events")
    chosen = [text for text in texts(figure) if text.id == "event00003" and text.bold]
    assert [text.text for text in chosen] == ([said] if said else [])
    assert all(text.y == (several.y + several.y2) / 2 for text in chosen)
