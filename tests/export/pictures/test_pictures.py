"""Pictures: what stands in them, read from the SVG; their files; and what they take from hostile words."""

import re
import struct
import warnings
from dataclasses import replace
from functools import cache
from itertools import combinations
from xml.etree import ElementTree

import pytest

from dashboard.errors import ExportError
from dashboard.export import SIZES, export, format_named, look_named, select
from dashboard.export.look import FINE
from dashboard.export.pictures.picture import picture_of
from dashboard.queries import EVERYTHING, Atlas, Filters, count_cells, find_events
from tests.export.pictures.svg_reader import SVG, types_of

VIEWS = ("timeline", "map")
LOOKS = [(view, size.name) for view in VIEWS for size in SIZES]


@cache
def drawn(atlas: Atlas, view: str, size: str = "slide", theme: str = "light", filters: Filters = EVERYTHING, **more):
    return picture_of(select(atlas, filters, look_named(size, theme, 1, **more)), view)


@pytest.mark.parametrize(("view", "size"), LOOKS)
def test_type_stands_inside_the_frame_and_is_large_enough(gold_atlas: Atlas, view: str, size: str) -> None:
    picture = drawn(gold_atlas, view, size)
    look = picture.look
    types = types_of(picture.svg)
    assert len(types) > 20
    for line in types:
        assert line.left >= 0 and line.right <= look.width, line
        assert line.top >= 0 and line.bottom <= look.height, line
    assert min(line.size for line in types) >= FINE
    # the back row: at least 12 point on a slide, whose 720 pixels are 7.5 inches; 8 in the hand
    points = min(line.size for line in types) * look.size.unit * 0.75
    assert points >= (8 if size == "page" else 12)


@pytest.mark.parametrize("size", [size.name for size in SIZES])
def test_lettering_of_the_map_does_not_overlap(gold_atlas: Atlas, size: str) -> None:
    lettering = [each for each in types_of(drawn(gold_atlas, "map", size).svg) if each.kind in ("label", "lettering")]
    assert len(lettering) > 12
    for one, other in combinations(lettering, 2):
        assert not one.meets(other), (one, other)


@pytest.mark.parametrize("size", [size.name for size in SIZES])
def test_words_of_the_timeline_do_not_overlap(gold_atlas: Atlas, size: str) -> None:
    types = types_of(drawn(gold_atlas, "timeline", size).svg)
    for one, other in combinations(types, 2):
        assert not one.meets(other, 2.0), (one, other)


def test_the_timeline_holds_a_mark_for_every_dated_event(gold_atlas: Atlas) -> None:
    tree = ElementTree.fromstring(drawn(gold_atlas, "timeline").svg)
    said = [each.get("aria-label", "") for each in tree.iter()]
    rows = find_events(gold_atlas)
    counted = sum(int(found[1]) for each in said if (found := re.match(r"(\d+) events, ", each)))
    alone = {row.title for row in rows.itertuples() if any(each.startswith(f"{row.title}, ") for each in said)}
    assert len(alone) > 15
    assert counted + len(alone) >= len(rows[rows["edtf"] != ""]["title"].unique())


@pytest.mark.parametrize("filters", [EVERYTHING, Filters(date_from="1942-01-01", date_to="1946-12-31")])
def test_a_timeline_of_too_many_marks_counts_them_in_columns(
    gold_atlas: Atlas, monkeypatch: pytest.MonkeyPatch, filters: Filters
) -> None:
    monkeypatch.setattr("dashboard.export.pictures.timeline_body.MOST_MARKS", 5)
    picture = picture_of(select(gold_atlas, filters), "timeline")
    types = types_of(picture.svg)
    said = " ".join(line.text for line in types)
    assert re.search(r"Columns count the events of a (day|month|year|decade)", said)
    assert "Hollow" not in said
    assert "how many events there are by topic" in picture.alt
    assert max(line.right for line in types) <= picture.look.width
    for one, other in combinations(types, 2):
        assert not one.meets(other, 2.0), (one, other)


