"""What an atlas answers: events, places, counts, words; over the labelled default documents."""

import json
import time
from dataclasses import replace
from pathlib import Path

import pandas
import pytest

from dashboard.errors import FilterError
from dashboard.pipeline import build_atlas
from dashboard.queries import (
    EVENT_COLUMNS,
    PLACE_COLUMNS,
    Atlas,
    Filters,
    count_by,
    document,
    event_detail,
    find_events,
    find_places,
    labels,
    mentions_in,
    place_detail,
    shelf,
    summary,
    why_empty,
    words_in,
)
from dashboard.store.save import save
from tests.gold_atlas import gold_findings

MEMORANDUM = "byrnes-stalin-1945-12-19"
LETTER = "truman-stalin-potsdam-1282"


def titled(atlas: Atlas, words: str) -> str:
    events = find_events(atlas)
    return str(events.loc[events["title"].str.contains(words, regex=False), "id"].iloc[0])


def placed(atlas: Atlas, written: str) -> str:
    places = find_places(atlas)
    return str(places.loc[[written in each for each in places["as_written"]], "id"].iloc[0])


def test_event_columns(gold_atlas: Atlas) -> None:
    events = find_events(gold_atlas)
    assert list(events.columns) == list(EVENT_COLUMNS)
    assert events["earliest"].dtype == events["latest"].dtype == "datetime64[s, UTC]"
    assert events["earliest"].dropna().is_monotonic_increasing
    yalta = events[events["title"] == "Yalta Conference"].iloc[0]
    assert yalta["latest"] == pandas.Timestamp("1945-02-11", tz="UTC")
    assert (yalta["date_text"], yalta["family"], yalta["place_text"]) == ("4–11 February 1945", "meeting", "Yalta")
    assert isinstance(yalta["topics"], list)
    convention = events[events["earliest"] < pandas.Timestamp("1914-01-01", tz="UTC")].iloc[0]
    assert dict(zip(convention["countries"], convention["country_names"], strict=True))["RU"] == "Russia"


def test_columns_of_no_rows_are_the_same(gold_atlas: Atlas) -> None:
    nothing = Filters(people=("Nobody",))
    for found, columns in (
        (find_events(gold_atlas, nothing), EVENT_COLUMNS),
        (find_places(gold_atlas, nothing), PLACE_COLUMNS),
    ):
        assert found.empty
        assert list(found.columns) == list(columns)
    assert find_events(gold_atlas, nothing)["earliest"].dtype == "datetime64[s, UTC]"


FOUND = [
    ("values of one field widen", Filters(countries=("JP", "IR")), 16),
    ("fields narrow", Filters(countries=("IR",), topics=("troops-bases",)), 7),
    ("where a place lies today is no country concerned", Filters(countries=("UA",)), 0),
    ("a war that touches the window is in", Filters(date_from="1945-01-01", date_to="1945-01-31"), 3),
    ("an open range reaches into the window", Filters(date_from="1960-01-01"), 1),
    ("a place that an occasion speaks of", Filters(search="Kaunas"), 1),
    ("a phrase", Filters(search='"the northern sphere to Russia"'), 2),
    ("words in another order are no phrase", Filters(search='"sphere northern the"'), 0),
    ("the last word may be unfinished", Filters(search="Norman"), 1),
    ("SQL stays words", Filters(topics=("' OR 1=1 --",)), 0),
    ("operators of the search language stay words", Filters(search='NEAR( OR "'), 0),
]


@pytest.mark.parametrize(("reason", "filters", "count"), FOUND)
def test_find_events(gold_atlas: Atlas, reason: str, filters: Filters, count: int) -> None:
    assert len(find_events(gold_atlas, filters)) == count, reason
    assert summary(gold_atlas, filters).events == count


def test_place_spoken_of_leads_to_the_occasion(gold_atlas: Atlas) -> None:
    kaunas = place_detail(gold_atlas, placed(gold_atlas, "Kaunas"))
    assert kaunas is not None
    assert kaunas.event_ids == ()
    (passage,) = kaunas.spoken
    assert passage.sentence.startswith("He stated that soon the United States")
    assert not passage.shares_passage
    detail = event_detail(gold_atlas, passage.event_id)
    assert detail is not None
    assert detail.event.title == "Byrnes–Stalin meeting in Moscow at the Kremlin"


