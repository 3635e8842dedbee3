"""Work: what is done with a batch of documents, in this process or in any other that holds the same program."""

from __future__ import annotations

import logging
import traceback
from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

from dashboard.errors import ClusterError
from dashboard.extraction.merge import family
from dashboard.extraction.one_name import names_in, surname
from dashboard.gazetteer import Gazetteers, open_gazetteers
from dashboard.gazetteer.names import name_key
from dashboard.model import Annotations, Document, Mention, Place
from dashboard.pipeline.marks import reading_mark
from dashboard.store.codec import decode
from dashboard.store.kept import Finding, Tally, pack_events
from dashboard.store.sheet import pack, sheet_of
from dashboard.store.ties import Named, Ties, Told
from dashboard.uncollected import uncollected

logger = logging.getLogger(__name__)

MOST_WORDS = 200
"""Words not understood that are kept of a document: names, dates and clauses each."""
_CODE = Path(__file__).parents[1]


class Task(NamedTuple):
    """A document to be read, and the key its findings are kept under."""

    key: str
    document: bytes
    """As JSON."""
    name: str
    """What a sentence calls it."""


def annotate(document: Document, gazetteers: Gazetteers) -> Annotations:
    """Everything found in one document (one_document.py); only who reads loads what reading takes."""
    from dashboard.pipeline import one_document

    with uncollected():
        return one_document.annotate(document, gazetteers)


def do(batch: Sequence[Task], mark: str) -> list[Finding]:
    """What is found in each document of a batch; one that defeats the program gives a sentence, and the rest goes on.

    The whole traceback goes to the log of the process at work: the terminal of the import, or that of a worker.
    `mark` is that of the program that asks: raises ClusterError where this process runs another version.
    """
    if mark != reading_mark():
        raise ClusterError("A worker runs another version of this program; bring its checkout up to date.")
    return [_finding(task) for task in batch]


def _finding(task: Task) -> Finding:
    try:
        found = annotate(decode(Document, task.document.decode("utf-8", "surrogatepass")), gazetteers())
        sheet = pack(sheet_of(found, found.events))
        return Finding(task.key, sheet, pack_events(found.events), _ties(found), _tally(found))
    except Exception as error:  # a mistake of ours in one document must not cost the others
        logger.exception("%s could not be understood", task.name)
        return Finding(
            task.key, problem=f"{task.name} could not be understood: a mistake in this program ({_reason(error)})."
        )


def _reason(error: Exception) -> str:
    """What went wrong and in which of our lines, for the sentence that a reader passes on."""
    said = f"{type(error).__name__}: {error}".partition("\n")[0][:200]
    ours = [frame for frame in traceback.extract_tb(error.__traceback__) if Path(frame.filename).is_relative_to(_CODE)]
    return f"{said}; {Path(ours[-1].filename).relative_to(_CODE.parent)}, line {ours[-1].lineno}" if ours else said


@cache
def gazetteers() -> Gazetteers:
    """The gazetteers of this process, opened once."""
    return open_gazetteers()


def _ties(found: Annotations) -> Ties:
    return Ties(
        told=tuple(Told(event.id, family(event)) for event in found.events),
        people=tuple(Named(surname(each.name), *each) for each in names_in(found.events)),
        places=tuple({name_key(mention.text): None for mention in found.places}),
    )


def _tally(found: Annotations) -> Tally:
    return Tally(
        events=len(found.events),
        places=len({mention.value.id for mention in found.places if isinstance(mention.value, Place)}),
        undated=sum(event.date is None for event in found.events),
        unlocated=sum(not event.places for event in found.events),
        not_understood=_not_understood(found.places),
        unclear_dates=_not_understood(found.dates),
    )


def _not_understood(mentions: Sequence[Mention]) -> tuple[str, ...]:
    """The words of the mentions that mean nothing to us, each once."""
    dark = (mention for mention in sorted(mentions, key=lambda each: each.start) if mention.value is None)
    return _each_once(mention.text for mention in dark)


def _each_once(words: Iterable[str]) -> tuple[str, ...]:
    """The words on one line each, without those that came before."""
    return tuple(dict.fromkeys(" ".join(each.split()) for each in words))[:MOST_WORDS]
