"""synthesize: make an atlas of made-up documents, to see how the dashboard bears a whole series."""

from __future__ import annotations

import argparse
from pathlib import Path

from dashboard.cli.base import Commands, say


def add(commands: Commands) -> None:
    """Add the command to the parser."""
    parser = commands.add_parser(
        "synthesize", help="make an atlas of made-up events, for measuring", description=_ABOUT
    )
    parser.add_argument("events", type=int, help="how many (100000 takes minutes)")
    parser.add_argument("--atlas", type=Path, required=True, help="folder of the atlas")
    parser.add_argument("--seed", type=int, default=1861, help="the same seed makes the same atlas (default 1861)")
    parser.set_defaults(act=synthesize)


_ABOUT = "Make an atlas of made-up events whose years, kinds, places and lengths are spread as in a series of volumes."


def synthesize(options: argparse.Namespace) -> int:
    """Make the atlas unless it is there already."""
    from dashboard.evaluation.synthetic import build_synthetic_atlas

    if options.events < 1:
        return say(f"{options.events} events are none; give a number such as 1000.")
    made = build_synthetic_atlas(options.atlas, options.events, seed=options.seed)
    print(f"{'Made' if made else 'Nothing changed:'} {options.atlas}: {options.events:,} made-up events.")
    return 0
