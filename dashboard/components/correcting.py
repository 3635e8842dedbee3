"""What the correction panel does: rows for corrections.csv, the atlas brought up to date, and a sentence on it."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Sequence
from pathlib import Path

from dashboard import cache, config, state
from dashboard.address import View
from dashboard.components import changing
from dashboard.corrections import LOCATE, NAME, Correction, name_key, place_cell, read_corrections, value_of
from dashboard.datespan import DateSpan
from dashboard.documents.plain_text import make_document
from dashboard.errors import CorrectionError, DashboardError, DateError
from dashboard.extraction.dates import find_dates
from dashboard.model import Event
from dashboard.queries import EVERYTHING, PlaceDetail
from dashboard.session import Correcting

LONGEST = 400
"""Characters of what is typed that are looked at."""
Act = Callable[[state.Said, Correcting], tuple[Correcting, str]]
"""Does what the panel asks for; returns what is corrected then, and a sentence on it."""
UNSIGNED = "Please sign with your name: a correction says who made it."


def path() -> Path:
    """The file of this atlas's own corrections; never the one that ships with the project."""
    return config.ATLAS / NAME


def own_corrections() -> tuple[Correction, ...]:
    """The reader's own corrections of this atlas, in order."""
    return read_corrections(path())


def own_count() -> int | None:
    """How many there are to undo; None where the file cannot be read, which their list says when it is opened."""
    if not changing.may_change():
        return 0
    try:
        return len(own_corrections())
    except CorrectionError:
        return None


def current(view: View) -> Correcting:
    """What is corrected now: a form for an event or a place closes when something else is selected. Who may only read
    sees the names that could not be located, and no form.
    """
    now = state.correcting()
    if not changing.may_change():
        return Correcting("names", now.subject) if now.what == "names" else Correcting()
    gone = (now.what == "event" and now.subject != view.event) or (now.what == "place" and now.subject != view.place)
    return Correcting() if gone else now


def hear(said: state.Said) -> None:
    """Do what the reader asked of the panel."""
    now = state.correcting()
    match do := str(said.get("do")):
        case "close":
            state.correct(Correcting())
        case "own":
            state.correct(Correcting("own"))
        case "date":
            state.correct(now._replace(date=_text(said, "text"), said="", failed=False))
        case "look":
            state.correct(now._replace(look=_text(said, "text"), ask=False, said="", failed=False))
        case "ask":
            state.correct(now._replace(look=_text(said, "text"), ask=True, said="", failed=False))
        case "name":
            state.correct(Correcting("names", _text(said, "name")))
        case "passage":
            at = said.get("at")
            state.show(read=_text(said, "document"), at=at if isinstance(at, int) else -1, place="")
        case "save" | "hide" | "locate" | "undo":
            _attempt(_DOES[do], said, now)


def _attempt(act: Act, said: state.Said, now: Correcting) -> None:
    """Do it, and say in a sentence what became of it."""
    try:
        after, sentence = act(said, now)
    except DashboardError as error:
        sentence = str(error)
        state.correct(now._replace(said=sentence[:1].upper() + sentence[1:], failed=True))
    else:
        state.correct(after._replace(said=sentence))


def _save(said: state.Said, now: Correcting) -> tuple[Correcting, str]:
    """Another title, date or place for the event."""
    detail = cache.event(now.subject)
    if detail is None:
        raise CorrectionError("This event is not in the atlas any more.")
    rows = [_row(said, detail.event.id, field, value_of(detail.event, field), new)
            for field, new in _changed(said, detail.event)]  # fmt: skip
    if not rows:
        raise CorrectionError("Nothing was changed yet.")
    changing.correct(*rows)
    return Correcting("event", now.subject), "Corrected. Undo it under “Your corrections”."


def _changed(said: state.Said, event: Event) -> list[tuple[str, str]]:
    """The fields that are not as they were, with their new cells."""
    given = said.get("places")
    places = [str(each) for each in given] if isinstance(given, list) else []
    title, date = _text(said, "title"), typed_date(_text(said, "date"))
    if not title:
        raise CorrectionError("An event needs a title.")
    changed = []
    if title != event.title:
        changed.append(("title", title))
    if date != (event.date.edtf if event.date else ""):
        changed.append(("date", date))
    if places != [place_cell(each) for each in event.places]:
        changed.append(("place", "; ".join(places)))
    return changed


