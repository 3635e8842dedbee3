"""The deck: its slides, what stands in them and in the notes, templates, hostile words, and that it opens."""

import io
import shutil
import subprocess
from dataclasses import replace
from functools import cache
from pathlib import Path
from urllib.parse import urlencode

import pandas as pd
import pptx
import pytest
from pptx.enum.shapes import MSO_SHAPE_TYPE
from pptx.util import Inches

from dashboard.errors import ExportError
from dashboard.export import Slide, Story, export, format_named, look_named, select, select_story
from dashboard.export.deck.chart import counts
from dashboard.queries import Atlas, Filters, find_events, find_places
from dashboard.queries.entries import Quotation
from dashboard.views.citation import citation

IRAN = Filters(countries=("IR",))
FEW = Filters(countries=("IR",), date_from="1921-01-01", date_to="1921-12-31")


@cache
def written(atlas: Atlas, filters: Filters = IRAN, **look) -> bytes:
    return export(select(atlas, filters, look_named(**look)), format_named("pptx", "story"))


def deck(atlas: Atlas, filters: Filters = IRAN, **look):
    return pptx.Presentation(io.BytesIO(written(atlas, filters, **look)))


def text_of(slide) -> str:
    return "\n".join(shape.text_frame.text for shape in slide.shapes if shape.has_text_frame)


def events_of(made, atlas: Atlas):
    """The slides of events with their entries."""
    entries = list(select(atlas, IRAN).entries)
    return list(zip(list(made.slides)[4 : 4 + len(entries)], entries, strict=True))


def said_by(quotation: Quotation) -> str:
    """The evidence on one line, without the numbers of footnotes."""
    words = quotation.exact
    for mark in sorted((note.mark for note in quotation.source.notes if note.mark), key=lambda mark: -mark.start):
        start, end = mark.start - quotation.start, mark.end - quotation.start
        if start >= 0:
            words = words[:start] + words[end:]
    return " ".join(words.split())


def test_title_overview_chart_events_sources_in_this_order(gold_atlas: Atlas) -> None:
    titles = [slide.shapes.title.text for slide in deck(gold_atlas).slides]
    entries = [entry.event.title for entry in select(gold_atlas, IRAN).entries]
    assert titles[:4] == ["Involving Iran", "When: involving Iran", "Where: involving Iran", "Events by year"]
    assert len(titles) == 4 + len(entries) + 1
    for entry, title in zip(entries, titles[4:-1], strict=True):
        assert entry.startswith(title.rstrip("…"))
    assert titles[-1] == "Sources and method"


def test_an_event_has_its_date_basis_quotation_citation_and_map(gold_atlas: Atlas) -> None:
    for slide, entry in events_of(deck(gold_atlas), gold_atlas):
        words = text_of(slide)
        assert entry.date_text in words and entry.date_basis in words
        quotation = entry.quotations[0]
        assert said_by(quotation)[:300] in words
        assert citation(quotation.source, quotation.page) in words
        pictures = [shape for shape in slide.shapes if shape.shape_type == MSO_SHAPE_TYPE.PICTURE]
        assert len(pictures) == bool(entry.event.places)


def test_the_evidence_is_marked_and_nothing_else(gold_atlas: Atlas) -> None:
    for slide, entry in events_of(deck(gold_atlas), gold_atlas):
        marked = "".join(each.text for each in slide._element.xpath(".//a:r[a:rPr/a:highlight]/a:t"))
        evidence = said_by(entry.quotations[0])
        assert evidence.startswith(marked.removesuffix(" […]"))
        assert marked == evidence or len(evidence) > 420


def test_speaker_notes_hold_citation_quotation_and_link(gold_atlas: Atlas) -> None:
    for slide, entry in events_of(deck(gold_atlas), gold_atlas):
        notes = slide.notes_slide.notes_text_frame.text
        for quotation in entry.quotations:
            assert citation(quotation.source, quotation.page) in notes
            assert quotation.source.record.url in notes
        assert f"?event={entry.event.id}" in notes


