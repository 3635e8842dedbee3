"""Names that could not be located: counted once however they are written, each with its passages."""

from __future__ import annotations

from pathlib import Path

import pytest

from dashboard.datespan import DateSpan
from dashboard.model import Annotations, Document, Event, Evidence, Mention, Place
from dashboard.queries import EVERYTHING, Atlas, Filters, count_unlocated, unlocated_names
from dashboard.store.findings import Findings
from dashboard.store.save import save

TEXT = "They fired near Serkin. The men at SERKIN rested. Dishon was quiet, Tabriz was not."
HOSTILE = "At <b>X</b> nothing. Near Serkin too."


def mentions(text: str, *names: str) -> tuple[Mention, ...]:
    return tuple(Mention("place", text.index(name), text.index(name) + len(name), name) for name in names)


@pytest.fixture
def atlas(tmp_path: Path) -> Atlas:
    tabriz = Mention(
        "place", TEXT.index("Tabriz"), TEXT.index("Tabriz") + 6, "Tabriz", Place("g:1", "Tabriz", 38, 46, "other")
    )
    found = [
        Annotations(
            Document("one", TEXT),
            DateSpan("1946"),
            None,
            places=(*mentions(TEXT, "Serkin", "SERKIN", "Dishon"), tabriz),
        ),
        Annotations(Document("two", HOSTILE), None, None, places=mentions(HOSTILE, "Serkin")),
    ]
    event = Event(
        "e", "Fire", DateSpan("1946"), "military", "explicit", "happened", "author", (Evidence("two", 0, 20),)
    )
    save(tmp_path, Findings(found, [event]))
    return Atlas(tmp_path)


def test_names_are_listed_with_their_passages_the_commonest_first(atlas: Atlas) -> None:
    found = unlocated_names(atlas)
    assert [(each.name, each.times, each.year) for each in found.names] == [("Serkin", 3, 1946), ("Dishon", 1, 1946)]
    assert found.count == 2
    first, _, other = found.names[0].passages
    assert (first.document_id, TEXT[first.start : first.end], first.sentence) == (
        "one",
        "Serkin",
        "They fired near Serkin.",
    )
    assert (other.document_id, other.sentence) == ("two", "Near Serkin too.")


def test_only_those_of_the_documents_shown(atlas: Atlas) -> None:
    found = unlocated_names(atlas, Filters(date_from="1946-01-01"))
    assert [(each.name, each.times) for each in found.names] == [("Serkin", 1)]
    assert unlocated_names(atlas, Filters(date_from="1950-01-01")).count == 0


@pytest.mark.parametrize("filters", [EVERYTHING, Filters(date_from="1946-01-01"), Filters(people=("nobody",))], ids=str)
def test_they_are_counted_without_being_listed(atlas: Atlas, filters: Filters) -> None:
    assert count_unlocated(atlas, filters) == unlocated_names(atlas, filters).count