def _hide(said: state.Said, now: Correcting) -> tuple[Correcting, str]:
    """Take the event out of every view."""
    detail = cache.event(now.subject)
    title = detail.event.title if detail else ""
    stands = cache.standing(state.view().filters, now.subject)
    changing.correct(_row(said, now.subject, "hide", title, ""))
    state.select_event(stands.later or stands.earlier)
    return Correcting("own"), "Hidden. It comes back with Undo."


def _locate(said: state.Said, now: Correcting) -> tuple[Correcting, str]:
    """Put a name where the reader says it is, or off the map."""
    name, cell = _text(said, "name"), _text(said, "cell")
    row = _row(said, _text(said, "document"), LOCATE, name, cell)
    changing.correct(row)
    _leave_lost_place()
    if now.what == "place":
        return Correcting("own"), "Corrected. Undo brings the other reading back."
    return Correcting("names"), f"“{name}” is on the map now." if cell else f"“{name}” is no place any more."


def _undo(said: state.Said, _now: Correcting) -> tuple[Correcting, str]:
    """Take one of one's own corrections back."""
    rows, at = own_corrections(), said.get("at")
    if not isinstance(at, int) or not 0 <= at < len(rows):
        raise CorrectionError("This correction is not there any more; it may have been undone in another window.")
    changing.take_back(rows[at])
    _leave_lost_place()
    if rows[at].field == "hide":
        state.select_event(rows[at].event)
    return Correcting("own"), "Undone."


def _leave_lost_place() -> None:
    """Where the panel speaks of a place that nothing is read as any more, it speaks of the event again."""
    place = state.view().place
    if place and not cache.place(place, EVERYTHING):
        state.show(place="")


_DOES: dict[str, Act] = {"save": _save, "hide": _hide, "locate": _locate, "undo": _undo}


def _row(said: state.Said, subject: str, field: str, old: str, new: str) -> Correction:
    """A row signed and dated today; raises CorrectionError without a signature."""
    who = " ".join(_text(said, "who").split())
    if not who:
        raise CorrectionError(UNSIGNED)
    state.sign(who)
    return Correction(subject, field, old, new, who, datetime.date.today().isoformat(), _text(said, "why"))


def _text(said: state.Said, name: str) -> str:
    return str(said.get(name) or "").strip()[:LONGEST]


def typed_date(text: str) -> str:
    """What was typed as EDTF: EDTF itself, or a date as documents write it; raises DateError."""
    words = text.strip()
    if not words:
        return ""
    try:
        return DateSpan(words).edtf
    except DateError:
        found = find_dates(make_document("typed", words), own_date=None)
        if len(found) == 1 and (found[0].start, found[0].end) == (0, len(words)):
            return found[0].value.edtf if isinstance(found[0].value, DateSpan) else ""
        raise DateError(
            f"“{words}” is no date that can be read; write 18 March 1946, 1946-03-18, March 1946, 1946 or about 1946."
        ) from None


def names_of(place: PlaceDetail) -> Sequence[str]:
    """The names under which the documents speak of a place, each in one spelling; its own where they do not."""
    spellings = {name_key(name): " ".join(name.split()) for name in place.as_written if ";" not in name}
    return tuple(spellings.values()) or (place.name,)


def documents_of(place: PlaceDetail) -> list[str]:
    """The documents that speak of a place or tell what happened there."""
    told = [found for each in place.event_ids if (found := cache.event(each))]
    ids = [spoken.document_id for spoken in place.spoken]
    return list(dict.fromkeys([*ids, *(span.document_id for each in told for span in each.event.evidence)]))


def title_of(row: Correction) -> str:
    """The title of the event that a correction changed; empty where it is hidden or gone."""
    detail = cache.event(row.event)
    return detail.event.title if detail else ""


def short(document_id: str) -> str:
    """A document in a few words: its number in its volume, else its title."""
    document = cache.document(document_id)
    if document and document.record.number:
        return f"No. {document.record.number}"
    title = document.title if document and document.title else document_id
    return title if len(title) <= 40 else f"{title[:39].rstrip()}…"


def begin_name(name: str) -> None:
    """Ask where a name is that could not be located, as the list has it."""
    listed = cache.unlocated(EVERYTHING).names
    known = next((each.name for each in listed if name_key(each.name) == name_key(name)), "")
    state.correct(Correcting("names", known))
