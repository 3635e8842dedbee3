"""Committing: what was found in single documents becomes one atlas: merged, corrected, written, pointed to.

A change is put together of the part it reaches alone (part.py), and takes the place of that part in the build before.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from dashboard import config
from dashboard.corrections import (
    LOCATE,
    Corrected,
    Correction,
    Find,
    Outcome,
    apply,
    read_corrections,
    read_outcomes,
    write_outcomes,
)
from dashboard.corrections import NAME as CORRECTIONS
from dashboard.extraction.merge import merge_events
from dashboard.extraction.one_name import Told, one_name, surname
from dashboard.extraction.topics import topics
from dashboard.fingerprint import fingerprint
from dashboard.gazetteer import Gazetteers
from dashboard.model import Annotations, Event
from dashboard.pipeline.marks import CORRECTING, reading_mark
from dashboard.pipeline.part import (
    Part,
    documents_naming,
    documents_quoted,
    everything,
    reached,
)
from dashboard.store.findings import Findings
from dashboard.store.folder import Build
from dashboard.store.kept import DocumentState, Kept
from dashboard.store.made import Change, Made, fits, read_made
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
    """An atlas put together, not yet written, or the part of one that is to take the place of what was there."""

    findings: Findings
    """Its annotations are only those of the documents that corrections look into."""
    sheets: Iterable[Sheet]
    """In reading order, to be gone through once."""
    done: Corrected
    """What became of the reader's own corrections."""
    made: Made
    change: Change | None
    """What of the build before it takes the place of; None where it is everything."""


def put_together(
    kept: Kept, contents: Contents, own: Sequence[Correction], gazetteers: Gazetteers, *, build: Build | None
) -> Whole:
    """What was found in the documents as one: merged, then corrected by what is shipped and by the reader's own.

    It is the part that changed since `build` where there is such a part, otherwise everything.
    """
    shipped = [row for path in contents.shipped for row in read_corrections(path)]
    together = _Together(kept, contents, shipped, own, gazetteers)
    made = read_made(build)
    if build and made and made.program == together.made.program and not {*shipped} & {*own}:
        part = reached(kept, together.made.findings, (*shipped, *own), made, build)
        whole = together.of(part, read_outcomes(made.corrections)) if part else None
        if whole and whole.made.program and fits(whole.change, whole.findings.events):
            return whole
    return together.of(everything(together.made.findings), {})


def write(atlas: Path, kept: Kept, whole: Whole, contents: Contents) -> None:
    """Make it the current build; call it while holding `writing`.

    What was found is on the disk before: the next correction makes an atlas of that alone.
    """
    mark = contents.mark(atlas)
    kept.to_disk()
    commit(atlas, whole.sheets, whole.findings, made=whole.made, change=whole.change, fingerprint=mark)


