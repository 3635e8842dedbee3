"""What a story tells of an atlas: order, words, merged events, places, and slides that it knows nothing of."""

from dataclasses import replace
from pathlib import Path

import pytest

from dashboard.cli import main
from dashboard.errors import ExportError, FilterError
from dashboard.export import Slide, Story, as_story, export, format_named, select, select_story, slides_of
from dashboard.export.look import Look
from dashboard.export.pictures.picture import title_of
from dashboard.export.story import MADE
from dashboard.queries import EVERYTHING, Atlas, Filters, find_events, find_places
from dashboard.store.save import save
from tests.export.opened import written
from tests.gold_atlas import gold_findings

IRAN = Filters(countries=("IR",))


@pytest.fixture
def ids(gold_atlas: Atlas) -> list[str]:
    return list(find_events(gold_atlas)["id"])


def of_events(*ids: str) -> tuple[Slide, ...]:
    return tuple(Slide("event", each) for each in ids)


def test_slides_keep_their_order(gold_atlas: Atlas, ids: list[str]) -> None:
    shown = select_story(gold_atlas, Story(slides=of_events(ids[7], ids[2], ids[5])))
    assert [told.slide.id for told in shown.telling.told] == [ids[7], ids[2], ids[5]]
    assert [entry.event.id for entry in shown.entries] == [ids[7], ids[2], ids[5]]
    assert list(shown.events()["id"]) == [ids[2], ids[5], ids[7]], "charts go by time"
    assert {each.id for each in shown.sources} == {
        each.source.id for entry in shown.entries for each in entry.quotations
    }


def test_words_of_the_teller_count_before_those_of_the_atlas(gold_atlas: Atlas, ids: list[str]) -> None:
    own = Slide("event", ids[0], "Mine", "Once", "So it was.")
    mine, theirs = select_story(gold_atlas, Story("Title", slides=(own, Slide("event", ids[0])))).telling.told
    assert (mine.title, mine.subtitle, mine.sentence) == ("Mine", "Once", "So it was.")
    assert theirs.title == theirs.entry.event.title
    assert theirs.subtitle == f"{theirs.entry.date_text} · {theirs.entry.place_text}"
    assert theirs.sentence == ""


def test_the_id_of_a_merged_event_leads_to_it(tmp_path: Path) -> None:
    findings = gold_findings()
    merged, *others = findings.events
    events = [replace(merged, aliases=("0123456789ab",)), *others]
    save(tmp_path, replace(findings, events=events), fingerprint="merged")
    (told,) = select_story(Atlas(tmp_path), Story(slides=of_events("0123456789ab"))).telling.told
    assert told.entry.event.id == merged.id


def test_what_the_atlas_does_not_know_is_named(gold_atlas: Atlas, ids: list[str]) -> None:
    slides = (Slide("event", "gone", "A lost one"), *of_events(ids[0]), Slide("place", "geonames:0"))
    shown = select_story(gold_atlas, Story(slides=slides))
    assert shown.telling.problems == (
        "Slide 1, “A lost one”, is left out: the atlas knows no event “gone”.",
        "Slide 3 is left out: the atlas knows no place “geonames:0”.",
    )
    assert all(problem in shown.left_out for problem in shown.telling.problems)
    with pytest.raises(ExportError, match="knows no event “gone”"):
        export(select_story(gold_atlas, Story(slides=slides[:1])), format_named("pptx", "story"))


def test_a_place_brings_what_happened_there_and_who_speaks_of_it(gold_atlas: Atlas) -> None:
    rows = find_places(gold_atlas)
    kaunas = rows[rows["as_written"].str.contains("Kaunas", regex=False)].iloc[0]
    moscow = rows[rows["event_ids"].str.len() > 1].iloc[0]
    slides = (Slide("place", kaunas["id"]), Slide("place", moscow["id"]))
    shown = select_story(gold_atlas, Story(slides=slides))
    spoken, happened = shown.telling.told
    assert "no event is placed here" in spoken.subtitle
    assert any("Kaunas" in quotation.exact for quotation in spoken.quotations)
    assert {entry.event.id for entry in happened.entries} == set(moscow["event_ids"])
    assert {kaunas["id"], moscow["id"]} <= set(shown.places()["id"])
    assert "2 places" in shown.left_out


