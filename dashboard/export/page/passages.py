"""The passages of events as the page holds them: paragraphs of runs, evidence and what leads elsewhere told apart."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from dashboard.export.cited import web
from dashboard.model import Document, Span
from dashboard.queries import Atlas, documents_of, links_in
from dashboard.queries.entries import Entry
from dashboard.views.citation import citation, plain
from dashboard.views.excerpt import Excerpt, Mark, Paragraph, Run, excerpt

MOST = 1500
"""Characters of a passage; where its evidence ends later it goes on to there."""

_KINDS = {"date": "d", "place": "p", "note": "n", "page": "g", "": ""}
Written = list[Any]


class Passages:
    """Cuts the passages of events out of their documents, which are read together."""

    def __init__(self, atlas: Atlas, entries: Sequence[Entry], events: Mapping[str, int], places: Mapping[str, int]):
        ids = list(dict.fromkeys(span.document_id for entry in entries for span in entry.event.evidence))
        self._documents = documents_of(atlas, ids)
        self._targets = {"d": events, "p": places}
        self._marks = {
            name: [Mark(link.start, link.end, "place" if link.kind == "place" else "date",
                        link.place if link.kind == "place" else link.lights) for link in links]
            for name, links in links_in(atlas, ids).items()
        }  # fmt: skip

    def of(self, entry: Entry) -> list[dict[str, Any]]:
        """The passages of an event, a document after the other."""
        spans: dict[str, list[Span]] = {}
        for evidence in entry.event.evidence:
            spans.setdefault(evidence.document_id, []).append(Span(evidence.start, evidence.end))
        return [self._passage(self._documents[name], found) for name, found in spans.items()]

    def _passage(self, document: Document, spans: Sequence[Span]) -> dict[str, Any]:
        shown = excerpt(document, spans, marks=self._marks.get(document.id, ()))
        return {
            "where": plain(document, shown.page),
            "cite": citation(document, shown.page),
            "url": web(document.record.url),
            "paragraphs": [self._paragraph(each) for each in _shortened(shown)],
            "notes": [[note.label, *self._runs(note.runs)] for note in shown.notes],
        }

    def _paragraph(self, paragraph: Paragraph) -> Written:
        """What precedes it was left out (…), it is a heading (h) or neither; then its runs."""
        sign = "…" if paragraph.gap or paragraph.cut else "h" if paragraph.heading else ""
        return [sign, *self._runs(paragraph.runs)]

    def _runs(self, runs: Iterable[Run]) -> Iterator[str | Written]:
        """Plain text as such; other runs with kind, whether it is evidence, and where it leads."""
        for run in runs:
            kind = _KINDS[run.kind]
            target = self._targets.get(kind, {}).get(run.target)
            if not run.evidence and kind in ("", "d", "p") and target is None:
                yield run.text
            elif target is None:
                yield [run.text, kind if kind in ("n", "g") else "", int(run.evidence)]
            else:
                yield [run.text, kind, int(run.evidence), target]


def _shortened(shown: Excerpt) -> Iterator[Paragraph]:
    """The paragraphs up to the last evidence, and as many after it as there is room for."""
    last = max((at for at, each in enumerate(shown.paragraphs) if any(run.evidence for run in each.runs)), default=0)
    taken = 0
    for at, paragraph in enumerate(shown.paragraphs):
        if at > last and taken >= MOST:
            return
        runs = list(_within(paragraph.runs, MOST - taken, past=at > last))
        taken += sum(len(run.text) for run in runs)
        yield Paragraph(tuple(runs), paragraph.gap, paragraph.heading, paragraph.cut)


def _within(runs: Sequence[Run], room: int, *, past: bool) -> Iterator[Run]:
    """The runs up to the last evidence, then to the end of the room, cut at a word."""
    last = -1 if past else max((at for at, run in enumerate(runs) if run.evidence), default=-1)
    for at, run in enumerate(runs):
        if at > last and len(run.text) > room:
            kept = run.text[: max(0, room)].rpartition(" ")[0]
            yield Run(f"{kept} […]")
            return
        room -= len(run.text)
        yield run
