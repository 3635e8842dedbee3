"""build: make an atlas of a folder of documents."""

from __future__ import annotations

import argparse
from pathlib import Path

from dashboard import config
from dashboard.cli.base import Commands, say
from dashboard.english import counted


def add(commands: Commands) -> None:
    """Add the command to the parser."""
    parser = commands.add_parser("build", help="make an atlas of a folder of documents", description=build.__doc__)
    parser.add_argument("--documents", type=Path, help="folder of documents (default data/documents)")
    parser.add_argument("--atlas", type=Path, default=config.ATLAS, help="folder of the atlas (default build/atlas)")
    parser.add_argument("--anew", action="store_true", help="also when nothing changed, or the atlas is damaged")
    parser.set_defaults(act=build)


def build(options: argparse.Namespace) -> int:
    """Make the atlas unless documents, corrections, vocabularies, gazetteers and code are those it was made from.

    An atlas that documents were imported into is made of those, unless a folder is named: then of that alone.
    """
    from dashboard.pipeline import DOCUMENTS, sources_of, totals, update

    before = set(sources_of(options.atlas))
    documents = (options.documents or DOCUMENTS).resolve()
    if not documents.is_dir():
        return say(f"{documents} is no folder; give a folder that holds the documents, and documents.csv if you can.")
    add = [documents] if options.documents or not before else []
    remove = before - {documents} if options.documents else ()
    report = update(options.atlas, add=add, remove=remove, anew=options.anew)
    for sentence in report.problems:
        say(sentence)
    held = totals(options.atlas)
    made = "Made" if report.changed else "Nothing changed:"
    print(f"{made} {options.atlas}: {counted(held.events, 'event')} in {counted(held.documents, 'document')}.")
    return 0
