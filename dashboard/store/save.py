"""Writing an atlas: everything found, into new files, then the pointer."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from dashboard.model import Event
from dashboard.store.behind import Behind
from dashboard.store.findings import Findings
from dashboard.store.folder import new_build, point_to, remove_old_builds, writing
from dashboard.store.numbers import document_number, in_time
from dashboard.store.rows import Seen, document_row, event_numbers, event_rows, mention_columns
from dashboard.store.search import Index, new_index
from dashboard.store.sheet import Sheet, sheet_of
from dashboard.store.tables import Tables, batches, new_tables

AT_A_TIME = 100
"""Sheets held at a time."""


def save(folder: Path, findings: Findings, *, fingerprint: str = "") -> None:
    """Write an atlas of findings held in memory; raises AtlasBusy where another process is writing."""
    told = _told_in(findings)
    with writing(folder):
        sheets = (sheet_of(found, told[found.document.id]) for found in findings.annotations)
        commit(folder, sheets, findings, fingerprint=fingerprint)


def commit(folder: Path, sheets: Iterable[Sheet], findings: Findings, *, fingerprint: str = "") -> None:
    """Write an atlas of sheets, gone through once in reading order, and make it the current one.

    Call it while holding `writing`. Whoever reads the old build goes on reading it; a process that is killed on the way
    leaves the old build current. Memory grows with the events, not with the documents.
    """
    build = new_build(folder, fingerprint)
    events, _ = in_time(findings.events)
    try:
        with new_tables(build.atlas) as tables, new_index(build.search) as index, Behind() as indexing:
            seen = _write_sheets(sheets, event_numbers(events), tables, index, indexing)
            indexing.do(index.write_events, [(number, each.title, _names(each)) for number, each in events.items()])
            for table, rows in event_rows(findings, events, seen).items():
                tables.insert(table, rows)
            tables.derive()
        point_to(build)
    except BaseException:
        build.remove()
        raise
    remove_old_builds(folder, keep=build)


def _write_sheets(
    sheets: Iterable[Sheet], numbers: Mapping[str, int], tables: Tables, index: Index, indexing: Behind
) -> Seen:
    """The rows of documents and mentions, and, beside it, the words that lead to documents and events."""
    seen = Seen()
    with Behind() as inserting:
        for batch in batches(enumerate(sheets), AT_A_TIME):
            inserting.do(_insert, batch, numbers, tables)
            indexing.do(_index, batch, numbers, index)
            for _, sheet in batch:
                seen.note(sheet)
    return seen


def _insert(batch: Sequence[tuple[int, Sheet]], numbers: Mapping[str, int], tables: Tables) -> None:
    """The rows of some documents and of their mentions."""
    tables.insert("documents", (document_row(position, sheet) for position, sheet in batch))
    columns = [mention_columns(sheet, numbers) for _, sheet in batch]
    tables.append("mentions", {name: [cell for each in columns for cell in each[name]] for name in columns[0]})


def _index(batch: Sequence[tuple[int, Sheet]], numbers: Mapping[str, int], index: Index) -> None:
    """The words that lead to some documents, and from them to events."""
    # FTS5 gathers in memory only what comes in ascending order.
    index.add_documents(sorted((document_number(sheet.id), sheet.title, sheet.text) for _, sheet in batch))
    for _, sheet in batch:
        index.add_words((numbers[each], words) for each, words in sheet.words.items() if each in numbers)


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
