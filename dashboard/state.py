"""What the reader chose: one value, one setter, and the address bar that always says the same.

Nothing else in the program touches the session or the address. Components call `show(...)` from their callbacks, before
the page runs again; so there is nothing to compare and nothing to rerun.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Literal, NamedTuple, get_args

import streamlit as st

from dashboard.queries import EVERYTHING, Filters
from dashboard.views.theme import ThemeName

Pane = Literal["", "table", "timeline", "map", "list", "both", "event"]
Lanes = Literal["topic", "country", "kind", "document"]
Query = dict[str, list[str]]

LONGEST_ID = 200
"""Characters of an id in the address that are looked at."""


class Screen(NamedTuple):
    """The room there is, in pixels: the width of the content, the height of the window."""

    width: int
    height: int


NARROW = 700
"""Content narrower than this shows one view at a time."""


class Correcting(NamedTuple):
    """What the reader is correcting beside the view; it stands in no address."""

    what: Literal["", "event", "place", "names", "own"] = ""
    """An event, the reading of a place, the names that could not be located, or one's own corrections."""
    subject: str = ""
    """Id of the event or place; of the names, the one that is opened."""
    date: str | None = None
    """The date as typed, while it is typed."""
    look: str | None = None
    """The place as typed, while it is typed."""
    said: str = ""
    """What became of the last correction."""
    failed: bool = False


DESK, PHONE = Screen(1392, 900), Screen(358, 800)


@dataclass(frozen=True, slots=True)
class View:
    """Everything that makes one view of the atlas; the address bar holds all of it."""

    filters: Filters = EVERYTHING
    event: str = ""
    """Id of the selected event; on timeline, map, table and in the excerpt alike."""
    place: str = ""
    """Id of the place the panel speaks of; empty while it speaks of the event."""
    pane: Pane = ""
    """Which view fills the screen where not all fit: a table, on a phone one of three, embedded one of four."""
    lanes: Lanes = "topic"
    """What the lanes of the timeline stand for."""
    true_scale: bool = False
    """Whether the timeline keeps empty years at their length."""
    read: str = ""
    """Id of the document shown whole; empty for the passage."""
    at: int = -1
    """Where in it to begin; -1 for the evidence."""

    def to_query(self) -> Query:
        """The view as the address says it: only what differs from the start."""
        single = {
            "event": self.event,
            "place": self.place,
            "view": self.pane,
            "lanes": "" if self.lanes == "topic" else self.lanes,
            "scale": "true" if self.true_scale else "",
            "read": self.read,
        }
        query = self.filters.to_query() | {key: [value] for key, value in single.items() if value}
        return query | {"at": [str(self.at)]} if self.read and self.at >= 0 else query

    @classmethod
    def from_query(cls, query: Mapping[str, list[str]]) -> tuple[View, tuple[str, ...]]:
        """The view an address asks for, and a sentence for each part of it that means nothing."""
        filters, problems = Filters.from_query(query)
        one = {key: (query.get(key) or [""])[0][:LONGEST_ID] for key in _KEYS}
        found = cls(
            filters,
            event=one["event"],
            place=one["place"],
            pane=pane_named(one["view"]),
            lanes=lanes_named(one["lanes"]),
            true_scale=one["scale"] == "true",
            read=one["read"],
            at=offset_in(one["at"]),
        )
        return found, problems


_KEYS = ("event", "place", "view", "lanes", "scale", "read", "at")
"""What the address says besides the filters."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What the page Read shows: a document, and what is chosen in it; the address bar holds all of it."""

    document: str = ""
    """Id of the document; empty for the one to begin with."""
    event: str = ""
    """Id of the event whose evidence is marked."""
    place: str = ""
    """Id of the place whose mentions are ringed."""
    at: int = -1
    """Where in the text to begin; -1 for the evidence."""
    words: str = ""
    """What is sought in the list of documents."""

    def to_query(self) -> Query:
        """The page as the address says it: only what differs from the start."""
        single = {"document": self.document, "event": self.event, "place": self.place, "q": self.words}
        query = {key: [value] for key, value in single.items() if value}
        return query | {"at": [str(self.at)]} if self.at >= 0 else query

    @classmethod
    def from_query(cls, query: Mapping[str, list[str]]) -> Reading:
        """The page an address asks for; what means nothing is passed over."""
        one = {key: (query.get(key) or [""])[0][:LONGEST_ID] for key in ("document", "event", "place", "q", "at")}
        return cls(one["document"], one["event"], one["place"], offset_in(one["at"]), one["q"])


def offset_in(words: str) -> int:
    """A place in a text as the address gives it; -1 for anything else."""
    return int(words) if words.isascii() and words.isdigit() and len(words) < 10 else -1


def pane_named(name: str) -> Pane:
    """The pane of that name; the one to begin with for any other."""
    panes: tuple[Pane, ...] = get_args(Pane)
    return next((pane for pane in panes if pane == name), "")


def lanes_named(name: str) -> Lanes:
    """The lanes of that name; topics for any other."""
    lanes: tuple[Lanes, ...] = get_args(Lanes)
    return next((each for each in lanes if each == name), "topic")


def view() -> View:
    """What is chosen now."""
    chosen: View = st.session_state.get("view", View())
    return chosen


def show(*, by_brush: bool = False, **changes: Any) -> None:
    """Choose: the one place where the selection, the filters and the address change. Changes are fields of View."""
    before = view()
    chosen = replace(before, **changes)
    if not by_brush and (before.filters.date_from, before.filters.date_to) != (
        chosen.filters.date_from,
        chosen.filters.date_to,
    ):
        st.session_state["brush_turns"] = brush_turns() + 1
    st.session_state["turns"] = turns() + 1
    st.session_state["problems"] = ()
    _set(chosen)


