"""Corrections applied to events: what comes out, who signed it, and what could not be applied."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dashboard.corrections.changes import FIELDS, Find, added_event, value_of
from dashboard.corrections.table import Correction
from dashboard.datespan import DateSpan
from dashboard.datewords import day_in_words
from dashboard.errors import CorrectionError, DashboardError, DateError
from dashboard.model import Document, Event


@dataclass(frozen=True, slots=True)
class Corrected:
    """The events after correction."""

    events: tuple[Event, ...]
    checked: Mapping[str, str]
    """Words on who checked or corrected an event, by event id."""
    problems: tuple[str, ...]
    """A sentence for each correction that could not be applied, or that met another value than it expected."""


def apply(
    corrections: Sequence[Correction], events: Sequence[Event], documents: Mapping[str, Document], find: Find
) -> Corrected:
    """The events with the corrections applied in order; an event may be named by an id merged into its own."""
    current = {event.id: event for event in events}
    ids = {alias: event.id for event in events for alias in (*event.aliases, event.id)}
    signed: dict[str, list[Correction]] = {}
    problems: list[str] = []
    for row in corrections:
        event_id = ids.get(row.event, row.event)
        try:
            problems += _apply_one(row, event_id, current, documents, find)
            signed.setdefault(event_id, []).append(row)
        except DashboardError as error:
            problems.append(f"Correction of “{row.old or row.event}” ({row.field}, {row.who}, {row.when}): {error}")
    checked = {event_id: _in_words(rows) for event_id, rows in signed.items() if event_id in current}
    return Corrected(tuple(current.values()), checked, tuple(problems))


def _apply_one(
    row: Correction, event_id: str, current: dict[str, Event], documents: Mapping[str, Document], find: Find
) -> list[str]:
    """Change `current` by one correction; returns a sentence where another value was expected."""
    if row.field == "add":
        current[row.event] = added_event(row.event, row.new, documents, find)
        return []
    if event_id not in current:
        raise CorrectionError("its event is not found any more; the correction is kept but changes nothing.")
    event = current[event_id]
    if row.field == "hide":
        del current[event_id]
    elif row.field in FIELDS:
        current[event_id] = FIELDS[row.field].change(event, row.new, find)
        return _unexpected(row, event)
    elif row.field != "check":
        raise CorrectionError(f"“{row.field}” cannot be corrected; use hide, check, add, {', '.join(FIELDS)}.")
    return []


def _unexpected(row: Correction, event: Event) -> list[str]:
    """A sentence where another value is found now than the one that was corrected."""
    found = value_of(event, row.field)
    if found in (row.old, row.new):
        return []
    return [
        f"“{event.title}”: {row.who} corrected its {row.field} from “{row.old}” to “{row.new}”, but “{found}” is found"
        " now. The correction was applied; look at it again."
    ]


def _in_words(rows: Sequence[Correction]) -> str:
    """Who checked an event and what was changed, for the screen."""
    signature = f"{rows[-1].who}, {_day(rows[-1].when)}"
    if any(row.field == "add" for row in rows):
        return f"Added by {signature}."
    changed = list(dict.fromkeys(row.field for row in rows if row.field != "check"))
    if not changed:
        return f"Read by machine; checked by {signature}."
    return f"Read by machine; {_listed(changed)} corrected by {signature}."


def _listed(words: Sequence[str]) -> str:
    """“a, b and c”."""
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}"


def _day(iso: str) -> str:
    """A day in words; as written where it is none."""
    try:
        first = DateSpan(iso).earliest
    except DateError:
        return iso
    return day_in_words(first) if first else iso