def test_the_deck_leads_back_to_where_the_dashboard_stands(gold_atlas: Atlas) -> None:
    look = replace(look_named(), home="https://example.org/atlas/")
    made = pptx.Presentation(io.BytesIO(export(select(gold_atlas, FEW, look), format_named("pptx", "story"))))
    notes = [slide.notes_slide.notes_text_frame.text for slide in made.slides]
    assert any("https://example.org/atlas/?event=" in note for note in notes)
    assert not any("localhost" in said for said in (*notes, *map(text_of, made.slides)))


@pytest.mark.parametrize("size", ["slide", "slide-4x3"])
def test_pictures_and_charts_have_alternative_text_and_lie_on_the_slide(gold_atlas: Atlas, size: str) -> None:
    made = deck(gold_atlas, FEW, size=size)
    assert made.slide_width / made.slide_height == pytest.approx(16 / 9 if size == "slide" else 4 / 3, rel=1e-3)
    for slide in made.slides:
        for shape in slide.shapes:
            if shape.shape_type in (MSO_SHAPE_TYPE.PICTURE, MSO_SHAPE_TYPE.CHART):
                assert len(shape._element.xpath(".//p:cNvPr")[0].get("descr")) > 10
            assert shape.left >= 0 and shape.left + shape.width <= made.slide_width
            assert shape.top >= 0 and shape.top + shape.height <= made.slide_height


def test_it_is_read_in_the_order_of_the_slide(gold_atlas: Atlas) -> None:
    for slide, _ in events_of(deck(gold_atlas), gold_atlas):
        names = [shape.name for shape in slide.shapes]
        assert slide.shapes[0].shape_id == slide.shapes.title.shape_id
        wanted = ["Date and place", "Quotation", "Locator map", "Citation"]
        assert names[1:] == [name for name in wanted if name in names]
        tops = [shape.top for shape in slide.shapes if shape.name != "Locator map"]
        assert tops == sorted(tops)


def test_the_chart_is_native_and_counts_every_dated_event(gold_atlas: Atlas) -> None:
    (slide,) = [each for each in deck(gold_atlas).slides if each.shapes.title.text == "Events by year"]
    (chart,) = [shape.chart for shape in slide.shapes if shape.has_chart]
    total = sum(sum(series.values) for series in chart.plots[0].series)
    assert total == (find_events(gold_atlas, IRAN)["edtf"] != "").sum()
    assert chart.part.chart_workbook.xlsx_part is not None, "its numbers can be changed"


def test_long_periods_are_counted_by_decade(gold_atlas: Atlas) -> None:
    rows = find_events(gold_atlas)
    first = rows.index == rows.index[0]
    old = rows.assign(earliest=rows["earliest"].mask(first, rows["earliest"] - pd.Timedelta(days=366 * 70)))
    periods, numbers, unit = counts(old)
    assert unit == "decade" and all(period.endswith("0s") for period in periods)
    assert sum(map(sum, numbers.values())) == (rows["edtf"] != "").sum()
    assert counts(rows[rows["edtf"] == "-"]) == ([], {}, "year")


def test_a_short_time_is_counted_by_month(gold_atlas: Atlas) -> None:
    rows = find_events(gold_atlas, Filters(date_from="1945-02-01", date_to="1945-12-31", status=("happened",)))
    short = rows[rows["earliest"] >= pd.Timestamp("1945-02-01", tz="UTC")]
    periods, numbers, unit = counts(short)
    assert unit == "month" and (periods[0], periods[-1]) == ("Feb 1945", "Dec 1945") and len(periods) == 11
    assert sum(map(sum, numbers.values())) == len(short)


def test_sources_and_what_was_left_out_close_it(gold_atlas: Atlas) -> None:
    selection = select(gold_atlas, IRAN)
    words = text_of(list(deck(gold_atlas).slides)[-1])
    assert selection.statement in words
    assert all(citation(source) in words for source in selection.sources)


