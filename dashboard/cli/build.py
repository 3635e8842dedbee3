"""build: make an atlas of a folder of documents."""

from __future__ import annotations

import argparse
from pathlib import Path

from dashboard import config
from dashboard.cli.base import Commands, say


def add(commands: Commands) -> None:
    """Add the command to the parser."""
    parser = commands.add_parser("build", help="make an atlas of a folder of documents", description=build.__doc__)
    parser.add_argument("--documents", type=Path, help="folder of documents (default data/documents)")
    parser.add_argument("--atlas", type=Path, default=config.ATLAS, help="folder of the atlas (default build/atlas)")
    parser.add_argument("--anew", action="store_true", help="also when nothing changed, or the atlas is damaged")
    parser.set_defaults(act=build)


def build(options: argparse.Namespace) -> int:
    """Make the atlas unless documents, corrections, vocabularies, gazetteers and code are those it was made from."""
    from dashboard.pipeline import DOCUMENTS, build_atlas
    from dashboard.store.atlas import Atlas

    documents = (options.documents or DOCUMENTS).resolve()
    if not documents.is_dir():
        return say(f"{documents} is no folder; give a folder that holds the documents, and documents.csv if you can.")
    worked = build_atlas(options.atlas, documents, anew=options.anew)
    atlas = Atlas(options.atlas)
    ((events, read),) = atlas.rows("SELECT (SELECT count(*) FROM events), (SELECT count(*) FROM documents)")
    for (sentence,) in atlas.rows("SELECT sentence FROM problems"):
        say(sentence)
    atlas.close()
    noun = "document" if read == 1 else "documents"
    print(f"{'Made' if worked else 'Nothing changed:'} {options.atlas}: {events} events in {read} {noun}.")
    return 0