def test_a_map_of_too_many_marks_counts_them_in_circles(gold_atlas: Atlas, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("dashboard.export.pictures.map_body.MOST_MARKS", 5)
    picture = picture_of(select(gold_atlas), "map")
    said = " ".join(line.text for line in types_of(picture.svg))
    assert "Circles count the events around the place named" in said
    tree = ElementTree.fromstring(picture.svg)
    circles = [each for each in tree.iter() if each.get("class") == "place"]
    counts = [int(circle.get("aria-label", "").rpartition(", ")[2]) for circle in circles]
    assert counts == sorted(counts)  # the largest is drawn last
    assert 5 < sum(counts) <= sum(cell.events for cell in count_cells(gold_atlas, level=14))
    assert all(len(circle) > 1 for circle in circles)
    lettering = [each for each in types_of(picture.svg) if each.kind in ("label", "lettering")]
    for one, other in combinations(lettering, 2):
        assert not one.meets(other), (one, other)


def test_a_picture_of_very_many_documents_cites_the_first(gold_atlas: Atlas, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("dashboard.export.pictures.picture.MOST_CITED", 1)
    selection = select(gold_atlas)
    picture = picture_of(selection, "map")
    first, second = selection.citations()
    assert first in picture.alt and second not in picture.alt
    assert picture.alt.endswith("And 1 more document.")
    assert "and 1 more document." in [line.text for line in types_of(picture.svg)]


def test_the_map_holds_its_marks_land_graticule_and_credit(gold_atlas: Atlas) -> None:
    picture = drawn(gold_atlas, "map")
    tree = ElementTree.fromstring(picture.svg)
    labels = {each.get("aria-label") for each in tree.iter() if each.get("class") == "place"}
    assert {"Yalta", "Baku"} <= labels
    assert any("Moscow" in each for each in labels)
    theme = picture.look.theme
    drawn_in = [each for each in tree.iter(f"{SVG}path") if len(each.get("d", "")) > 100]
    assert any(each.get("fill") == theme.land for each in drawn_in)
    assert any(each.get("stroke") == theme.coast and each.get("fill") in (None, "none") for each in drawn_in)
    words = " ".join(each.text for each in types_of(picture.svg))
    assert "Natural Earth" in words and "equal-area" in words
    assert "Beyond the frame: San Francisco" in words or "San Francisco" in " ".join(labels)


@pytest.mark.parametrize("view", VIEWS)
def test_caption_what_was_left_out_and_every_source_travel_along(gold_atlas: Atlas, view: str) -> None:
    filters = Filters(countries=("IR",))
    selection = select(gold_atlas, filters)
    picture = drawn(gold_atlas, view, filters=filters)
    words = " ".join(each.text for each in types_of(picture.svg))
    assert selection.caption in words
    assert selection.left_out in words
    for source in selection.sources:
        assert source.record.volume_title in picture.alt
        assert f"no. {source.record.number}" in words
    assert picture.alt in [each.text for each in ElementTree.fromstring(picture.svg).iter(f"{SVG}desc")]


def test_alternative_text_says_what_is_shown(gold_atlas: Atlas) -> None:
    filters = Filters(topics=("summits-conferences",))
    assert drawn(gold_atlas, "timeline", filters=filters).alt.startswith("Timeline: Summits and conferences. ")
    assert " In order: " in drawn(gold_atlas, "timeline", filters=filters).alt
    assert drawn(gold_atlas, "map").alt.startswith("Map: All events. ")


def test_a_window_says_how_much_lies_outside(gold_atlas: Atlas) -> None:
    filters = Filters(date_from="1945-07-01", date_to="1945-08-31")
    words = {each.text for each in types_of(drawn(gold_atlas, "timeline", filters=filters).svg)}
    assert any(re.fullmatch(r"‹ \d+ earlier", each) for each in words)
    assert any(re.fullmatch(r"\d+ later ›", each) for each in words)


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("scale", [1, 2, 4])
def test_png_has_the_size_asked_for_and_its_description(gold_atlas: Atlas, view: str, scale: int) -> None:
    picture = drawn(gold_atlas, view, "slide-4x3")
    png = replace(picture, look=replace(picture.look, scale=scale)).png()
    assert struct.unpack(">II", png[16:24]) == (960 * scale, 720 * scale)
    assert picture.alt.encode() in png


@pytest.mark.parametrize(("size", "points"), [("slide", (960, 540)), ("page", (842.25, 595.5))])
def test_pdf_is_one_page_of_its_size_with_our_type(gold_atlas: Atlas, size: str, points: tuple[float, float]) -> None:
    pdf = drawn(gold_atlas, "map", size).pdf()
    assert pdf.startswith(b"%PDF-")
    width, height = map(float, re.search(rb"/MediaBox ?\[0 0 ([\d.]+) ([\d.]+)\]", pdf).groups())
    assert (width, height) == pytest.approx(points)
    for font in (b"SourceSansPro-Regular", b"SourceSansPro-Semibold", b"SourceSerifPro-Semibold"):
        assert font in pdf


def test_transparent_has_no_ground_and_dark_has_a_dark_one(gold_atlas: Atlas) -> None:
    grounds = {}
    for theme in ("light", "dark", "transparent"):
        picture = drawn(gold_atlas, "timeline", theme=theme)
        first = ElementTree.fromstring(picture.svg).find(f"{SVG}rect")
        grounds[theme] = None if first is None else first.get("fill")
    assert grounds == {"light": "#FBFAF6", "dark": "#15191D", "transparent": None}


@pytest.mark.parametrize("view", VIEWS)
def test_hostile_words_are_letters(hostile_atlas: Atlas, view: str) -> None:
    picture = drawn(hostile_atlas, view, title="</title><script>alert(1)</script>")
    tree = ElementTree.fromstring(picture.svg)
    tags = {each.tag.removeprefix(SVG) for each in tree.iter()}
    assert tags <= {"svg", "g", "path", "rect", "text", "line", "circle", "defs", "clipPath", "linearGradient", "stop",
                    "title", "desc"}  # fmt: skip
    assert not [name for each in tree.iter() for name in each.attrib if name.startswith("on") or "href" in name]
    references = re.findall(r'="url\(#([^)]+)\)"', picture.svg)
    assert set(references) <= {each.get("id") for each in tree.iter() if each.get("id")}
    assert types_of(picture.svg)[0].text.startswith("</title><script>")
    assert picture.png().startswith(b"\x89PNG")
    assert picture.pdf().startswith(b"%PDF")


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("filters", [Filters(countries=("NO",)), Filters(date_from="1907", date_to="1907")])
def test_few_events_or_none_on_the_map_are_still_a_picture(gold_atlas: Atlas, view: str, filters: Filters) -> None:
    filters, _ = Filters.from_query(filters.to_query())
    assert types_of(drawn(gold_atlas, view, filters=filters).svg)


def test_nothing_is_fetched_and_nobody_is_warned(gold_atlas: Atlas) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        svg = export(select(gold_atlas), format_named("svg", "map"))
    assert isinstance(svg, bytes)
    assert set(re.findall(rb"https?://[^\"' <]+", svg)) <= {b"http://www.w3.org/2000/svg"} | _cited(gold_atlas)


def _cited(atlas: Atlas) -> set[bytes]:
    return {source.record.url.encode() for source in select(atlas).sources}


@pytest.mark.parametrize(
    ("wish", "sentence"),
    [
        ({"size": "poster"}, "There is no size “poster”; sizes: slide, slide-4x3, page, square."),
        ({"theme": "sepia"}, "There is no theme “sepia”; themes: light, dark, transparent."),
        ({"scale": 3}, "A picture has no scale 3; scales: 1, 2, 4."),
    ],
)
def test_a_look_that_does_not_exist_is_a_sentence(wish: dict[str, object], sentence: str) -> None:
    with pytest.raises(ExportError, match=f"^{re.escape(sentence)}$"):
        look_named(**wish)