def test_place_where_something_happened(gold_atlas: Atlas) -> None:
    tabriz = place_detail(gold_atlas, placed(gold_atlas, "Tabriz"))
    assert tabriz is not None
    assert tabriz.event_ids == (titled(gold_atlas, "Tabriz railroad"),)
    assert tabriz.spoken == ()


def test_places_follow_the_filters(gold_atlas: Atlas) -> None:
    everywhere = find_places(gold_atlas)
    assert list(everywhere.columns) == list(PLACE_COLUMNS)
    shown = find_places(gold_atlas, Filters(documents=(LETTER,)))
    assert set(shown["id"]) < set(everywhere["id"])
    ids = set(find_events(gold_atlas, Filters(documents=(LETTER,)))["id"])
    assert all(set(row.event_ids) | set(row.spoken_ids) <= ids for row in shown.itertuples())
    assert not any(set(row.event_ids) & set(row.spoken_ids) for row in everywhere.itertuples())


def test_event_detail_has_its_passages_and_notes(gold_atlas: Atlas) -> None:
    detail = event_detail(gold_atlas, titled(gold_atlas, "treaty of friendship of 1921"))
    assert detail is not None
    first = detail.passages[0]
    text = detail.documents[MEMORANDUM].text
    assert (first.page, [note.label for note in first.notes]) == ("685", ["5"])
    assert "This treaty had been signed in 1921" in text[first.start : first.end]
    assert all(first.start <= span.start < span.end <= first.end for span in first.evidence)
    note = detail.passages[-1]
    assert text[note.start : note.end].startswith("Reference is to the treaty of friendship")


def test_an_id_merged_into_another_still_opens(tmp_path: Path) -> None:
    findings = gold_findings()
    first, *rest = findings.events
    save(tmp_path, replace(findings, events=[replace(first, aliases=("merged",)), *rest]), fingerprint="labels")
    atlas = Atlas(tmp_path)
    merged, whole = event_detail(atlas, "merged"), event_detail(atlas, first.id)
    atlas.close()
    assert merged is not None
    assert merged == whole


TURNS = [
    (1900, "Iran", "every one of its nine events is later"),
    (1910, "Iran", "one of them bears another name, which is too few"),
    (1922, "Persia / Iran", "a third of them do, and are the earlier ones"),
    (1946, "Persia", "all but one"),
]


@pytest.mark.parametrize(("turns", "called", "why"), TURNS)
def test_a_country_bears_every_name_that_many_of_its_events_give_it(
    tmp_path: Path, turns: int, called: str, why: str
) -> None:
    def name(code: str, year: int | None) -> str:
        return ("Persia" if year is not None and year < turns else "Iran") if code == "IR" else code

    save(tmp_path, replace(gold_findings(), country_name=name), fingerprint="names")
    atlas = Atlas(tmp_path)
    names = labels(atlas, "countries")
    atlas.close()
    assert names["IR"] == called, why


def test_what_is_not_there_is_none(gold_atlas: Atlas) -> None:
    assert event_detail(gold_atlas, "<script>") is None
    assert place_detail(gold_atlas, "<script>") is None
    assert document(gold_atlas, "<script>") is None


def test_documents_and_their_occasions(gold_atlas: Atlas) -> None:
    memorandum, letter = shelf(gold_atlas).rows
    assert (memorandum.id, memorandum.date_text, memorandum.events) == (MEMORANDUM, "19 December 1945", 23)
    assert memorandum.occasion == titled(gold_atlas, "Byrnes–Stalin meeting")
    assert letter.occasion == titled(gold_atlas, "Truman hands Stalin")


def test_mentions_stand_where_they_say(gold_atlas: Atlas) -> None:
    shown = document(gold_atlas, MEMORANDUM)
    mentions = mentions_in(gold_atlas, MEMORANDUM)
    assert shown is not None
    assert [mention.start for mention in mentions] == sorted(mention.start for mention in mentions)
    assert all(shown.text[mention.start : mention.end] == mention.text for mention in mentions)
    assert {mention.kind for mention in mentions} == {"date", "place"}


def test_counts_apply_the_other_filters(gold_atlas: Atlas) -> None:
    filters = Filters(topics=("troops-bases",), countries=("IR",))
    topics = {choice.key: choice.count for choice in count_by(gold_atlas, filters, "topic")}
    assert topics["troops-bases"] == len(find_events(gold_atlas, filters))
    assert sum(topics.values()) > topics["troops-bases"], "the topic filter does not narrow its own choices"
    countries = {choice.key: choice.label for choice in count_by(gold_atlas, filters, "countries")}
    assert countries["RU"] == "Soviet Union"
    gone = count_by(gold_atlas, Filters(topics=("troops-bases",), people=("Nobody",)), "topics")
    assert [(choice.label, choice.count) for choice in gone] == [("Troops and bases", 0)]
    with pytest.raises(FilterError, match="count by topic, country"):
        count_by(gold_atlas, filters, "colour")


