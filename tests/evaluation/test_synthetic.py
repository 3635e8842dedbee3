"""Made-up atlases: as many events as asked for, the same each time, spread as the tables say, valid throughout."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import get_args

import pytest

from dashboard.evaluation.synthetic import build_synthetic_atlas, synthetic_findings
from dashboard.evaluation.synthetic.shares import numbers, places, shares, wording
from dashboard.extraction.topics import topics
from dashboard.model import Certainty, EventKind, PlaceKind, Status
from dashboard.store.atlas import Atlas
from dashboard.store.findings import Findings

EVENTS = 1500


@pytest.fixture(scope="module")
def findings() -> Findings:
    """A small series."""
    return synthetic_findings(EVENTS)


def test_exactly_so_many_and_the_same_for_the_same_seed(findings: Findings) -> None:
    again, other = synthetic_findings(EVENTS), synthetic_findings(EVENTS, seed=2)
    assert len(findings.events) == len({event.id for event in findings.events}) == EVENTS
    assert (again.annotations, again.events) == (findings.annotations, findings.events)
    assert other.events != findings.events


def test_what_is_marked_stands_there(findings: Findings) -> None:
    for found in findings.annotations:
        text = found.document.text
        for mention in (*found.dates, *found.places, *found.people):
            assert text[mention.start : mention.end] == mention.text
        for event in found.events:
            assert event.evidence
            for span in event.evidence:
                assert text[span.start : span.end].strip().endswith(".")


def test_spread_as_the_table_says(findings: Findings) -> None:
    kinds = Counter(event.kind for event in findings.events)
    assert kinds["communication"] / EVENTS == pytest.approx(0.499, abs=0.05)
    forties = [event for event in findings.events if event.date and event.date.edtf.startswith("194")]
    assert len(forties) / EVENTS == pytest.approx(0.53, abs=0.12)
    assert sum(event.date is None for event in findings.events) > 0
    assert sum(not event.places for event in findings.events) / EVENTS == pytest.approx(0.43, abs=0.05)
    per_document = EVENTS / len(findings.annotations)
    assert 3 < per_document < 6


def test_some_words_try_to_run(findings: Findings) -> None:
    titles = " ".join(event.title for event in findings.events)
    texts = " ".join(found.document.text for found in findings.annotations)
    hostile = [words for words, _ in wording("hostile")]
    for where in (titles, texts):
        assert sum(words in where for words in hostile) > len(hostile) / 2  # chance may miss one or the other


def test_an_atlas_is_made_once(tmp_path: Path) -> None:
    assert build_synthetic_atlas(tmp_path, 40)
    assert not build_synthetic_atlas(tmp_path, 40)
    assert build_synthetic_atlas(tmp_path, 40, seed=3)
    assert Atlas(tmp_path).rows("SELECT count(*) FROM events") == [(40,)]


@pytest.mark.parametrize(
    ("quantity", "values"),
    [
        ("kind", get_args(EventKind)),
        ("certainty", get_args(Certainty)),
        ("status", get_args(Status)),
        ("topic", topics()),
    ],
)
def test_the_tables_hold_what_the_model_knows(quantity: str, values: tuple[str, ...]) -> None:
    assert set(shares(quantity).values) <= set(values)
    assert {place.kind for place in places("named").values} <= set(get_args(PlaceKind))
    assert all(weight > 0 for weight in numbers("year").heights)
