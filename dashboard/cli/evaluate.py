"""evaluate: how good the engine is, against labels."""

from __future__ import annotations

import argparse
from pathlib import Path

from dashboard.cli.base import Commands, say

_GOLD = "your own labels: documents.jsonl and gold.jsonl (data/README.md tells their form); default: ours, of data/gold"


def add(commands: Commands) -> None:
    """Add the command to the parser."""
    parser = commands.add_parser("evaluate", help="measure how good it is", description=evaluate.__doc__)
    parser.add_argument("--gold", type=Path, metavar="FOLDER", help=_GOLD)
    parser.add_argument("--errors", type=int, default=0, metavar="N", help="list the first N mistakes, by kind")
    parser.add_argument("--read", type=int, default=0, metavar="N", help="draw N titles with their passages to be read")
    parser.add_argument("--record", action="store_true", help="keep the figures for the About page and the tests")
    parser.set_defaults(act=evaluate)


def evaluate(options: argparse.Namespace) -> int:
    """Run the engine over labelled documents and print how much of dates, places and events it gets right.

    Each figure stands with its 95 % interval (bootstrap over documents), precision, recall, and the number labelled.
    """
    from dashboard.evaluation.gold import GOLD
    from dashboard.evaluation.mistakes import mistakes
    from dashboard.evaluation.recorded import record
    from dashboard.evaluation.report import table
    from dashboard.evaluation.run import evaluate as measure
    from dashboard.evaluation.sample import draw

    if options.record and options.gold:
        return say("--record keeps the figures of data/gold, which come with the project; leave --gold out.")
    results = measure(options.gold or GOLD)
    figures = [figure for result in results for figure in result.figures]
    print(table(figures))
    listed = mistakes(scored for result in results for scored in result.scored)
    for mistake in listed[: options.errors]:
        print(mistake)
    for title in draw((scored for result in results for scored in result.scored), options.read):
        print(title)
    if options.record:
        record(figures)
    return 0