def test_what_is_told_is_said_in_numbers(gold_atlas: Atlas, ids: list[str]) -> None:
    inside = list(find_events(gold_atlas, IRAN)["id"])
    outside = next(each for each in ids if each not in inside)
    shown = select_story(gold_atlas, Story(slides=of_events(*inside[:2], outside), filters=IRAN))
    assert "Told here: 2 of these events and 1 event from outside the filters." in shown.left_out
    assert f"The filters leave out {len(ids) - len(inside)} other events" in shown.left_out


def test_without_slides_a_story_tells_what_its_filters_show(gold_atlas: Atlas) -> None:
    shown = as_story(select(gold_atlas, IRAN))
    assert [entry.event.id for entry in shown.entries] == list(find_events(gold_atlas, IRAN)["id"])
    assert (shown.left_out, as_story(shown)) == (select(gold_atlas, IRAN).left_out, shown)


def test_of_too_many_events_those_with_most_passages_are_told_in_order_of_time(gold_atlas: Atlas) -> None:
    rows = find_events(gold_atlas)
    slides = [slide.id for slide in slides_of(gold_atlas, EVERYTHING, 5)]
    kept = rows[rows["id"].isin(slides)]
    assert list(kept["id"]) == slides
    assert kept["evidence"].min() >= rows[~rows["id"].isin(slides)]["evidence"].max()


def test_the_cut_is_said(gold_atlas: Atlas, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("dashboard.export.selection.MADE", 5)
    assert "Told here: the 5 with the most passages." in as_story(select(gold_atlas)).left_out
    assert len(find_events(gold_atlas)) * 10 > MADE, "a talk, not a list"


def test_a_filter_that_the_atlas_does_not_know_is_a_sentence(gold_atlas: Atlas) -> None:
    with pytest.raises(FilterError, match="No event has the topic “oil”"):
        select_story(gold_atlas, Story(filters=Filters(topics=("oil",))))


def test_a_title_of_the_command_counts_before_that_of_the_story(gold_atlas: Atlas) -> None:
    assert select_story(gold_atlas, Story("Mine")).look.title == "Mine"
    assert select_story(gold_atlas, Story("Mine"), Look(title="Yours")).look.title == "Yours"


def test_a_story_without_a_title_bears_the_years_of_what_it_tells(gold_atlas: Atlas) -> None:
    rows = find_events(gold_atlas)
    of_1942 = rows[(rows["earliest"] >= "1942-01-01") & (rows["latest"] <= "1942-12-31")]["id"]
    assert title_of(select_story(gold_atlas, Story(slides=of_events(*of_1942[:1])))) == "Events, 1942"
    assert title_of(select(gold_atlas)) != "Events, 1942", "of the whole atlas"


def test_other_formats_hold_what_is_told(gold_atlas: Atlas, ids: list[str]) -> None:
    shown = select_story(gold_atlas, Story("A title of mine", slides=of_events(ids[3], ids[1])))
    rows = written(shown, "csv").decode("utf-8-sig").splitlines()
    assert [row.partition(",")[0] for row in rows[1:]] == [ids[3], ids[1]]
    svg = written(shown, "svg", "timeline").decode()
    assert "A title of mine" in svg


STORY = """
title = "Two"
[style]
theme = "dark"
[filters]
country = "IR"
[[slide]]
event = "{}"
[[slide]]
event = "gone"
"""


def test_a_story_by_command(gold_atlas: Atlas, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    story, out = tmp_path / "two.toml", tmp_path / "two.svg"
    first = find_events(gold_atlas, IRAN)["id"].iloc[0]
    story.write_text(STORY.format(first))
    asked = ["export", "--atlas", str(gold_atlas.folder), "--story", str(story), "--out", str(out)]
    assert main([*asked, "--format", "svg"]) == 0
    printed = capsys.readouterr()
    assert "the atlas knows no event “gone”" in printed.err
    assert "Told here: 1 of these events." in printed.out
    assert "#15191D" in out.read_text("utf-8"), "the dark paper of its style"
    assert main([*asked, "--format", "svg", "--country", "RU"]) == 1
    assert "A story has its own filters; leave --country away" in capsys.readouterr().err
    story.write_text('[style]\ntemplate = "gone.pptx"\n')
    assert main([*asked, "--format", "pptx"]) == 1
    assert f"{tmp_path / 'gone.pptx'} cannot be used as a template" in capsys.readouterr().err
    story.write_text("[[slide]]")
    assert main([*asked, "--format", "pptx"]) == 1
    assert "slide 1 (line 1)" in capsys.readouterr().err
