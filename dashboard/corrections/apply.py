"""Corrections applied to what was found: what comes out, who signed it, and what could not be applied."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dashboard.corrections.changes import FIELDS, Find, added_event, value_of
from dashboard.corrections.names import LOCATE, Located, locate
from dashboard.corrections.table import Correction
from dashboard.datewords import edtf_day_in_words
from dashboard.english import listed
from dashboard.errors import CorrectionError, DashboardError
from dashboard.model import Annotations, Document, Event


@dataclass(frozen=True, slots=True)
class Corrected:
    """What was found, after correction."""

    annotations: tuple[Annotations, ...]
    events: tuple[Event, ...]
    checked: Mapping[str, str]
    """Words on who checked or corrected an event, by event id."""
    refused: Mapping[Correction, str]
    """Those that could not be applied, each with the reason."""
    unexpected: Mapping[Correction, str]
    """Those that met another value than they expected, each with a sentence on it."""

    @property
    def problems(self) -> tuple[str, ...]:
        """All of these as sentences."""
        return (*map(_refusal, self.refused.items()), *self.unexpected.values())


def apply(
    corrections: Sequence[Correction],
    events: Sequence[Event],
    annotations: Sequence[Annotations],
    find: Find,
    *,
    checked: Mapping[str, str] | None = None,
) -> Corrected:
    """What was found with the corrections applied in order; an event may be named by an id merged into its own.

    What is said of names comes first, since what is said of one event counts more. `checked` holds the words of
    corrections that were applied before.
    """
    refused: dict[Correction, str] = {}
    located = _located(corrections, Located(tuple(annotations), tuple(events)), find, refused)
    documents = {found.document.id: found.document for found in annotations}
    current = {event.id: event for event in located.events}
    ids = {alias: event.id for event in events for alias in (*event.aliases, event.id)}
    signed: dict[str, list[Correction]] = {}
    unexpected: dict[Correction, str] = {}
    for row in (each for each in corrections if each.field != LOCATE):
        event_id = ids.get(row.event, row.event)
        try:
            if sentence := _apply_one(row, event_id, current, documents, find):
                unexpected[row] = sentence
            signed.setdefault(event_id, []).append(row)
        except DashboardError as error:
            refused[row] = str(error)
    before = dict(checked or {})
    words = before | {event_id: _in_words(rows, before.get(event_id, "")) for event_id, rows in signed.items()}
    return Corrected(
        located.annotations,
        tuple(current.values()),
        {event_id: said for event_id, said in words.items() if event_id in current},
        refused,
        unexpected,
    )


def _located(corrections: Sequence[Correction], found: Located, find: Find, refused: dict[Correction, str]) -> Located:
    """What was found with every `locate` row applied; those that cannot be join `refused`."""
    for row in corrections:
        if row.field == LOCATE:
            try:
                found = locate(row, found, find)
            except DashboardError as error:
                refused[row] = str(error)
    return found


def _refusal(item: tuple[Correction, str]) -> str:
    """The sentence for a correction that could not be applied."""
    row, reason = item
    return f"Correction of “{row.old or row.event}” ({row.field}, {row.who}, {row.when}): {reason}"


def _apply_one(
    row: Correction, event_id: str, current: dict[str, Event], documents: Mapping[str, Document], find: Find
) -> str:
    """Change `current` by one correction; returns a sentence where another value was expected."""
    if row.field == "add":
        current[row.event] = added_event(row.event, row.new, documents, find)
        return ""
    if event_id not in current:
        raise CorrectionError("its event is not found any more; the correction is kept but changes nothing.")
    event = current[event_id]
    if row.field == "hide":
        del current[event_id]
    elif row.field in FIELDS:
        current[event_id] = FIELDS[row.field].change(event, row.new, find)
        return _unexpected(row, event)
    elif row.field != "check":
        raise CorrectionError(f"“{row.field}” cannot be corrected; use hide, check, add, locate, {', '.join(FIELDS)}.")
    return ""


def _unexpected(row: Correction, event: Event) -> str:
    """A sentence where another value is found now than the one that was corrected."""
    found = value_of(event, row.field)
    if found in (row.old, row.new):
        return ""
    return (
        f"“{event.title}”: {row.who} corrected its {row.field} from “{row.old}” to “{row.new}”, but “{found}” is found"
        " now. The correction was applied; look at it again."
    )


def _in_words(rows: Sequence[Correction], before: str) -> str:
    """Who checked an event and what was changed, for the screen, after the words on what was done before."""
    signature = f"{rows[-1].who}, {edtf_day_in_words(rows[-1].when)}"
    if any(row.field == "add" for row in rows):
        return f"Added by {signature}."
    changed = list(dict.fromkeys(row.field for row in rows if row.field != "check"))
    done = f"{listed(changed)} corrected by {signature}." if changed else f"checked by {signature}."
    return f"{before.rstrip('.') or 'Read by machine'}; {done}"
