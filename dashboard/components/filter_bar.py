"""The filter bar: filters with their counts, the sentence of what is shown and left out, and the choice of view."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any
from urllib.parse import urlencode

from dashboard import cache, state
from dashboard.address import View, lanes_named, pane_named
from dashboard.components import correcting
from dashboard.components.assets import register
from dashboard.components.correction_panel import names_in_words
from dashboard.components.document_bar import found_in_words
from dashboard.components.export_menu import answer_export, menu_data, stop_export
from dashboard.components.not_understood import NO_LINE, no_event_in
from dashboard.english import counted
from dashboard.queries import EVERYTHING, Count, Filters
from dashboard.session import Correcting
from dashboard.views.timeline import FOLD_BELOW, can_fold

KEY = "filter_bar"
MENUS = (("topics", "Topic"), ("countries", "Country"))
"""Always in sight."""
MORE = (
    ("people", "People"),
    ("kinds", "Kind of event"),
    ("documents", "Document"),
    ("collections", "Collection"),
    ("certainty", "Date"),
    ("status", "Whether it happened"),
)
"""Under “More filters”."""
PANES = (("", "Timeline and map"), ("table", "Table"))
PHONE_PANES = (("timeline", "Timeline"), ("map", "Map"), ("list", "List"))
LANES = (
    ("topic", "Lanes by topic"),
    ("country", "Lanes by country"),
    ("kind", "Lanes by kind"),
    ("document", "Lanes by document"),
)

_component = register("filter_bar", shared=("bar", "tools", "making", "exports"))


def filter_bar(view: View, *, phone: bool) -> None:
    """Draw the bar; its callbacks write through `state.show`."""
    _component(key=KEY, data=bar_data(view, phone=phone), hear=_hear)


def bar_data(view: View, *, phone: bool) -> dict[str, Any]:
    """Everything the browser needs to draw the bar."""
    filters = view.filters
    active = filters.active()
    panes = PHONE_PANES if phone else PANES
    return {
        "dark": state.theme() == "dark",
        "phone": phone,
        "screen": list(state.screen()),
        "menus": [_menu(filters, field, label) for field, label in MENUS],
        "more": [*(_menu(filters, field, label) for field, label in _more()), {"field": "dates", "label": "Dates"}],
        "dates": {"from": filters.date_from, "to": filters.date_to},
        "search": filters.search,
        "active": len(active),
        "active_more": len({*active} - {*dict(MENUS), "search", "area"}),
        "sentence": sentence(filters),
        "ways_out": ways_out(filters),
        "elsewhere": _elsewhere(filters),
        "untold": _untold(filters),
        "corrections": _corrections(filters),
        "panes": [{"key": key, "label": label} for key, label in panes],
        "pane": shown_pane(view, phone=phone),
        "lanes": None if phone or shown_pane(view, phone=False) else _lanes(view),
        "notice": " ".join(state.problems()),
        "exports": menu_data(),
        "slides": len(view.slides),
    }


def _lanes(view: View) -> dict[str, Any]:
    """The choices of the timeline: what its lanes stand for, and whether empty years are folded."""
    return {
        "chosen": view.lanes,
        "options": [{"key": key, "label": label} for key, label in LANES],
        "true_scale": view.true_scale,
        "foldable": _foldable(view.filters),
    }


def _foldable(filters: Filters) -> bool:
    """Whether there are empty years to fold: a window is always true to scale, and so are many events."""
    shown = cache.summary(filters)
    few, windowed = shown.events - shown.undated < FOLD_BELOW, filters.date_from or filters.date_to
    return few and not windowed and can_fold(cache.events(filters))


def shown_pane(view: View, *, phone: bool) -> str:
    """The pane of the view as this width has it: what is a list on a phone is the table elsewhere."""
    if phone:
        return view.pane if view.pane in dict(PHONE_PANES) else "list" if view.pane == "table" else "timeline"
    return "table" if view.pane in ("table", "list") else ""


def _more() -> list[tuple[str, str]]:
    """The menus under “More filters”; that of collections only where there are several to choose from."""
    several = len(cache.choices(EVERYTHING)["collections"]) > 1
    return [(field, label) for field, label in MORE if field != "collections" or several]


def _menu(filters: Filters, field: str, label: str) -> dict[str, Any]:
    chosen = set(getattr(filters, field))
    counts = sorted(cache.choices(filters)[field], key=lambda count: count.key not in chosen)
    return {
        "field": field,
        "label": label,
        "title": _TITLES.get(field, ""),
        "options": [_option(c, chosen) for c in counts],
    }


_TITLES = {"countries": "States concerned, under the names of their time", "topics": "What it is about"}


def _option(count: Count, chosen: set[str]) -> dict[str, Any]:
    label = count.label[:1].upper() + count.label[1:]
    return {"value": count.key, "label": label, "count": count.count, "on": count.key in chosen}


def sentence(filters: Filters) -> dict[str, str]:
    """What is shown, and what is left out: two halves of the line over the views."""
    summary = cache.summary(filters)
    if not summary.events:
        return {"shown": cache.why_empty(filters), "left": ""}
    caption = cache.caption(filters)
    shown, _, left = summary.sentence.partition(". ")
    hidden = cache.summary(EVERYTHING).events - summary.events
    left_out = [f"{hidden:,} filtered out."] if hidden else []
    return {
        "shown": f"{caption}: {shown.rstrip('.')}." if caption else f"{shown.rstrip('.')}.",
        "left": " ".join([left, *left_out]).strip(),
    }


def _elsewhere(filters: Filters) -> dict[str, str] | None:
    """The way to the documents that have the words sought where no event rests on them; None where there are none."""
    words = filters.search.strip()
    found = cache.shelf(words, 0, 1).total if words else 0
    if found <= cache.summary(filters).documents:
        return None
    return {
        "label": f"Found in {found_in_words(found)} document{'s' * (found > 1)}.",
        "href": f"./read?{urlencode({'q': words})}",
    }


def _untold(filters: Filters) -> dict[str, str] | None:
    """What the documents shown date without telling it, and the way to some of it; None where they tell all."""
    untold = cache.untold_count(filters)
    if not untold.sentences or not cache.summary(filters).events:
        return None
    href = f"./read?{urlencode({'document': untold.document})}" if untold.document else ""
    opens = " Opens a document that has some; they are listed under its title." if href else ""
    return {"label": f"{no_event_in(untold.sentences)}.", "why": f"{NO_LINE}{opens}", "href": href}


def _corrections(filters: Filters) -> list[dict[str, Any]]:
    """What leads to the correction panel: the names that could not be located, and the reader's own corrections."""
    unlocated, own = cache.unlocated_count(filters), correcting.own_count()
    names = {"label": f"{names_in_words(unlocated)}.", "act": {"do": "correct", "what": "names"}}
    said = "Your corrections cannot be read." if own is None else f"{counted(own, 'correction')} of yours."
    yours = {"label": said, "act": {"do": "correct", "what": "own"}}
    return [*([names] if unlocated else []), *([yours] if own != 0 else [])]


