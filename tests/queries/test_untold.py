"""Dated sentences that are no events: counted among the documents shown, listed with where they stand."""

from __future__ import annotations

from pathlib import Path

import pytest

from dashboard.datespan import DateSpan
from dashboard.model import Annotations, Document, Event, Evidence, Span
from dashboard.queries import EVERYTHING, Atlas, Filters, count_untold, untold_in
from dashboard.store.findings import Findings
from dashboard.store.save import save

TEXT = "On May 1 they met. On May 2 he <b>stated\n that</b> this was so. On May 3 it was the same."
SECOND = "On June 4 it was so. On June 5 they signed."
ALONE = "On July 6 it was over."


def spans(text: str, *beginnings: str) -> tuple[Span, ...]:
    return tuple(Span(at, text.index(".", at) + 1) for at in map(text.index, beginnings))


def event(document: str, kind: str, day: str) -> Event:
    evidence = (Evidence(document, 0, 10),)
    return Event(f"e{document}", "Told", DateSpan(day), kind, "explicit", "happened", "author", evidence)  # type: ignore[arg-type]


@pytest.fixture
def atlas(tmp_path: Path) -> Atlas:
    found = [
        Annotations(Document("one", TEXT), None, None, untold=spans(TEXT, "On May 2", "On May 3")),
        Annotations(Document("two", SECOND), None, None, untold=spans(SECOND, "On June 4")),
        Annotations(Document("alone", ALONE), None, None, untold=spans(ALONE, "On July 6")),
    ]
    save(tmp_path, Findings(found, [event("one", "meeting", "1946-05-01"), event("two", "agreement", "1946-06-05")]))
    return Atlas(tmp_path)


def test_all_are_counted_also_of_documents_without_events(atlas: Atlas) -> None:
    assert count_untold(atlas, EVERYTHING) == (4, "one")


@pytest.mark.parametrize(
    ("filters", "count"),
    [
        (Filters(kinds=("meeting",)), (2, "one")),
        (Filters(kinds=("agreement",)), (1, "two")),
        (Filters(date_from="1946-05-01", date_to="1946-06-30"), (3, "one")),
        (Filters(people=("nobody",)), (0, "")),
    ],
)
def test_filters_leave_those_of_the_documents_that_tell_what_passes(
    atlas: Atlas, filters: Filters, count: tuple[int, str]
) -> None:
    assert count_untold(atlas, filters) == count


def test_each_stands_on_one_line_with_its_offset(atlas: Atlas) -> None:
    found = untold_in(atlas, "one")
    assert [each.words for each in found] == [
        "On May 2 he <b>stated that</b> this was so.",
        "On May 3 it was the same.",
    ]
    assert [TEXT[each.start :][:8] for each in found] == ["On May 2", "On May 3"]
    assert untold_in(atlas, "nowhere") == ()
