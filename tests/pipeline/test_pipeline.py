"""The whole flow: one document alone or among others, an atlas made once and again only when something changed."""

import time
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard import config
from dashboard.corrections import Correction, append, read_corrections
from dashboard.datespan import DateSpan
from dashboard.documents.plain_text import make_document
from dashboard.documents.readers import read_folder
from dashboard.errors import AtlasError, CorrectionError
from dashboard.extraction.events import Found
from dashboard.gazetteer import Gazetteers
from dashboard.model import Annotations, Span
from dashboard.pipeline import annotate, bring_up_to_date, build_atlas, marks, one_document, take_back, work
from dashboard.queries import Atlas, event_detail, find_events, unfulfilled

TELEGRAM = """893.00/15211: Telegram

The Ambassador in China (Gauss) to the Secretary of State

Chungking, October 6, 1943—3 p.m.

The Foreign Minister told me yesterday that General Stilwell had arrived at Chungking on October 2, 1943.

On October 4, 1943, the Governments of China and Belgium signed a treaty at Chungking.

Gauss
"""


@pytest.fixture(scope="module")
def telegram(gazetteers: Gazetteers) -> Annotations:
    return annotate(make_document("telegram", TELEGRAM), gazetteers)


def test_one_document(telegram: Annotations) -> None:
    assert telegram.date is not None
    assert telegram.place is not None
    assert (telegram.date.edtf, telegram.place.as_written, telegram.place.basis) == (
        "1943-10-06",
        "Chungking",
        "dateline",
    )
    assert (round(telegram.place.lat), round(telegram.place.lon)) == (30, 107)
    assert {event.date.edtf for event in telegram.events if event.date} >= {"1943-10-06", "1943-10-02", "1943-10-04"}
    for mention in (*telegram.dates, *telegram.places, *telegram.people):
        assert TELEGRAM[mention.start : mention.end] == mention.text


def test_the_same_alone_or_among_others(telegram: Annotations, gazetteers: Gazetteers) -> None:
    others = list(read_folder(config.DATA / "documents", lambda _sentence: None))
    for document in others:
        annotate(document, gazetteers)
    assert annotate(make_document("telegram", TELEGRAM), gazetteers) == telegram


ODD = ["x", "\n\n\n", "1.", "[Page 3]", "  1. Not printed.", "1945", "Moscow", "é\u2028\U0001f5fa" * 50, "Mr. " * 400]


@pytest.mark.parametrize("text", ODD)
def test_odd_texts_are_no_trouble(text: str, gazetteers: Gazetteers) -> None:
    found = annotate(make_document("odd", text), gazetteers)
    assert all(event.evidence for event in found.events)


PIECES = st.sampled_from(
    [
        *("May 3, ", "the 31st ultimo", "February 30, 1945", "1945", "57", "44 B.C.", "Ⅻ\u2028", " at Moscow"),
        *("Mr. Molotov ", "told ", "in ", "signed a treaty", ". ", "“", "”\n\n", "\r\n", "[", "<script>", "${x}"),
        *("  1. Ibid.", "[Page 3]", "[Enclosure]\n"),
    ]
)


@given(st.lists(PIECES, min_size=1, max_size=30).map("".join))
def test_no_text_is_too_strange(gazetteers: Gazetteers, text: str) -> None:
    found = annotate(make_document("strange", text), gazetteers)
    assert len({event.id for event in found.events}) == len(found.events)
    for mention in (*found.dates, *found.places, *found.people):
        assert text[mention.start : mention.end] == mention.text
    for event in found.events:
        assert all(0 <= span.start < span.end <= len(text) for span in event.evidence)


def test_a_long_line_before_a_date_takes_no_time(gazetteers: Gazetteers) -> None:
    words = "of the said provinces and towns and of all the other places there named, " * 30
    line = "Article 5, as amended by the parties to the present treaty in the places named, so 12, "
    document = make_document("long", f"{words}\n\n{line}; October 6, 1943 {words}\n")
    begin = time.process_time()
    found = annotate(document, gazetteers)
    assert time.process_time() - begin < 2, "a pattern that tries every way to read the line takes minutes"
    assert "1943-10-06" in {mention.value.edtf for mention in found.dates if isinstance(mention.value, DateSpan)}


def test_towns_come_before_states_of_the_same_name(gazetteers: Gazetteers) -> None:
    found = annotate(make_document("t", TELEGRAM.replace("Chungking, O", "[Washington,] O")), gazetteers)
    assert found.place is not None
    assert (found.place.kind, round(found.place.lat)) == ("settlement", 39)


