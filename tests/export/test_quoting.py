"""Quotations for slides: the document's own words, cut at words, without the numbers of footnotes left behind."""

from __future__ import annotations

from dashboard.export import select
from dashboard.export.quoting import MOST, shortened
from dashboard.queries import Atlas


def test_numbers_of_footnotes_do_not_come_along_without_their_notes(gold_atlas: Atlas) -> None:
    quotations = [each for entry in select(gold_atlas).entries for each in entry.quotations]
    (charter,) = (each for each in quotations if each.exact.startswith("Article 106 of the proposed Charter"))
    assert charter.suffix.startswith("6 provides:")
    assert "".join(shortened(charter)) == "“Article 106 of the proposed Charter of the United Nations provides: …”"
    numbered = 0
    for each in quotations:
        marks = [note.mark for note in each.source.notes if note.mark and each.start <= note.mark.start < each.end]
        said = shortened(each).exact
        if len(each.exact) <= MOST:
            lost = sum(mark.end - mark.start for mark in marks)
            assert len(said) == len(" ".join(each.exact.split())) - lost
        numbered += bool(marks)
    assert numbered, "there are some"
