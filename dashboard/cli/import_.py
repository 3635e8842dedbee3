"""import: add documents to an atlas of one's own."""

from __future__ import annotations

import argparse
from pathlib import Path

from dashboard import config
from dashboard.cli.base import Commands, say
from dashboard.cli.build import build


def add(commands: Commands) -> None:
    """Add the command to the parser."""
    parser = commands.add_parser("import", help="add documents to an atlas of your own", description=import_.__doc__)
    parser.add_argument("inputs", nargs="+", type=Path, metavar="PATH", help="a document, or a folder of documents")
    parser.add_argument("--atlas", type=Path, required=True, help="folder of your atlas; made where there is none")
    parser.set_defaults(act=import_)


def import_(options: argparse.Namespace) -> int:
    """Copy documents and their rows of documents.csv into ATLAS/documents and bring that atlas up to date."""
    from dashboard.documents.collection import add_documents

    if options.atlas.resolve() == config.ATLAS.resolve():
        return say("The default atlas is made from data/documents; give a folder of your own: --atlas my-atlas")
    failures: list[str] = []
    add_documents(options.inputs, options.atlas / "documents", failures.append)
    for sentence in failures:
        say(sentence)
    done = build(argparse.Namespace(documents=options.atlas / "documents", atlas=options.atlas, anew=False))
    return 1 if failures else done