def settle(chosen: View, lost: Sequence[str] = ()) -> None:
    """Take the view as the atlas knows it, with a sentence for each thing it does not hold."""
    _set(chosen)
    for sentence in lost:
        complain(sentence)


def select_event(event_id: str) -> None:
    """Show an event; a place or a whole document shown before gives way to its passage."""
    show(event=event_id, place="", read="", at=-1)


def select_place(place_id: str) -> None:
    """Speak of a place; the event it lights up is found where the page is drawn."""
    show(place=place_id, read="", at=-1)


def open_address() -> None:
    """Take over what the address asks for, where it changed since we last wrote it: a link, a reload, Back.

    An empty address keeps the view. After another page it is filled in again; after Back to where the reader came in
    it stays empty, or Back would never lead out.
    """
    asked = _asked("explore")
    if asked and asked != st.session_state.get("address"):
        found, problems = View.from_query(asked)
        st.session_state["problems"] = problems
        _set(found)
    elif not asked and "view" in st.session_state and "address" not in st.session_state:
        _set(view())


def reading() -> Reading:
    """What the page Read shows now."""
    shown: Reading = st.session_state.get("reading", Reading())
    return shown


def read_on(**changes: Any) -> None:
    """Turn to another document, or to something else in it. Changes are fields of Reading."""
    st.session_state["turns"] = turns() + 1
    settle_reading(replace(reading(), **changes))


def settle_reading(shown: Reading) -> None:
    """Take the page as the atlas knows it."""
    st.session_state["reading"] = shown
    _write(shown.to_query())


def open_reading() -> None:
    """Take over what the address of the page Read asks for; an empty one goes on where the reader was."""
    asked = _asked("read")
    if asked and asked != st.session_state.get("address"):
        settle_reading(Reading.from_query(asked))


def leave_address() -> None:
    """Another page has the address now."""
    st.session_state.pop("address", None)


def _asked(page: str) -> Query:
    """What the address asks this page for; what another page wrote there is forgotten."""
    if st.session_state.get("address_of") != page:
        leave_address()
        st.session_state["address_of"] = page
    return {key: st.query_params.get_all(key) for key in st.query_params}


def _set(chosen: View) -> None:
    """Remember the view, and write it into the address."""
    st.session_state["view"] = chosen
    _write(chosen.to_query())


def _write(query: Query) -> None:
    """Write into the address what it does not say already."""
    if query != st.session_state.get("address") or not len(st.query_params):
        st.session_state["address"] = query
        st.query_params.from_dict(query)


def problems() -> tuple[str, ...]:
    """Sentences on what the address asked for in vain; gone with the next choice."""
    sentences: tuple[str, ...] = st.session_state.get("problems", ())
    return sentences


def complain(sentence: str) -> None:
    """Add a sentence to what the address asked for in vain."""
    if sentence not in problems():
        st.session_state["problems"] = (*problems(), sentence)


def reported_screen() -> Screen | None:
    """How much room there is, as the browser reported; None before it did."""
    known: Screen | None = st.session_state.get("screen")
    return known


def screen() -> Screen:
    """How much room there is: as the browser reported, before that guessed from what it calls itself."""
    known = reported_screen()
    if known:
        return known
    return PHONE if "Mobile" in (st.context.headers.get("User-Agent") or "") else DESK


def set_screen(width: object, height: object) -> None:
    """Remember how much room the browser reported; anything but two sensible numbers is passed over."""
    if isinstance(width, int) and isinstance(height, int) and 100 <= width <= 8000 and 100 <= height <= 8000:
        st.session_state["screen"] = Screen(width, height)


def turns() -> int:
    """Rises with every selection, so that a second click on the same mark is heard too."""
    return int(st.session_state.get("turns", 0))


def brush_turns() -> int:
    """Rises when the dates are set by anything but the brush, so that a brush that no longer holds is wiped away."""
    return int(st.session_state.get("brush_turns", 0))


def table_page() -> int | None:
    """Which page of the table the reader turned to; None while it follows the selection."""
    page: int | None = st.session_state.get("table_page")
    return page


def turn_table(page: int | None) -> None:
    """Turn to a page of the table, or let it follow the selection again."""
    st.session_state["table_page"] = page


def embedded() -> bool:
    """Whether the page stands in another page (`?embed=true`) and shows one view without anything around it."""
    return bool(st.context.is_embedded)


def list_page() -> int:
    """Which page of the list of documents is open."""
    return int(st.session_state.get("list_page", 0))


def turn_list(page: int) -> None:
    """Turn to a page of the list of documents."""
    st.session_state["list_page"] = page


def correcting() -> Correcting:
    """What the reader is correcting now."""
    now: Correcting = st.session_state.get("correcting", Correcting())
    return now


def correct(now: Correcting) -> None:
    """Correct this from now on; an empty Correcting closes the form."""
    st.session_state["correcting"] = now


def signature() -> str:
    """The name under which the reader corrects; empty before the first correction of the session."""
    return str(st.session_state.get("signature", ""))


def sign(name: str) -> None:
    """Remember the name under which the reader corrects."""
    st.session_state["signature"] = name


def theme() -> ThemeName:
    """Light or dark, as the reader's browser shows it."""
    return "dark" if st.context.theme.type == "dark" else "light"


def action(key: str) -> dict[str, Any]:
    """What a component of ours asks for in its callback; empty for anything that is not one of our messages."""
    said = getattr(st.session_state.get(key), "act", None)
    return dict(said) if isinstance(said, Mapping) else {}


def value(key: str) -> Any:
    """What a widget holds, by its key; None before it was drawn."""
    return st.session_state.get(key)
