"""The picture of a slide: what stands in it, read from the SVG, and what it takes from hostile words."""

import re
from xml.etree import ElementTree

import pytest

from dashboard.export import SIZES, Slide, Story, look_named, select_story
from dashboard.export.look import FINE
from dashboard.export.pictures.picture import Picture
from dashboard.export.pictures.told_picture import picture_of_told
from dashboard.queries import Atlas, Filters, find_events, find_places
from tests.export.pictures.svg_reader import SVG, types_of

SENTENCE = "Six powers would meet again before the year was out. " * 4


def drawn(atlas: Atlas, story: Story, size: str = "slide", theme: str = "light") -> list[Picture]:
    selection = select_story(atlas, story, look_named(size, theme, 1))
    assert selection.telling
    return [picture_of_told(selection, told) for told in selection.telling.told]


@pytest.mark.parametrize("size", [size.name for size in SIZES])
def test_every_slide_of_an_atlas_stays_in_its_frame_and_can_be_read(gold_atlas: Atlas, size: str) -> None:
    for picture in drawn(gold_atlas, Story(), size):
        look, types = picture.look, types_of(picture.svg)
        for line in types:
            assert line.right <= look.width + 1 and line.bottom <= look.height, line
            assert line.size >= FINE
        words = [line for line in types if line.kind not in ("label", "lettering")]
        for at, line in enumerate(words):
            assert not any(line.meets(other, 2.0) for other in words[at + 1 :]), line


def test_evidence_is_marked_and_cited_to_the_page_between_the_words_around_it(gold_atlas: Atlas) -> None:
    rows = find_events(gold_atlas)
    event = next(row.id for row in rows.itertuples() if "Soviet–Persian treaty" in row.title)
    (picture,) = drawn(gold_atlas, Story(slides=(Slide("event", event, sentence="Article VI counts."),)), "square")
    tree = ElementTree.fromstring(picture.svg)
    marked = " ".join(each.text for each in tree.iter(f"{SVG}tspan") if each.get("text-decoration") == "underline")
    assert "treaty" in marked
    words = " ".join(line.text for line in types_of(picture.svg))
    assert "p. 685" in words and "Article VI counts." in words and "Date given in the text" in words
    assert "p. 685" in picture.alt and "Map: Moscow" in picture.alt
    quotation = "".join(line.text + " " for line in types_of(picture.svg) if line.kind == "quotation")
    assert not re.search(r"[.,;][A-Z]", quotation), "words keep the blanks between them"


def test_a_place_and_words_of_ones_own(gold_atlas: Atlas) -> None:
    places = find_places(gold_atlas)
    baku = places.loc[places["name"] == "Baku", "id"].iloc[0]
    (picture,) = drawn(gold_atlas, Story(slides=(Slide("place", baku, "Oil town", "On the Caspian", SENTENCE),)))
    words = " ".join(line.text for line in types_of(picture.svg))
    assert "Oil town" in words and "On the Caspian" in words and "Six powers" in words
    assert picture.alt.startswith("Oil town.")


@pytest.mark.parametrize("theme", ["light", "dark", "transparent"])
def test_hostile_words_are_letters(hostile_atlas: Atlas, theme: str) -> None:
    ids = find_events(hostile_atlas)["id"]
    own = "<script>alert(1)</script> ]]> &amp; {{7*7}}"
    slides = tuple(Slide("event", each, sentence=own) for each in ids[:9])
    for picture in drawn(hostile_atlas, Story("</title>", "", slides, Filters()), theme=theme):
        tree = ElementTree.fromstring(picture.svg)
        assert not [each for each in tree.iter() if each.tag == f"{SVG}script"]
        assert not [name for each in tree.iter() for name in each.attrib if name.startswith("on") or "href" in name]
        assert picture.png().startswith(b"\x89PNG")