def ways_out(filters: Filters) -> list[dict[str, Any]]:
    """Where nothing is left: what to take away to bring events back, the last filter first; and the way out of an area
    of the map, which has no menu of its own.
    """
    if cache.summary(filters).events:
        return [{"label": "Whole map", "act": {"do": "remove", "field": "area"}}] if filters.area else []
    names = cache.phrases(filters)
    helping = [field for field in reversed(filters.active()) if cache.summary(filters.without(field)).events]
    removals = [{"label": f"Remove {names[field]}", "act": {"do": "remove", "field": field}} for field in helping[:2]]
    return [*removals, {"label": "Start over", "act": {"do": "clear"}}] if filters.active() else []


def _hear(said: state.Said) -> None:
    """Do what the reader asked of the bar."""
    does = _ACTIONS.get(str(said.get("do")))
    if does:
        does(state.view().filters, said)


def _toggle(filters: Filters, said: state.Said) -> None:
    field, value = str(said.get("field")), str(said.get("value"))
    if field not in dict((*MENUS, *MORE)):
        return
    kept = tuple(each for each in getattr(filters, field) if each != value)
    _narrow(filters.choosing(field, (*kept, value) if said.get("on") else kept))


def _search(filters: Filters, said: state.Said) -> None:
    _narrow(replace(filters, search=str(said.get("text", ""))[:200]))


def _set_dates(filters: Filters, said: state.Said) -> None:
    query = filters.without("dates").to_query() | {"from": [str(said.get("from", ""))], "to": [str(said.get("to", ""))]}
    narrowed, problems = Filters.from_query(query)
    _narrow(narrowed)
    for problem in problems:
        state.complain(problem)


def _narrow(filters: Filters) -> None:
    state.turn_table(None)
    state.show(filters=filters)


def _remove(filters: Filters, said: state.Said) -> None:
    if said.get("field") in filters.active():
        _narrow(filters.without(str(said["field"])))


def _clear(_filters: Filters, _said: state.Said) -> None:
    _narrow(EVERYTHING)


def _turn(_filters: Filters, said: state.Said) -> None:
    state.show(pane=pane_named(str(said.get("pane"))))


def _lane(_filters: Filters, said: state.Said) -> None:
    state.show(lanes=lanes_named(str(said.get("lanes"))))


def _scale(_filters: Filters, said: state.Said) -> None:
    state.show(true_scale=said.get("true") is True)


def _correct(_filters: Filters, said: state.Said) -> None:
    state.correct(Correcting("own" if said.get("what") == "own" else "names"))


def _measure(_filters: Filters, said: state.Said) -> None:
    state.set_screen(said.get("width"), said.get("height"))


def _present(_filters: Filters, _said: state.Said) -> None:
    state.go("present")


_ACTIONS: dict[str, Callable[[Filters, state.Said], None]] = {
    "toggle": _toggle,
    "search": _search,
    "dates": _set_dates,
    "remove": _remove,
    "clear": _clear,
    "pane": _turn,
    "lanes": _lane,
    "scale": _scale,
    "screen": _measure,
    "correct": _correct,
    "export": answer_export,
    "stop": stop_export,
    "present": _present,
}
"""What the reader can ask of the bar, by the word the browser sends."""
