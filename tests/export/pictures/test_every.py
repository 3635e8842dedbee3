"""Every page of a story as a picture: their order, their names, and the zip, opened by Python's own reader."""

import io
import zipfile

from dashboard.export import Slide, Story, export, format_named, look_named, select_story
from dashboard.export.pictures.every import pages_of
from dashboard.queries import Atlas, Filters, find_events


def zipped(atlas: Atlas, story: Story) -> zipfile.ZipFile:
    content = export(select_story(atlas, story, look_named("slide", "light", 1)), format_named("zip", "story"))
    assert isinstance(content, bytes)
    return zipfile.ZipFile(io.BytesIO(content))


def test_timeline_and_map_come_first_then_the_slides_in_their_order(gold_atlas: Atlas) -> None:
    rows = find_events(gold_atlas)
    ids = [next(row.id for row in rows.itertuples() if word in row.title) for word in ("Potsdam", "Yalta")]
    story = Story("From Yalta on", slides=tuple(Slide("event", each) for each in ids))
    archive = zipped(gold_atlas, story)
    assert archive.testzip() is None
    pages = pages_of(select_story(gold_atlas, story))
    assert [page.title for page in pages][:2] == ["Timeline", "Map"]
    assert [page.told.slide.id for page in pages if page.told] == ids
    assert archive.namelist() == [*(f"{page.name}.png" for page in pages), "descriptions.txt"]
    assert all(archive.read(name).startswith(b"\x89PNG") for name in archive.namelist()[:-1])
    words = archive.read("descriptions.txt").decode()
    assert "Told here: 2 of these events." in words and "Foreign Relations of the United States" in words
    assert all(f"{page.name}.png: " in words for page in pages)


def test_names_of_files_are_letters_and_digits_whatever_the_titles_are(hostile_atlas: Atlas) -> None:
    slides = tuple(Slide("event", each) for each in find_events(hostile_atlas)["id"][:9])
    own = Slide("event", slides[0].id, title="../../etc/passwd\\..\\x\0:*?<>|")
    names = [page.name for page in pages_of(select_story(hostile_atlas, Story(slides=(own, *slides[1:]))))]
    assert len(set(names)) == len(names)
    for name in names:
        assert name.replace("-", "").isalnum() and len(name) < 70


def test_without_slides_the_story_is_what_the_filters_show(gold_atlas: Atlas) -> None:
    selection = select_story(gold_atlas, Story(filters=Filters(countries=("IR",))))
    assert len(pages_of(selection)) == 2 + selection.count
    assert pages_of(select_story(gold_atlas, Story(filters=Filters(search="zeppelin")))) == ()
