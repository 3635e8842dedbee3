"""Committing: what was found in single documents becomes one atlas: merged, corrected, written, pointed to."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from dashboard import config
from dashboard.corrections import LOCATE, Corrected, Correction, Find, apply, name_key, read_corrections
from dashboard.corrections import NAME as CORRECTIONS
from dashboard.extraction.merge import merge_events
from dashboard.extraction.one_name import one_name
from dashboard.extraction.topics import topics
from dashboard.fingerprint import fingerprint
from dashboard.gazetteer import Gazetteers
from dashboard.model import Annotations, Event
from dashboard.pipeline.marks import CORRECTING, reading_mark
from dashboard.store.findings import Findings
from dashboard.store.kept import DocumentState, Kept
from dashboard.store.save import commit
from dashboard.store.sheet import Sheet, annotations_of, lit, sheet_of, unpack

DOCUMENTS = config.DATA / "documents"
"""The documents of the default atlas."""


@dataclass(frozen=True, slots=True)
class Contents:
    """What an atlas is to be made of, before it is put together."""

    documents: tuple[DocumentState, ...]
    """Those that were understood, each id once, in reading order."""
    problems: tuple[str, ...]
    shipped: tuple[Path, ...]
    """Corrections that come with the documents; a reader's own lie beside the atlas."""

    def mark(self, atlas: Path) -> str:
        """What changes whenever the atlas would."""
        digest = hashlib.sha256(reading_mark().encode())
        for line in (*((each.id, each.key) for each in self.documents), self.problems):
            digest.update(json.dumps(line).encode())
        return f"{digest.hexdigest()[:32]}-{fingerprint([*CORRECTING, *self.shipped, atlas / CORRECTIONS])}"


@dataclass(frozen=True, slots=True)
class Whole:
    """An atlas put together, not yet written."""

    findings: Findings
    """Its annotations are only those of the documents that corrections look into."""
    sheets: Iterable[Sheet]
    """In reading order, to be gone through once."""
    done: Corrected
    """What became of the reader's own corrections."""


def put_together(kept: Kept, contents: Contents, own: Sequence[Correction], gazetteers: Gazetteers) -> Whole:
    """What was found in the documents as one: merged, then corrected by what is shipped and by the reader's own."""
    keys = {each.id: each.key for each in contents.documents}
    merged = one_name(merge_events(event for key in keys.values() for event in kept.events(key)))
    shipped = [row for path in contents.shipped for row in read_corrections(path)]
    concerned = _concerned((*shipped, *own), keys, kept)
    found = Findings(concerned, merged, topic_labels=topics(), country_name=gazetteers.country_name)
    found, _ = corrected(replace(found, problems=contents.problems), shipped, gazetteers)
    found, done = corrected(found, own, gazetteers)
    return Whole(found, _sheets(keys, kept, found, merged), done)


def write(atlas: Path, whole: Whole, contents: Contents) -> None:
    """Make it the current build; call it while holding `writing`."""
    commit(atlas, whole.sheets, whole.findings, fingerprint=contents.mark(atlas))


def corrected(findings: Findings, rows: Sequence[Correction], gazetteers: Gazetteers) -> tuple[Findings, Corrected]:
    """The findings with corrections applied, and what became of each."""
    done = apply(rows, findings.events, findings.annotations, _finder(gazetteers), checked=findings.checked)
    problems = [*findings.problems, *done.problems]
    changed = replace(
        findings, annotations=done.annotations, events=done.events, checked=done.checked, problems=problems
    )
    return changed, done


def _finder(gazetteers: Gazetteers) -> Find:
    """What corrections ask: the place of a gazetteer's id, else the one a name meant in that year."""
    return lambda name, when: gazetteers.by_id(name, when=when) or gazetteers.locate(name, when=when)


def _concerned(rows: Sequence[Correction], keys: dict[str, str], kept: Kept) -> list[Annotations]:
    """The documents that corrections look into: those they quote, and those that hold a name they locate."""
    quoted = {name for row in rows for name in _documents_of(row)}
    everywhere = {
        name_key(name) for row in rows if row.field == LOCATE and not row.event for name in row.old.split(";")
    }
    if not everywhere:
        return [annotations_of(unpack(kept.sheet(keys[name]))) for name in keys if name in quoted]
    sheets = ((name, unpack(kept.sheet(key))) for name, key in keys.items())
    return [annotations_of(sheet) for name, sheet in sheets if name in quoted or everywhere & _names(sheet)]


def _documents_of(row: Correction) -> set[str]:
    """Ids of the documents that a correction names."""
    if row.field == LOCATE:
        return {row.event}
    if row.field != "add":
        return set()
    try:
        return {str(each["document"]) for each in json.loads(row.new)["evidence"]}
    except (ValueError, KeyError, TypeError):  # `apply` says what is wrong with it
        return set()


def _names(sheet: Sheet) -> set[str]:
    """The names of places in a document, as corrections compare them."""
    pairs = zip(sheet.mentions["kind"], sheet.mentions["text"], strict=True)
    return {name_key(text) for kind, text in pairs if kind == "place"}


def _sheets(keys: dict[str, str], kept: Kept, found: Findings, merged: Iterable[Event]) -> Iterator[Sheet]:
    """The sheets in reading order; those that a correction touched are made anew."""
    read_again = {each.document.id: each for each in found.annotations}
    told: dict[str, list[Event]] = {name: [] for name in read_again.keys() | _touched(merged, found.events)}
    for event in found.events:
        for name in {span.document_id for span in event.evidence} & told.keys():
            told[name].append(event)
    for name, key in keys.items():
        if name in read_again:
            yield sheet_of(read_again[name], told[name])
        else:
            sheet = unpack(kept.sheet(key))
            yield lit(sheet, told[name]) if name in told else sheet


def _touched(before: Iterable[Event], after: Iterable[Event]) -> set[str]:
    """The documents that tell of an event which corrections changed, added or took away."""
    was, now = {id(event): event for event in before}, {id(event): event for event in after}
    changed = [was[each] for each in was.keys() - now.keys()] + [now[each] for each in now.keys() - was.keys()]
    return {span.document_id for event in changed for span in event.evidence}
