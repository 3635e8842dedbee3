"""Runs the engine over labelled documents, as `extract` does, corrections left aside."""

from __future__ import annotations

from pathlib import Path

from dashboard.evaluation.gold import GOLD, Labelled, read_gold
from dashboard.evaluation.labels import Labels, labels_from_annotations
from dashboard.evaluation.report import Result, measure
from dashboard.gazetteer import open_gazetteers
from dashboard.pipeline import annotate


def evaluate(folder: Path = GOLD) -> list[Result]:
    """Measure the engine on every set of a folder of gold; raises GoldError where the folder or a label is wrong."""
    sets = read_gold(folder)
    gazetteers = open_gazetteers()

    def find(labelled: Labelled) -> Labels:
        return labels_from_annotations(annotate(labelled.document, gazetteers))

    return [measure(gold, find) for gold in sets]
