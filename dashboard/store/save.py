"""Writing an atlas: everything found, or what changed beside a copy of the rest, into new files, then the pointer."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from dashboard.model import Event
from dashboard.store.behind import Behind
from dashboard.store.findings import Findings
from dashboard.store.folder import new_build, point_to, remove_old_builds, writing
from dashboard.store.made import Change, Made
from dashboard.store.numbers import document_number, in_time
from dashboard.store.rows import Seen, document_row, event_numbers, event_rows, mention_columns, meta_rows
from dashboard.store.search import Index, open_index
from dashboard.store.sheet import Sheet, sheet_of
from dashboard.store.tables import Tables, batches, open_tables

AT_A_TIME = 100
"""Sheets held at a time."""


def save(folder: Path, findings: Findings, *, fingerprint: str = "") -> None:
    """Write an atlas of findings held in memory; raises AtlasBusy where another process is writing."""
    told = _told_in(findings)
    made = Made({found.document.id: "" for found in findings.annotations})
    with writing(folder):
        sheets = (sheet_of(found, told[found.document.id]) for found in findings.annotations)
        commit(folder, sheets, findings, made=made, fingerprint=fingerprint)


def commit(
    folder: Path,
    sheets: Iterable[Sheet],
    findings: Findings,
    *,
    made: Made,
    change: Change | None = None,
    fingerprint: str = "",
) -> None:
    """Write an atlas of sheets, gone through once in reading order, and make it the current one.

    With a change, sheets and findings are those of the part it makes anew (and of the documents that tell of its events
    besides); all else is taken over from the build before.

    Call it while holding `writing`. Whoever reads the old build goes on reading it; a process that is killed on the way
    leaves the old build current. Memory grows with the events, not with the documents.
    """
    build = new_build(folder, fingerprint)
    before = change.build if change else None
    try:
        with (
            open_tables(build.atlas, like=before.atlas if before else None) as tables,
            open_index(build.search, like=before.search if before else None) as index,
        ):
            _Writing(tables, index, findings, made, change).write(sheets)
        point_to(build)
    except BaseException:
        build.remove()
        raise
    remove_old_builds(folder, keep=build)


class _Writing:
    """Writes the rows of a build, and, beside it, the words that lead to documents and events."""

    def __init__(self, tables: Tables, index: Index, findings: Findings, made: Made, change: Change | None) -> None:
        self._tables, self._index, self._findings, self._change = tables, index, findings, change
        self._events, own = in_time(findings.events)
        self._made = made if own else made.in_one_piece()
        self._positions = {name: position for position, name in enumerate(made.findings)}
        self._seen = Seen()
        self._places = {place.id for event in self._events.values() for place in event.places}
        """Those of which it must be worked out anew what they are called here."""
        self._told = event_numbers(self._events)
        before = tables.numbers() if change else {}
        self._taken = {before[each] for each in change.events if each in before} if change else set()
        self._numbers = {each: number for each, number in before.items() if number not in self._taken} | self._told
        """Of every event, by every id it is known by."""
        self._moved = {each for each in before.keys() | self._told if before.get(each) != self._numbers.get(each)}
        """The ids that mean another event than before, or none."""

    def write(self, sheets: Iterable[Sheet]) -> None:
        """Take out what changes, then write the rest."""
        if self._change:
            self._take_out(self._change)
        with Behind() as indexing:
            with Behind() as inserting:
                for batch in batches(sheets, AT_A_TIME):
                    inserting.do(self._insert, batch)
                    indexing.do(self._add_words, batch)
                    self._seen.note(batch)
            indexing.do(self._index_events)
            for table, rows in event_rows(self._findings, self._events, self._seen).items():
                self._tables.insert(table, rows)
            self._tables.insert("meta", meta_rows(self._made))
            self._tables.put_in_order(self._positions)
            self._tables.derive(self._places)

    def _take_out(self, change: Change) -> None:
        """Delete the rows of what is made anew or gone; those of documents as their sheets come."""
        gone = [document_number(name) for name in change.documents - self._positions.keys()]
        self._tables.take_out(documents=gone, events=self._taken)
        self._tables.clear("meta", "problems", "labels")
        self._index.take_out(documents=map(document_number, change.texts), events=self._taken)

    def _insert(self, batch: Sequence[Sheet]) -> None:
        """The rows of some documents and of their mentions."""
        laid = [sheet for sheet in batch if self._is_laid(sheet)]
        if self._change:
            self._tables.take_out(documents=[document_number(sheet.id) for sheet in laid], events=())
        rows = (document_row(sheet, self._positions[sheet.id], self._made.findings[sheet.id]) for sheet in laid)
        self._tables.insert("documents", rows)
        columns = [mention_columns(sheet, self._numbers) for sheet in laid]
        if columns:
            self._places.update(name for each in columns for name in each["place"] if name)
            self._tables.append(
                "mentions", {name: [cell for each in columns for cell in each[name]] for name in columns[0]}
            )

    def _is_laid(self, sheet: Sheet) -> bool:
        """Whether its rows are made anew: also where a mention leads to another event now."""
        if self._change is None or sheet.id in self._change.documents:
            return True
        return not self._moved.isdisjoint(sheet.mentions["lights"])

    def _add_words(self, batch: Sequence[Sheet]) -> None:
        """The words that lead to some documents, and from them to events."""
        fresh = [sheet for sheet in batch if self._change is None or sheet.id in self._change.texts]
        # FTS5 gathers in memory only what comes in ascending order.
        self._index.add_documents(sorted((document_number(sheet.id), sheet.title, sheet.text) for sheet in fresh))
        for sheet in batch:
            words = sheet.words.items()
            self._index.add_words((self._told[each], said) for each, said in words if each in self._told)

    def _index_events(self) -> None:
        self._index.write_events((number, each.title, _names(each)) for number, each in self._events.items())
        if self._change is None:
            self._index.lay_out()


def _told_in(findings: Findings) -> dict[str, list[Event]]:
    """The events of each document, by its id."""
    told: dict[str, list[Event]] = {found.document.id: [] for found in findings.annotations}
    for event in findings.events:
        for name in dict.fromkeys(span.document_id for span in event.evidence):
            told[name].append(event)
    return told


def _names(event: Event) -> Sequence[str]:
    """What people and places of the event are called, for the search."""
    places = (f"{place.name} {place.as_written}" for place in event.places)
    return [*(person.name for person in event.people), *places]
