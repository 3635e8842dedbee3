"""The whole flow on one page: read -> people -> dates -> places -> resolve -> events -> merge -> correct -> save."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import chain
from pathlib import Path

from dashboard import config
from dashboard.corrections import NAME as CORRECTIONS
from dashboard.corrections import Corrected, Correction, Find, append, apply, read_corrections, undo
from dashboard.datespan import DateSpan
from dashboard.documents.readers import read_folder
from dashboard.errors import CorrectionError
from dashboard.extraction.dateline import document_date, document_place_names
from dashboard.extraction.dates import find_dates
from dashboard.extraction.events import find_events
from dashboard.extraction.merge import merge_events
from dashboard.extraction.people import find_people
from dashboard.extraction.places import find_places
from dashboard.extraction.topics import topics
from dashboard.fingerprint import fingerprint
from dashboard.gazetteer import Gazetteers
from dashboard.model import Annotations, Document, Place
from dashboard.store.findings import Findings
from dashboard.store.folder import current_build
from dashboard.store.kept import kept
from dashboard.store.save import save

DOCUMENTS = config.DATA / "documents"
"""The documents of the default atlas."""

CODE = Path(__file__).parent
SOURCES = (
    *(CODE / name for name in ("documents", "extraction", "gazetteer", "corrections", "store")),
    *(CODE / name for name in ("model.py", "datespan.py", "datewords.py", "passages.py", "pipeline.py")),
    *(config.DATA / name for name in ("vocabulary", "gazetteer")),
    config.ROOT / "requirements.txt",
)
"""What an atlas depends on besides its documents and corrections: a change of any of these makes it anew."""


def annotate(document: Document, gazetteers: Gazetteers) -> Annotations:
    """Everything found in one document, which gives the same answer alone or among others."""
    people = find_people(document)
    own_date = document.date or document_date(document)
    dates = find_dates(document, own_date=own_date)
    own_place = _own_place(document, own_date, gazetteers)
    mentions = find_places(document, gazetteers.names, people=people)
    places = gazetteers.resolve(document, mentions, own_date=own_date, own_place=own_place)
    events = find_events(
        document,
        dates=dates,
        places=places,
        people=people,
        own_date=own_date,
        own_place=own_place,
        locate=gazetteers.locate,
    )
    return Annotations(document, own_date, own_place, dates, places, people, events)


def _own_place(document: Document, own_date: DateSpan | None, gazetteers: Gazetteers) -> Place | None:
    """Where the document was written: the first of its names that a gazetteer knows, with how it is known.

    One writes in a town, so of the readings of a name a town or a site comes first.
    """
    when = own_date.earliest.year if own_date and own_date.earliest else None
    for name in document_place_names(document):
        if name.post_in_country:
            readings = [gazetteers.capital(name.name, when)]
        else:
            full = f"{name.name}, {name.within}" if name.within else name.name
            queries = [full, name.name, *name.name.split(", ")]
            readings = [place for query in queries for place in gazetteers.alternatives(query, when=when)]
        if name.outer and readings and readings[0] and readings[0].kind not in ("settlement", "site"):
            continue
        towns = (place for place in readings if place and place.kind in ("settlement", "site"))
        place = next(towns, next(iter(readings), None))
        if place:
            return replace(place, as_written=name.name, basis=name.why)
    return None


def annotate_all(documents: Sequence[Document], gazetteers: Gazetteers) -> Findings:
    """What an atlas of these documents is made of, before any correction."""
    annotations = [annotate(document, gazetteers) for document in documents]
    events = merge_events(chain.from_iterable(found.events for found in annotations))
    return Findings(annotations, events, topic_labels=topics(), country_name=gazetteers.country_name)


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


def build_atlas(atlas: Path, documents: Path = DOCUMENTS, *, anew: bool = False) -> bool:
    """Make the atlas of a folder of documents unless nothing changed since; says whether there was work to do.

    For the default documents, data/corrections.csv belongs to what is found; a reader's own corrections lie beside the
    atlas, and where only they changed, the documents are not read again.
    """
    shipped = [config.DATA / CORRECTIONS] if documents == DOCUMENTS else []
    made_from = fingerprint([documents, *shipped, *SOURCES])
    build = None if anew else current_build(atlas)
    if build and build.complete and build.fingerprint == _mark(made_from, atlas):
        return False
    gazetteers = Gazetteers()
    gazetteers.build()
    if build and build.complete and build.found.exists() and build.fingerprint.startswith(made_from):
        bring_up_to_date(atlas, gazetteers)
        return True
    problems: list[str] = []
    read = list(read_folder(documents, problems.append))
    found = replace(annotate_all(read, gazetteers), problems=problems)
    found, _ = corrected(found, [row for path in shipped for row in read_corrections(path)], gazetteers)
    done, _ = corrected(found, read_corrections(atlas / CORRECTIONS), gazetteers)
    save(atlas, done, found=found, fingerprint=_mark(made_from, atlas))
    return True


def _mark(made_from: str, atlas: Path) -> str:
    """The fingerprint of a build: of what was read, and of the reader's own corrections."""
    return f"{made_from}-{fingerprint([atlas / CORRECTIONS])}"


def bring_up_to_date(atlas: Path, gazetteers: Gazetteers, *adding: Correction) -> None:
    """Apply a reader's corrections to what was found, without reading the documents again.

    `adding` are written to the atlas's corrections.csv if they can be applied, else nothing is; raises CorrectionError.
    """
    build = current_build(atlas)
    found = replace(kept(atlas), topic_labels=topics(), country_name=gazetteers.country_name)
    path = atlas / CORRECTIONS
    findings, done = corrected(found, [*read_corrections(path), *adding], gazetteers)
    for row in adding:
        if row in done.refused:
            raise CorrectionError(done.refused[row])
    if adding:
        append(path, *adding)
    made_from = build.fingerprint.partition("-")[0] if build else ""
    save(atlas, findings, found=found, fingerprint=_mark(made_from, atlas))


def take_back(atlas: Path, gazetteers: Gazetteers, correction: Correction) -> None:
    """Undo one of a reader's corrections; raises CorrectionError where the file cannot be written."""
    if undo(atlas / CORRECTIONS, correction):
        bring_up_to_date(atlas, gazetteers)
