"""Stories as files: what is read is what was written, and every mistake is a sentence that says where it stands."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard import config
from dashboard.errors import StoryError
from dashboard.export import Slide, Story, Style, parse_story, read_story, story_text
from dashboard.export.story_file import LARGEST
from dashboard.queries import Filters

EXAMPLE = config.DATA / "stories" / "yalta-to-moscow-1945.toml"
WORDS = st.text(st.characters(exclude_categories=["Cs"]), max_size=30).map(str.strip)
NAMED = WORDS.filter(bool)
SLIDES = st.builds(Slide, st.sampled_from(["event", "place"]), NAMED, WORDS, WORDS, WORDS)
STORIES = st.builds(
    Story,
    title=WORDS,
    subtitle=WORDS,
    slides=st.lists(SLIDES, max_size=4).map(tuple),
    filters=st.builds(
        Filters,
        topics=st.lists(NAMED, max_size=2, unique=True).map(tuple),
        search=NAMED,
        area=st.sampled_from(["", "29.5,30.1,31.3,32.6"]),
        date_from=st.sampled_from(["", "1945-02-01"]),
        status=st.sampled_from([(), ("planned", "denied")]),
    ),
    style=st.builds(
        Style, st.sampled_from(["", "dark"]), st.sampled_from(["", "square"]), st.sampled_from(["", "ours.pptx"])
    ),
)


@given(story=STORIES, comment=WORDS)
def test_what_is_written_is_read_again(story: Story, comment: str) -> None:
    text = story_text(story, {slide.id: comment for slide in story.slides})
    assert parse_story(text.encode(), "story.toml") == story


def test_the_example_is_read_as_it_stands() -> None:
    story = read_story(EXAMPLE)
    assert story.title == "From Yalta to the Moscow Conference, 1945"
    assert (story.filters.date_from, story.filters.date_to) == ("1945-01-01", "1945-12-31")
    assert [slide.kind for slide in story.slides] == ["event"] * 9 + ["place"]


def test_a_story_by_hand_may_come_from_any_editor() -> None:
    text = '\ufefftitle = "Ялта"\r\n\r\n[filters]\r\ncountry = ["RU", "US"]\r\n\r\n[[slide]]\r\nevent = "a"\r\n'
    story = parse_story(text.encode(), "story.toml")
    assert story == Story("Ялта", slides=(Slide("event", "a"),), filters=Filters(countries=("RU", "US")))


MISTAKES = [
    ("title = a", r"story\.toml is no TOML: .*line 1.* A line looks like this: title = "),
    ('titel = "a"', "“titel” means nothing here; what can stand here: title, subtitle, style, filters, slide"),
    ("title = 3", r"story\.toml, “title” has to be text in quotation marks"),
    ('style = "dark"', r"“style” has to be a part of its own, which begins with a line \[style\]"),
    ('[style]\ntheme = "red"', r"\[style\]: there is no theme “red”; it can be light, dark, transparent"),
    ('[style]\nsize = "A4"', r"\[style\]: there is no size “A4”; it can be slide, "),
    ('[filters]\nland = "RU"', r"\[filters\]: “land” means nothing here; what can stand here: topic, country"),
    ("[filters]\nfrom = 1945", r"\[filters\]: “from” has to be text in quotation marks: from = "),
    ('[filters]\nfrom = "soon"', r"\[filters\]: the “from=soon” is no day; write 1945-07-31, 1945-07 or 1945\.$"),
    ('[filters]\nkind = "party"', r"\[filters\]: the story asks for kind “party”, .*; kind can be meeting"),
    ('[slide]\nevent = "a"', r"“slide” has to be written as \[\[slide\]\]"),
    ('\n[[slide]]\nevent = "a"\n\n[[slide]]\ntitle = "b"', r"slide 2 \(line 5\): names no event and no place"),
    ('[[slide]]\nevent = "a"\nplace = "b"', r"slide 1 \(line 1\): names an event and a place; it needs one"),
    ('[[slide]]\nevent = " "', r"slide 1 \(line 1\): “event” is empty"),
    ('[[slide]]\nevent = "a"\nsentense = "b"', r"slide 1 .*: “sentense” means nothing here; .*, sentence"),
    ('[[slide]]\nevent = 5', r"slide 1 .*: “event” has to be text in quotation marks"),
    ('[[slide]]\nevent = "a"\n' * 201, "201 slides are too many; a story has 200 at most"),
    ("a = " + "[" * 100_000, "no TOML|too deep"),
    ("\udcff", r"is not UTF-8 \(byte 0\)"),
    ("#" * (LARGEST + 1), "larger than 1 MB"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "sentence"), MISTAKES, ids=range(len(MISTAKES)))
def test_a_mistake_is_a_sentence(text: str, sentence: str) -> None:
    with pytest.raises(StoryError, match=sentence):
        parse_story(text.encode("utf-8", "surrogateescape"), "story.toml")


def test_every_mistake_is_named_at_once() -> None:
    text = 'titel = "a"\n[style]\ntheme = "red"\n[[slide]]\n'
    with pytest.raises(StoryError) as caught:
        parse_story(text.encode(), "story.toml")
    assert len(str(caught.value).splitlines()) == 3


def test_a_story_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(StoryError, match=r"none\.toml cannot be read .*; give another --story"):
        read_story(tmp_path / "none.toml")
