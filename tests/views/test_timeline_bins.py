"""The timeline of very many events: a click on a column means its days, or its event where it is the only one."""

from __future__ import annotations

from dashboard.queries.bins import Bin
from dashboard.views.timeline import timeline
from dashboard.views.timeline_bins import bin_timeline, plan_bins
from dashboard.views.timeline_paint import BINS, SUMMARY
from dashboard.views.timeline_pen import WINDOW
from tests.views.event_rows import event_rows

YEAR = -9131, -8766
"""The days of 1945, counted since 1970."""
WINDOW_SHOWN = ("1930-01-01", "1959-12-31")
COUNTED = (
    Bin("oil", "meeting", *YEAR, False, 3, "one of four"),
    Bin("oil", "war", *YEAR, False, 1, "another of four"),
    Bin("talks", "meeting", *YEAR, False, 1, "alone"),
    Bin("talks", "meeting", -10958, -7305, True, 2, "some time in the forties"),
)


def test_each_column_is_clicked_once_whatever_families_it_holds() -> None:
    plan = plan_bins({"oil": 4, "talks": 3}, {"oil": "Oil <b>", "talks": "Talks"}, lanes="topic", window=WINDOW_SHOWN)
    hits = bin_timeline(plan, COUNTED, turn=7).bins.to_pylist()
    said = {hit["title"]: (hit["id"], hit["when"]) for hit in hits if "1945" in hit["when"]}
    assert said == {
        "Oil <b>: 4 events": (f"{WINDOW}1945-01-01/1945-12-31", "1945: 3 meeting, visit, 1 war, armistice"),
        "Talks: 1 event": ("alone", "1945: 1 meeting, visit"),
    }
    (vague,) = (hit for hit in hits if "1945" not in hit["when"])
    assert vague["id"] == f"{WINDOW}1940-01-01/1949-12-31"
    assert {hit["turn"] for hit in hits} == {7}
    assert all(hit["x"] < hit["x2"] and hit["y"] < hit["y2"] for hit in hits)


def test_single_marks_share_the_specification_and_have_no_columns() -> None:
    plan = plan_bins({"oil": 4}, {"oil": "Oil"}, lanes="topic", window=WINDOW_SHOWN)
    counted, single = bin_timeline(plan, COUNTED[:2]), timeline(event_rows("1945"))
    assert counted.spec is single.spec
    assert single.bins.num_rows == 0 and single.bins.column_names == counted.bins.column_names
    assert [layer["data"]["name"] for layer in counted.spec["layer"] if "data" in layer] == [SUMMARY, BINS]