def test_documents_of_one_title_are_told_apart_by_their_dates(tmp_path: Path) -> None:
    papers = [
        ("a", "The Secretary of State to the Minister", "1934-03-13"),
        ("b", "The Secretary of State to the Minister", "1934-04-21"),
        ("c", "The Secretary of State to the Minister", None),
        ("d", "Memorandum", "1934-05-01"),
    ]
    lines = [
        {"id": key, "title": title, "date": date, "text": f"They met at Riga on {at} May 1921."}
        for at, (key, title, date) in enumerate(papers, 1)
    ]
    (tmp_path / "papers.jsonl").write_text(
        "\n".join(json.dumps({k: v for k, v in line.items() if v}) for line in lines)
    )
    build_atlas(tmp_path / "atlas", tmp_path / "papers.jsonl")
    atlas = Atlas(tmp_path / "atlas")
    assert {choice.key: choice.label for choice in count_by(atlas, Filters(), "documents")} == {
        "a": "The Secretary of State to the Minister, 13 March 1934",
        "b": "The Secretary of State to the Minister, 21 April 1934",
        "c": "The Secretary of State to the Minister",
        "d": "Memorandum",
    }
    atlas.close()


SOUGHT = [
    ("oil", ["oil", "Oil", "oilfield"], "the last word may be unfinished"),
    ('"oil"', ["oil", "Oil"], "a phrase is whole"),
    ("the oil", ["The", "the", "oil", "Oil", "oilfield"], "every word"),
    ("Quebec", ["Québec"], "with and without accents"),
    ("", [], "nothing is sought"),
]


@pytest.mark.parametrize(("words", "found", "reason"), SOUGHT)
def test_words_are_found_where_they_stand(words: str, found: list[str], reason: str) -> None:
    text = "The oil of Baku. Oil, boiled, the oilfield; Québec."
    assert sorted(text[span.start : span.end] for span in words_in(text, words)) == sorted(found), reason


def test_a_country_is_called_by_the_name_of_the_event_s_time(gold_atlas: Atlas) -> None:
    detail = event_detail(gold_atlas, titled(gold_atlas, "Anglo-Russian Convention"))
    assert detail is not None
    assert ("RU", "Russia") in detail.countries


SENTENCES = [
    (Filters(), "30 events, 1907–1950, from 2 documents."),
    (Filters(search="Normandy"), "1 event, 1944, from 1 document."),
    (Filters(people=("Nobody",)), "No events."),
]


@pytest.mark.parametrize(("filters", "sentence"), SENTENCES)
def test_summary(gold_atlas: Atlas, filters: Filters, sentence: str) -> None:
    assert summary(gold_atlas, filters).sentence == sentence


EMPTY = [
    (Filters(), ""),
    (Filters(people=("Nobody",)), "No events: “Nobody” leaves none."),
    (
        Filters(topics=("arms-atomic",), countries=("IR",)),
        "No events: “Iran” leaves none within “Arms and atomic energy”.",
    ),
    (Filters(people=("Nobody",), search="zzz"), "No events: “Nobody” and “zzz” leave none together."),
]


@pytest.mark.parametrize(("filters", "sentence"), EMPTY)
def test_why_empty(gold_atlas: Atlas, filters: Filters, sentence: str) -> None:
    assert why_empty(gold_atlas, filters) == sentence


def test_search_gives_documents_with_a_snippet(gold_atlas: Atlas) -> None:
    found = shelf(gold_atlas, "baku oil")
    assert ([row.id for row in found.rows], found.total) == ([MEMORANDUM], 1)
    assert "Baku oil fields" in "".join(piece.text for piece in found.snippets[MEMORANDUM])
    assert {piece.text.lower() for piece in found.snippets[MEMORANDUM] if piece.found} == {"baku", "oil"}
    assert shelf(gold_atlas, " , ").rows == ()


def test_asking_is_quick(gold_atlas: Atlas) -> None:
    begin = time.process_time()
    for _ in range(10):
        find_events(gold_atlas, Filters(countries=("IR",)))
    assert time.process_time() - begin < 2, "a few milliseconds each"
