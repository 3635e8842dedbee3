"""What went wrong, sorted by kind: the list that `python -m dashboard evaluate --errors N` prints."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from dashboard.evaluation.labels import EventLabel
from dashboard.evaluation.matching import Matches, placed, resolved, same_days, same_teller
from dashboard.evaluation.report import Scored
from dashboard.evaluation.scores import sure_pairs
from dashboard.model import Span


@dataclass(frozen=True, slots=True)
class Mistake:
    """One difference between label and finding."""

    kind: str
    """“date missed”, “date false”, “date wrong”, and so on."""
    document: str
    words: str
    labelled: str = ""
    found: str = ""

    def __str__(self) -> str:
        words = " ".join(self.words.split())
        return f"{self.kind} | {self.document} | {words[:160]} | {self.labelled} | {self.found}"


def mistakes(scored: Iterable[Scored]) -> list[Mistake]:
    """Every mistake, sorted by kind; within a kind in the order of the documents."""
    every = [mistake for each in scored for mistake in (*_dates(each), *_places(each), *_events(each))]
    return sorted(every, key=lambda mistake: mistake.kind)


def _dates(scored: Scored) -> Iterator[Mistake]:
    dates, words = scored.matches.dates, _Words(scored)
    for label in dates.missed:
        if not label.doubtful:
            yield words.mistake("date missed", [label.span], str(label.edtf))
    for item in dates.false:
        yield words.mistake("date false", [item.span], "", str(item.edtf))
    for label, item in sure_pairs(dates):
        if not same_days(label, item):
            yield words.mistake("date wrong", [label.span], str(label.edtf), f"{item.edtf} “{words.of([item.span])}”")


def _places(scored: Scored) -> Iterator[Mistake]:
    places, words = scored.matches.places, _Words(scored)
    for label in places.missed:
        if not label.doubtful:
            yield words.mistake("place missed", [label.span], label.point.name)
    for item in places.false:
        yield words.mistake("place false", [item.span], "", f"{item.point.name} ({item.country})")
    for label, item in sure_pairs(places):
        if label.point.lat is not None and not resolved(label, item):
            found = f"{item.point.name} ({item.country}) {item.point.lat}, {item.point.lon}"
            yield words.mistake("place wrong", [label.span], f"{label.point.name} ({label.country})", found)


def _events(scored: Scored) -> Iterator[Mistake]:
    events, words = scored.matches.events, _Words(scored)
    for label in events.missed:
        if not label.doubtful:
            yield words.mistake("event missed", label.evidence, f"{label.edtf} {label.title}")
    for item in events.false:
        yield words.mistake("event false", item.evidence, "", f"{item.edtf} {item.title}")
    yield from _event_pairs(events, words)


def _event_pairs(events: Matches[EventLabel], words: _Words) -> Iterator[Mistake]:
    for label, item in sure_pairs(events):
        if not same_days(label, item):
            found = f"{item.edtf} {item.title}"
            yield words.mistake("event misdated", label.evidence, f"{label.edtf} {label.title}", found)
            continue
        if not placed(label, item):
            want, got = (", ".join(point.name for point in each.places) or "nowhere" for each in (label, item))
            yield words.mistake("event misplaced", label.evidence, want, got)
        for field in ("topics", "countries", "kind", "certainty", "status"):
            want, got = (_shown(getattr(each, field)) for each in (label, item))
            if want != got:
                yield words.mistake(f"{field} wrong", label.evidence, want, got)
        if label.told_by and not same_teller(label, item):
            yield words.mistake("who says so wrong", label.evidence, label.told_by, item.told_by)


def _shown(value: str | frozenset[str]) -> str:
    return value if isinstance(value, str) else " ".join(sorted(value))


@dataclass(frozen=True, slots=True)
class _Words:
    """The words of one document, to quote in its mistakes."""

    scored: Scored

    def of(self, spans: Sequence[Span]) -> str:
        text = self.scored.labelled.document.text
        return " … ".join(text[span.start : span.end] for span in spans)

    def mistake(self, kind: str, spans: Sequence[Span], labelled: str, found: str = "") -> Mistake:
        return Mistake(kind, self.scored.labelled.document.id, self.of(spans), labelled, found)
