"""Stories as files: TOML that a person can write and mend by hand, read with a sentence for every mistake."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from dashboard.errors import StoryError
from dashboard.export.cells import one_line
from dashboard.export.look import SIZES, THEMES
from dashboard.export.story import MOST_SLIDES, SLIDE_KINDS, Slide, Story, Style
from dashboard.queries import QUERY_KEYS, Filters

SUFFIX = ".toml"
LARGEST = 1_000_000
"""Bytes of a story; what is larger is no story."""

_HEAD = (
    "# A story: slides in the order in which they are told. Titles, subtitles and sentences are yours to change;\n"
    "# what is left out is as the documents have it. data/README.md explains every line.\n\n"
)
_TEXTS = ("title", "subtitle")
_SLIDE_TEXTS = ("title", "subtitle", "sentence")
_PARTS = (*_TEXTS, "style", "filters", "slide")
_STYLE: Mapping[str, tuple[str, ...]] = {
    "theme": THEMES,
    "size": tuple(size.name for size in SIZES),
    "template": (),
}
"""What each part of the style can be; nothing for any text."""
_HEADER = re.compile(r"^[ \t]*\[\[[ \t]*slide[ \t]*\]\]", re.MULTILINE)


def read_story(path: Path) -> Story:
    """The story of a file; raises StoryError, which names every mistake and where it stands."""
    try:
        with path.open("rb") as file:
            content = file.read(LARGEST + 1)
    except OSError as error:
        raise StoryError(f"{path} cannot be read ({error.strerror}); give another --story.") from error
    return parse_story(content, path.name)


def parse_story(content: bytes, name: str) -> Story:
    """The story of a file's bytes; raises StoryError, which names every mistake and where it stands."""
    if len(content) > LARGEST:
        raise StoryError(f"{name} is larger than {LARGEST // 1_000_000} MB: that is no story.")
    try:
        text = content.decode("utf-8-sig").replace("\r\n", "\n")
        data = tomllib.loads(text)
    except UnicodeDecodeError as error:
        raise StoryError(f"{name} is not UTF-8 (byte {error.start}); save it as UTF-8.") from error
    except tomllib.TOMLDecodeError as error:
        raise StoryError(f'{name} is no TOML: {error}. A line looks like this: title = "Yalta"') from error
    except RecursionError as error:
        raise StoryError(f"{name} is no story: its brackets stand too deep within one another.") from error
    reader = _Reader(name, text)
    story = reader.story(data)
    if reader.mistakes:
        raise StoryError("\n".join(reader.mistakes))
    return story


class _Reader:
    """Makes a story of what TOML holds and collects what is wrong with it."""

    def __init__(self, name: str, text: str) -> None:
        self.name = name
        self.mistakes: list[str] = []
        self._lines = [text.count("\n", 0, found.start()) + 1 for found in _HEADER.finditer(text)]

    def story(self, data: Mapping[str, Any]) -> Story:
        """The story as far as it can be understood."""
        self._only(data, _PARTS, "")
        slides = data.get("slide", [])
        if not isinstance(slides, list) or not all(isinstance(each, dict) for each in slides):
            self._wrong("", "“slide” has to be written as [[slide]], each on a line of its own")
            slides = []
        if len(slides) > MOST_SLIDES:
            self._wrong("", f"{len(slides)} slides are too many; a story has {MOST_SLIDES} at most")
        return Story(
            **self._texts(data, _TEXTS, ""),
            slides=tuple(self._slides(slides)),
            filters=self._filters(self._table(data, "filters")),
            style=self._style(self._table(data, "style")),
        )

    def _slides(self, tables: Sequence[Mapping[str, Any]]) -> Iterator[Slide]:
        for at, table in enumerate(tables):
            line = f" (line {self._lines[at]})" if at < len(self._lines) else ""
            where = f"slide {at + 1}{line}: "
            self._only(table, (*SLIDE_KINDS, *_SLIDE_TEXTS), where)
            given = [kind for kind in SLIDE_KINDS if kind in table]
            texts = self._texts(table, (*given, *_SLIDE_TEXTS), where)
            if len(given) != 1:
                said = "names an event and a place; it" if given else "names no event and no place; it"
                self._wrong(where, f'{said} needs one of both, such as event = "5e6decc1f4e366be"')
                continue
            if not (key := texts.pop(given[0])):
                self._wrong(where, f"“{given[0]}” is empty; it needs the id of one, which the dashboard’s address has")
                continue
            yield Slide(given[0], key, **texts)

    def _filters(self, table: Mapping[str, Any]) -> Filters:
        where = "[filters]: "
        self._only(table, QUERY_KEYS, where)
        query: dict[str, list[str]] = {}
        for key, value in table.items():
            values = value if isinstance(value, list) else [value]
            if all(isinstance(each, str) for each in values):
                query[key] = values
            else:
                self._wrong(where, f'“{key}” has to be text in quotation marks: {key} = "…" or ["…", "…"]')
        filters, problems = Filters.from_query(query)
        for problem in problems:
            said = problem.replace("The link asks", "the story asks").replace("The link’s", "the")
            self._wrong(where, said.replace("; it was left out", "").replace("; they were left out", "").rstrip("."))
        return filters

    def _style(self, table: Mapping[str, Any]) -> Style:
        where = "[style]: "
        self._only(table, tuple(_STYLE), where)
        texts = self._texts(table, tuple(_STYLE), where)
        for key, value in texts.items():
            if value and _STYLE[key] and value not in _STYLE[key]:
                self._wrong(where, f"there is no {key} “{value}”; it can be {', '.join(_STYLE[key])}")
        return Style(**texts)

    def _table(self, data: Mapping[str, Any], key: str) -> Mapping[str, Any]:
        value = data.get(key, {})
        if isinstance(value, dict):
            return value
        self._wrong("", f"“{key}” has to be a part of its own, which begins with a line [{key}]")
        return {}

    def _texts(self, table: Mapping[str, Any], keys: Sequence[str], where: str) -> dict[str, str]:
        """The texts under the keys that are there."""
        found = {}
        for key in keys:
            value = table.get(key, "")
            if not isinstance(value, str):
                self._wrong(where, f'“{key}” has to be text in quotation marks: {key} = "…"')
                value = "?"
            found[key] = value.strip()
        return found

    def _only(self, table: Mapping[str, Any], known: Sequence[str], where: str) -> None:
        for key in table:
            if key not in known:
                self._wrong(where, f"“{key[:60]}” means nothing here; what can stand here: {', '.join(known)}")

    def _wrong(self, where: str, what: str) -> None:
        self.mistakes.append(f"{self.name}, {where}{what}.")


def story_text(story: Story, names: Mapping[str, str] | None = None) -> str:
    """The story as a file; `names` gives the slides, by id, a comment for those who edit it."""
    import tomli_w

    head: dict[str, Any] = {key: getattr(story, key) for key in _TEXTS if getattr(story, key)}
    style = {key: getattr(story.style, key) for key in _STYLE if getattr(story.style, key)}
    query = {key: values[0] if len(values) == 1 else values for key, values in story.filters.to_query().items()}
    head |= {"style": style} if style else {}
    head |= {"filters": query} if query else {}
    parts = [_HEAD + tomli_w.dumps(head)]
    for slide in story.slides:
        texts = {key: getattr(slide, key) for key in _SLIDE_TEXTS if getattr(slide, key)}
        comment = f"# {one_line(names[slide.id])}\n" if names and slide.id in names else ""
        parts.append(f"{comment}[[slide]]\n{tomli_w.dumps({slide.kind: slide.id} | texts)}")
    return "\n".join(parts)
