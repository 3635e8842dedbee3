"""What the reader chose: one value, one setter, and the address bar that always says the same.

Nothing else in the program touches the session or the address. Components call `show(...)` from their callbacks, before
the page runs again; so there is nothing to compare and nothing to rerun. The page, once it knows what the choice comes
to, calls `settle(...)`, which writes the address: one choice is one step of Back.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any
from urllib.parse import urljoin

import streamlit as st

from dashboard.address import Query, Reading, SlideRef, View
from dashboard.export.making import Making
from dashboard.export.story import MOST_SLIDES, Slide, Story
from dashboard.queries.area import Box
from dashboard.session import DESK, PHONE, Correcting, Presenting, Screen
from dashboard.views.cell_grid import Grid
from dashboard.views.theme import ThemeName

Said = Mapping[str, object]
"""What a component asks for; it comes from a browser, so every part of it is looked at before it is used."""


def view() -> View:
    """What is chosen now."""
    chosen: View = st.session_state.get("view", View())
    return chosen


def show(*, by_brush: bool = False, **changes: Any) -> None:
    """Choose: the one place where the selection and the filters change. Changes are fields of View."""
    before = view()
    chosen = replace(before, **changes)
    if not by_brush and (before.filters.date_from, before.filters.date_to) != (
        chosen.filters.date_from,
        chosen.filters.date_to,
    ):
        st.session_state["brush_turns"] = brush_turns() + 1
    st.session_state["turns"] = turns() + 1
    st.session_state["problems"] = ()
    st.session_state["view"] = chosen


def settle(chosen: View, lost: Sequence[str] = ()) -> None:
    """Take the view as the atlas knows it, with a sentence for each thing it does not hold; the address says it."""
    st.session_state["view"] = chosen
    _write(chosen.to_query())
    for sentence in lost:
        complain(sentence)


def select_event(event_id: str) -> None:
    """Show an event; a place or a whole document shown before gives way to its passage."""
    show(event=event_id, place="", read="", at=-1)


def select_place(place_id: str) -> None:
    """Speak of a place; the event it lights up is found where the page is drawn."""
    show(place=place_id, read="", at=-1)


def draft() -> Story:
    """The story being made: its slides and their order are those of the address, its filters those of the view; words
    and style are this session's, and gone when the page is loaded anew unless the story was saved.
    """
    known: Story = st.session_state.get("draft", Story())
    worded = {(slide.kind, slide.id): slide for slide in known.slides}
    chosen = view()
    slides = tuple(worded.get(each) or Slide(*each) for each in chosen.slides)
    return replace(known, slides=slides, filters=chosen.filters)


def tell(story: Story) -> None:
    """Go on with this story."""
    kept: Story = st.session_state.get("draft", Story())
    worded = {(slide.kind, slide.id): slide for slide in (*kept.slides, *story.slides)}
    st.session_state["draft"] = replace(story, slides=tuple(worded.values()))  # what comes back keeps its words
    show(slides=tuple((slide.kind, slide.id) for slide in story.slides), filters=story.filters)


def presenting() -> Presenting:
    """What the page Present shows."""
    chosen: Presenting = st.session_state.get("presenting", Presenting())
    return chosen


def present(**changes: Any) -> None:
    """Show something else on the page Present. Changes are fields of Presenting."""
    st.session_state["presenting"] = presenting()._replace(**changes)


def put_slide(ref: SlideRef, *, on: bool) -> None:
    """Have it among the slides, at the end where it is new, or have it no more."""
    slides = view().slides
    if on != (ref in slides):
        show(slides=(*slides, ref)[:MOST_SLIDES] if on else tuple(each for each in slides if each != ref))


def open_address(page: str) -> None:
    """Take over what the address asks for, where it changed since we last wrote it: a link, a reload, Back.

    An empty address keeps the view.
    """
    asked = _asked(page)
    if asked and asked != st.session_state.get("address"):
        found, problems = View.from_query(asked)
        st.session_state["problems"] = problems
        st.session_state["view"] = found
        st.session_state["address"] = asked


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


def go(path: str) -> None:
    """Ask for another page by its path; it is turned to when this one is drawn again."""
    st.session_state["going"] = path


def going() -> str | None:
    """The page asked for, once."""
    path: str | None = st.session_state.pop("going", None)
    return path


def _write(query: Query) -> None:
    """Write into the address what it was not last told: after another page all of it.

    After Back to where the reader came in it stays empty, or Back would never lead out.
    """
    if query != st.session_state.get("address"):
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


def map_grid() -> Grid | None:
    """Which squares of the map the reader looks at; None before the browser has said so."""
    grid: Grid | None = st.session_state.get("map_grid")
    return grid


def map_home(first: Callable[[], Box]) -> Box:
    """The view that the map of very many events began with in this session; found when it is first drawn."""
    if "map_home" not in st.session_state:
        st.session_state["map_home"] = first()
    home: Box = st.session_state["map_home"]
    return home


def look_at(grid: Grid | None) -> None:
    """Remember which squares of the map are looked at; what was no report is passed over."""
    if grid:
        st.session_state["map_grid"] = grid


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


def home() -> str:
    """Where the dashboard stands in the reader's browser, with a slash at its end; empty where it has not said so."""
    return urljoin(st.context.url or "", ".")


def theme() -> ThemeName:
    """Light or dark, as the reader's browser shows it."""
    return "dark" if st.context.theme.type == "dark" else "light"


def actions(key: str) -> list[Said]:
    """What a component of ours asks for in its callback, each thing once, in order; what is none of our messages is
    passed over.

    Of two messages of one component that come while the page is being drawn, only the second is heard: so each brings
    along all that was not heard yet (`outbox` in assets/dom.js).
    """
    said, known = getattr(st.session_state.get(key), "act", None), heard(key)
    asked = said.get("all") if isinstance(said, Mapping) else None
    new: dict[int, Said] = {}
    for each in asked if isinstance(asked, list) else ():
        match each:
            case {"number": int(number)} if number > known:
                new[number] = each
    st.session_state[f"heard {key}"] = max(new, default=known)
    return list(new.values())


def heard(key: str) -> int:
    """The number of the last thing that was heard of a component."""
    return int(st.session_state.get(f"heard {key}", 0))


def answer(key: str) -> dict[str, Any]:
    """What a component asked for last and was given: a file to fetch, or a sentence why there is none."""
    given: dict[str, Any] = st.session_state.get(f"answer {key}", {})
    return given


def give(key: str, given: dict[str, Any]) -> None:
    """Answer a component; it is told with what it draws next."""
    st.session_state[f"answer {key}"] = given


def making(key: str) -> Making[Any] | None:
    """The file that is being made for a component; None where there is none."""
    now: Making[Any] | None = st.session_state.get(f"making {key}")
    return now


def make(key: str, now: Making[Any] | None) -> None:
    """Remember what is being made for a component; with the session it is forgotten, and then gives up by itself."""
    st.session_state[f"making {key}"] = now


def value(key: str) -> Any:
    """What a widget holds, by its key; None before it was drawn."""
    return st.session_state.get(key)