class _Together:
    """Puts parts of an atlas together, all from the same documents and corrections."""

    def __init__(
        self,
        kept: Kept,
        contents: Contents,
        shipped: Sequence[Correction],
        own: Sequence[Correction],
        gazetteers: Gazetteers,
    ) -> None:
        self._kept, self._contents = kept, contents
        self._shipped, self._own = shipped, own
        self._gazetteers = gazetteers
        program = f"{reading_mark()}-{fingerprint(CORRECTING)}"
        keys = {each.id: each.key for each in contents.documents}
        self._names = {key: name for name, key in keys.items()}
        self.made = Made(keys, program=program)

    def of(self, part: Part, before: Mapping[Correction, Outcome]) -> Whole:
        """The part, merged and corrected; `before` says what became of corrections that do not reach into it."""
        merged = self._merged(part)
        shipped, own = ([row for row in rows if self._looks_into(row, part)] for rows in (self._shipped, self._own))
        found = Findings(
            self._concerned([*shipped, *own], part),
            merged,
            topic_labels=topics(),
            country_name=self._gazetteers.country_name,
        )
        found, first = corrected(found, shipped, self._gazetteers)
        found, then = corrected(found, own, self._gazetteers)
        first = _completed(self._shipped, first, shipped, before)
        then = _completed(self._own, then, own, before)
        found = replace(found, problems=[*self._contents.problems, *first.problems, *then.problems])
        made = replace(
            self.made, corrections=write_outcomes(_outcomes(self._shipped, first) | _outcomes(self._own, then))
        )
        half = [row for each in (first, then) for row in each.refused if row.field == LOCATE and self._naming(row)]
        made = made.in_one_piece() if half else made
        return Whole(found, _sheets(part, self._kept, found, merged), then, made, part.change)

    def _merged(self, part: Part) -> list[Event]:
        """The events of the part, those that are one put together, each person under one name."""
        merged = merge_events(part.events(self._kept))
        surnames = {surname(person.name) for event in merged for person in event.people}
        people = self._kept.ties.people(surnames)
        return one_name(merged, (Told(*each[1:]) for key, each in people if key in self._names))

    def _looks_into(self, row: Correction, part: Part) -> bool:
        """Whether a correction must be applied to the part; a name that stands nowhere is told of with any."""
        if part.change is None:
            return True
        if row.field != LOCATE:
            return row.event in part.change.events
        naming = self._naming(row)
        return not naming or not naming.isdisjoint(part.keys)

    def _naming(self, row: Correction) -> set[str]:
        return documents_naming(row, self._names, self._kept.ties)

    def _concerned(self, rows: Sequence[Correction], part: Part) -> list[Annotations]:
        """The documents that corrections look into: those they quote, and those that hold a name they locate."""
        looked = {name for row in rows for name in documents_quoted(row)}
        looked.update(*(self._naming(row) for row in rows if row.field == LOCATE))
        return [annotations_of(unpack(self._kept.sheet(key))) for name, key in part.keys.items() if name in looked]


def corrected(findings: Findings, rows: Sequence[Correction], gazetteers: Gazetteers) -> tuple[Findings, Corrected]:
    """The findings with corrections applied, and what became of each."""
    done = apply(rows, findings.events, findings.annotations, _finder(gazetteers), checked=findings.checked)
    return replace(findings, annotations=done.annotations, events=done.events, checked=done.checked), done


def _completed(
    rows: Sequence[Correction], done: Corrected, applied: Sequence[Correction], before: Mapping[Correction, Outcome]
) -> Corrected:
    """What became of all rows: of those that were not applied now, what became of them before."""
    now = _outcomes(applied, done)
    said = {row: now[row] if row in now else before.get(row, Outcome()) for row in rows}
    names_first = sorted(said, key=lambda row: row.field != LOCATE)
    return replace(
        done,
        refused={row: said[row].refused for row in names_first if said[row].refused},
        unexpected={row: outcome.unexpected for row, outcome in said.items() if outcome.unexpected},
    )


def _outcomes(rows: Iterable[Correction], done: Corrected) -> dict[Correction, Outcome]:
    return {row: Outcome(done.refused.get(row, ""), done.unexpected.get(row, "")) for row in rows}


def _finder(gazetteers: Gazetteers) -> Find:
    """What corrections ask: the place of a gazetteer's id, else the one a name meant in that year."""
    return lambda name, when: gazetteers.by_id(name, when=when) or gazetteers.locate(name, when=when)


def _sheets(part: Part, kept: Kept, found: Findings, merged: Iterable[Event]) -> Iterator[Sheet]:
    """The sheets in reading order; those that a correction touched are made anew."""
    read_again = {each.document.id: each for each in found.annotations}
    told: dict[str, list[Event]] = {name: [] for name in read_again.keys() | _touched(merged, found.events)}
    for event in found.events:
        for name in {span.document_id for span in event.evidence} & told.keys():
            told[name].append(event)
    for name, key in part.keys.items():
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