@pytest.fixture
def template(tmp_path: Path) -> Path:
    """A template of 4:3 with a slide in it already."""
    made = pptx.Presentation()
    made.slide_width, made.slide_height = Inches(10), Inches(7.5)
    made.slide_layouts[5].name = "Ours"
    made.slides.add_slide(made.slide_layouts[0]).shapes.title.text = "Replace me"
    made.save(tmp_path / "ours.pptx")
    return tmp_path / "ours.pptx"


def test_a_template_gives_size_layouts_and_colours(gold_atlas: Atlas, template: Path) -> None:
    made = deck(gold_atlas, FEW, template=template)
    assert (made.slide_width, made.slide_height) == (Inches(10), Inches(7.5))
    assert "Replace me" not in [slide.shapes.title.text for slide in made.slides]
    assert {slide.slide_layout.name for slide in list(made.slides)[1:]} == {"Ours"}
    assert not [each for slide in made.slides for each in slide._element.xpath(".//a:highlight | .//a:srgbClr")]


@pytest.mark.parametrize("content", [b"", b"no zip", b"PK\x05\x06" + 18 * b"\0", None])
def test_a_broken_template_is_a_sentence(gold_atlas: Atlas, tmp_path: Path, content: bytes | None) -> None:
    path = tmp_path / "broken.pptx"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(ExportError, match=r"broken\.pptx cannot be used as a template: .*save it as \.pptx"):
        written(gold_atlas, FEW, template=path)


def test_a_story_keeps_its_order_and_its_words(gold_atlas: Atlas) -> None:
    ids = list(find_events(gold_atlas, IRAN)["id"])
    place = find_places(gold_atlas, IRAN)["id"].iloc[0]
    own = Slide("event", ids[3], "A title of mine", "A subtitle of mine", "A sentence of mine.")
    story = Story("My talk", "And what it is about", (own, Slide("place", place), Slide("event", ids[0])), IRAN)
    selection = select_story(gold_atlas, story)
    made = pptx.Presentation(io.BytesIO(export(selection, format_named("pptx", "story"))))
    slides = list(made.slides)
    assert [each.text_frame.text for each in slides[0].placeholders] == ["My talk", "And what it is about"]
    mine, of_place, last = slides[4:7]
    told = selection.telling.told
    assert [mine.shapes.title.text, of_place.shapes.title.text] == ["A title of mine", told[1].title]
    assert told[2].title.startswith(last.shapes.title.text.rstrip("…"))
    entry = told[0].entry
    for said in ("A subtitle of mine", "A sentence of mine.", entry.date_text, entry.date_basis, entry.place_text):
        assert said.lower() in text_of(mine).lower()
    assert {shape.name for shape in of_place.shapes} >= {"Date and place", "Quotation", "Locator map", "Citation"}
    assert f"?{urlencode({'place': place})}" in of_place.notes_slide.notes_text_frame.text
    assert selection.left_out in text_of(slides[-1]), "what the subtitle displaced"


def test_hostile_words_are_letters(hostile_atlas: Atlas) -> None:
    made = deck(hostile_atlas, FEW, title="</a:t><script>")
    assert made.slides[0].shapes.title.text == "</a:t><script>"
    for slide in made.slides:
        assert not [each for each in slide.part.rels.values() if each.is_external], "no link but to the web"
        assert not slide._element.xpath(".//*[local-name()='script']")


@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not installed: the deck is not rendered")
def test_it_opens_in_libreoffice(gold_atlas: Atlas, tmp_path: Path) -> None:
    path = tmp_path / "deck.pptx"
    path.write_bytes(written(gold_atlas))
    profile = f"-env:UserInstallation=file://{tmp_path / 'profile'}"
    command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path), str(path)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    pages = (tmp_path / "deck.pdf").read_bytes().count(b"/Type/Page/")
    assert pages == len(deck(gold_atlas).slides)
