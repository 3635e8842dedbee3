"""locate: which place a name means, and why."""

from __future__ import annotations

import argparse

from dashboard import config
from dashboard.cli.base import Commands


def add(commands: Commands) -> None:
    """Add the command to the parser."""
    parser = commands.add_parser("locate", help="say which place a name means", description=locate.__doc__)
    parser.add_argument("name", help="a name as documents write it, also with its state: “Paris, Texas”")
    parser.add_argument("--when", type=int, metavar="YEAR", help="the year in which it is written")
    parser.add_argument("--near", metavar="COUNTRY", help="the country the text is about")
    parser.add_argument("--online", action="store_true", help="ask OpenStreetMap where nobody here knows the name")
    parser.set_defaults(act=locate)


def locate(options: argparse.Namespace) -> int:
    """Print the place a name means, the other readings, and why: reason and source of each."""
    from dashboard.gazetteer import open_gazetteers
    from dashboard.gazetteer.explaining import explain
    from dashboard.gazetteer.nominatim import Nominatim

    gazetteers = open_gazetteers(online=Nominatim(config.ATLAS / config.LOOKUPS) if options.online else None)
    for line in explain(gazetteers, options.name, when=options.when, near=options.near):
        print(line)
    return 0
