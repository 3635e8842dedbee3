"""What a historian must find in the two default documents, as labelled in data/gold, after the shipped corrections."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from dashboard import config
from dashboard.datespan import span_of
from dashboard.export import read_story, select_story
from dashboard.model import Event
from dashboard.pipeline import DOCUMENTS, build_atlas
from dashboard.queries import Atlas, Filters, event_detail, find_events, find_places

GOLD = config.DATA / "gold" / "default_documents.jsonl"
PINNED = {
    "Baku": (40.41, 49.87),
    "Tabriz": (38.08, 46.29),
    "Tallinn": (59.44, 24.75),
    "Riga": (56.95, 24.11),
    "Kaunas": (54.90, 23.90),
    "Yalta": (44.50, 34.17),
    "Sochi": (43.59, 39.72),
    "San Francisco": (37.77, -122.42),
}


@pytest.fixture(scope="module")
def atlas(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Atlas]:
    folder = tmp_path_factory.mktemp("default") / "atlas"
    build_atlas(folder, DOCUMENTS)
    opened = Atlas(folder)
    yield opened
    opened.close()


def labelled() -> list[tuple[str, dict]]:
    """The events that must show, each with its document."""
    documents = [json.loads(line) for line in GOLD.read_text(encoding="utf-8").splitlines()]
    return [(each["id"], event) for each in documents for event in each["events"] if not event.get("doubtful")]


def tells(event: Event, document: str, label: dict) -> bool:
    """Whether the event has the label's days and stands on some of the same words."""
    days = [span_of(edtf) for edtf in [label["edtf"], *label.get("edtf_accept", [])]]
    return (
        event.date is not None
        and span_of(event.date.edtf) in days
        and any(
            told.document_id == document and told.start < said["end"] and said["start"] < told.end
            for told in event.evidence
            for said in label["evidence"]
        )
    )


def events_of(atlas: Atlas) -> list[Event]:
    return [detail.event for key in find_events(atlas, Filters())["id"] if (detail := event_detail(atlas, key))]


def test_nearly_all_of_what_must_show_is_there(atlas: Atlas) -> None:
    """27 of the 30, each by an event of its own with the right days."""
    events, missing = events_of(atlas), []
    for document, label in labelled():
        told = next((event for event in events if tells(event, document, label)), None)
        missing.append(label["title"]) if told is None else events.remove(told)
    assert len(missing) <= 3, missing


def test_no_date_given_as_certain_is_wrong(atlas: Atlas) -> None:
    """An event whose date the text is said to give stands on words whose label has the same days."""
    labels = [
        (each["id"], event)
        for each in map(json.loads, GOLD.read_text(encoding="utf-8").splitlines())
        for event in each["events"]
    ]
    certain = [event for event in events_of(atlas) if event.certainty == "explicit"]
    wrong = [event.title for event in certain if not any(tells(event, document, label) for document, label in labels)]
    assert len(certain) > 10
    assert wrong == []


def test_a_day_that_the_reference_list_gives_is_drawn_hollow(atlas: Atlas) -> None:
    """“The 1942 treaty” states its year: the event counts as dated by the text, yet its mark is not filled."""
    rows = find_events(atlas, Filters()).set_index("edtf")
    treaty, talk = rows.loc["1942-01-29"], rows.loc["1945-10-24"]
    assert (treaty["certainty"], treaty["date_basis"]) == (
        "explicit",
        "Year from the text; month and day from the reference list of events.",
    )
    assert (bool(treaty["listed"]), bool(talk["listed"])) == (True, False)


@pytest.mark.parametrize("name", PINNED)
def test_the_named_places_are_on_the_map(atlas: Atlas, name: str) -> None:
    lat, lon = PINNED[name]
    places = find_places(atlas, Filters())
    row = places[places["name"] == name].iloc[0]
    assert (row["lat"], row["lon"]) == (pytest.approx(lat, abs=0.1), pytest.approx(lon, abs=0.1))


def test_every_shipped_correction_still_finds_its_event(atlas: Atlas) -> None:
    """A correction whose event is gone, or whose value has changed, is a sentence here: look at it again."""
    assert not atlas.rows("SELECT sentence FROM problems")


def test_an_event_says_whether_an_editor_looked_at_it(atlas: Atlas) -> None:
    checked = set(find_events(atlas, Filters())["checked"])
    assert all(re.search(r"the editors, \d+ November 2026", words) for words in checked)


def test_the_oil_of_baku_is_among_the_topics(atlas: Atlas) -> None:
    """The sentences on it bear no date; the editors added what was said on the day of the talk."""
    (told,) = find_events(atlas, Filters(topics=("oil-raw-materials",), countries=("IR",))).to_dict("records")
    assert (told["edtf"], told["place_text"]) == ("1945-12-19", "Kremlin, Moscow")
    assert told["told_by"] == "According to Stalin, 19 December 1945."
    assert "Baku oil fields" in told["title"] and told["checked"].startswith("Added by")


@pytest.mark.parametrize(
    ("title", "told_by", "date_basis", "why"),
    [
        (
            "Potsdam Declaration",
            "According to Truman, in an enclosure.",
            "from the reference",
            "the enclosed letter’s I",
        ),
        ("Surrender of Japan (Inst", "According to Truman, in an enclosure.", "from the reference", "the same letter"),
        (
            "Foreign Ministers discuss",
            "According to Byrnes, 19 December 1945.",
            "worked out",
            "“He said Molotov had agreed”",
        ),
        (
            "Soviet–Persian treaty",
            "According to Stalin, 19 December 1945.",
            "month and day from an editor’s note",
            "a note’s day",
        ),
    ],
)
def test_who_says_so_and_whence_the_date_is(atlas: Atlas, title: str, told_by: str, date_basis: str, why: str) -> None:
    told = find_events(atlas, Filters())
    row = told[told["title"].str.startswith(title)].iloc[0]
    assert (row["told_by"], date_basis in row["date_basis"]) == (told_by, True), why


def test_documents_are_those_that_were_given() -> None:
    """Byte for byte: offsets and citations rest on them."""
    assert {path.name: path.stat().st_size for path in Path(DOCUMENTS).glob("*.txt")} == {
        "byrnes-stalin-1945-12-19.txt": 22783,
        "truman-stalin-potsdam-1282.txt": 3999,
    }


@pytest.mark.parametrize("path", sorted((config.DATA / "stories").glob("*.toml")), ids=lambda path: path.stem)
def test_shipped_stories_can_be_told(atlas: Atlas, path: Path) -> None:
    telling = select_story(atlas, read_story(path)).telling
    assert telling.problems == ()
    assert len(telling.told) == len(telling.story.slides) > 0


def test_table_and_map_call_a_place_the_same(atlas: Atlas) -> None:
    names = set(find_places(atlas)["name"])
    told = {name for text in find_events(atlas)["place_text"] for name in text.split("; ") if name}
    assert "Kremlin, Moscow" in told & names
    assert "Kremlin" not in told | names
