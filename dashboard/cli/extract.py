"""extract: what is found in documents, for other programs."""

from __future__ import annotations

import argparse
import io
import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TextIO

from dashboard.cli.base import Commands, say
from dashboard.errors import DashboardError


def add(commands: Commands) -> None:
    """Add the command to the parser."""
    parser = commands.add_parser("extract", help="print what is found, as JSON lines", description=extract.__doc__)
    parser.add_argument("inputs", nargs="+", type=Path, metavar="INPUT", help="a document, or a folder of documents")
    parser.add_argument("--out", type=Path, help="write to this file instead of the screen")
    parser.set_defaults(act=extract)


def extract(options: argparse.Namespace) -> int:
    """Print dates, places, people and events of each document, one JSON object a line, corrections left aside.

    An input that cannot be read is a sentence on standard error; the rest goes on, and the exit code is 1 at the end.
    """
    if options.out is None:
        if isinstance(sys.stdout, io.TextIOWrapper):
            sys.stdout.reconfigure(encoding="utf-8")
        return _extract_to(sys.stdout, options.inputs)
    try:
        with options.out.open("w", encoding="utf-8") as out:
            return _extract_to(out, options.inputs)
    except OSError as error:
        return say(f"{options.out} cannot be written ({error.strerror}); give another --out.")


def _extract_to(out: TextIO, inputs: Sequence[Path]) -> int:
    from dashboard.documents.readers import read_file, read_folder
    from dashboard.gazetteer import Gazetteers
    from dashboard.interchange import as_json
    from dashboard.pipeline import annotate

    gazetteers = Gazetteers()
    gazetteers.build()
    failures: list[str] = []

    def fail(sentence: str) -> None:
        failures.append(sentence)
        say(sentence)

    for path in inputs:
        try:
            for document in read_folder(path, fail) if path.is_dir() else read_file(path):
                for problem in () if path.is_dir() else document.problems:
                    fail(problem)
                json.dump(as_json(annotate(document, gazetteers)), out, ensure_ascii=False)
                out.write("\n")
        except DashboardError as error:
            fail(str(error))
    return 1 if failures else 0