def test_who_writes_at_an_island_is_in_no_town_of_that_name_elsewhere(gazetteers: Gazetteers) -> None:
    found = annotate(make_document("t", TELEGRAM.replace("Chungking, O", "Trinidad, O")), gazetteers)
    assert found.place is not None
    assert (found.place.kind, found.place.country) == ("country", "TT")


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An atlas of one document, of which each test takes its own copy."""
    folder = tmp_path_factory.mktemp("built")
    documents = folder / "documents"
    documents.mkdir()
    (documents / "telegram.txt").write_text(TELEGRAM, "utf-8")
    assert build_atlas(folder / "atlas", documents)
    return folder


def test_nothing_is_made_twice(built: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    atlas, documents = built / "atlas", built / "documents"
    assert not build_atlas(atlas, documents)
    (documents / "second.txt").write_text("Nothing happened here.", "utf-8")
    assert build_atlas(atlas, documents), "a new document"
    monkeypatch.setattr(marks, "READING", (*marks.READING, documents / "second.txt"))
    marks.reading_mark.cache_clear()
    assert build_atlas(atlas, documents), "a change of code or vocabulary"
    monkeypatch.undo()
    marks.reading_mark.cache_clear()
    assert build_atlas(atlas, documents, anew=True)
    (documents / "second.txt").unlink()


def test_corrections_are_applied_when_built(built: Path) -> None:
    atlas, documents = built / "atlas", built / "documents"
    build_atlas(atlas, documents)
    opened = Atlas(atlas)
    event_id, title = find_events(opened).iloc[0][["id", "title"]]
    row = Correction(event_id, "title", title, "Stilwell’s arrival", "A. Reader", "2026-11-22", "shorter")
    append(atlas / "corrections.csv", row)
    gone = replace(row, event="gone", old="Something")
    append(atlas / "corrections.csv", gone)
    assert build_atlas(atlas, documents), "corrections changed"
    detail = event_detail(opened, event_id)
    assert detail is not None
    assert detail.event.title == "Stilwell’s arrival"
    assert detail.checked == "Read by machine; title corrected by A. Reader, 22 November 2026."
    assert unfulfilled(opened) == {gone: "its event is not found any more; the correction is kept but changes nothing."}
    opened.close()


def test_a_reader_corrects_without_the_documents_being_read_again(
    built: Path, gazetteers: Gazetteers, monkeypatch: pytest.MonkeyPatch
) -> None:
    atlas, documents = built / "own", built / "documents"
    build_atlas(atlas, documents)
    monkeypatch.setattr(work, "annotate", lambda *_: pytest.fail("the documents are read again"))
    opened = Atlas(atlas)
    before = find_events(opened)
    first = before.iloc[0]
    title = Correction(first["id"], "title", first["title"], "Another title", "A. Reader", "2026-11-29", "")
    hidden = replace(title, event=before.iloc[1]["id"], field="hide")
    bring_up_to_date(atlas, gazetteers, title, hidden)
    after = find_events(opened)
    assert len(after) == len(before) - 1
    assert after.set_index("id").loc[first["id"], "title"] == "Another title"
    assert not build_atlas(atlas, documents), "a start after a correction has nothing to do"
    with pytest.raises(CorrectionError, match="no EDTF date"):
        bring_up_to_date(atlas, gazetteers, replace(title, field="date", new="yesterday"))
    assert read_corrections(atlas / "corrections.csv") == (title, hidden), "what cannot be applied is not written"
    take_back(atlas, gazetteers, title)
    take_back(atlas, gazetteers, hidden)
    assert find_events(opened).equals(before)
    (atlas / "corrections.csv").write_text("")
    assert build_atlas(atlas, documents), "corrections changed by hand are applied, and nothing is read"
    opened.close()


def test_a_damaged_pointer_is_a_sentence_and_anew_mends_it(built: Path) -> None:
    atlas, documents = built / "atlas", built / "documents"
    (atlas / "current").write_text("nonsense")
    with pytest.raises(AtlasError, match="--anew"):
        build_atlas(atlas, documents)
    assert build_atlas(atlas, documents, anew=True)
    Atlas(atlas).close()


def test_the_default_atlas_has_what_its_readers_named(tmp_path: Path) -> None:
    assert build_atlas(tmp_path / "atlas")
    atlas = Atlas(tmp_path / "atlas")
    events = find_events(atlas)
    days = {"1945-02-04/1945-02-11", "1945-07-17/1945-08-02", "1945-12-19", "1921-02-26", "1942-01-29"}
    assert days <= set(events["edtf"])
    assert len(set(events["id"])) == len(events)
    atlas.close()


def test_a_sentence_of_two_dates_that_tells_nothing_is_one_sentence(
    gazetteers: Gazetteers, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole, part = Span(0, 40), Span(0, 12)
    monkeypatch.setattr(one_document, "find_events", lambda *_, **__: Found((), (whole, whole, part)))
    note = make_document("note", "He stated on May 3 and on May 4 that it was so.\n")
    assert annotate(note, gazetteers).untold == (whole, part)
